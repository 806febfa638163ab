package amends.customer.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Which parts a book has. Styles may be missing: the standard asks for none, and many programs that write sheets leave
 * them out, but a reader that is told to look for them refuses the book.
 */
final class BookParts {
    private static final String TYPES = "[Content_Types].xml";
    private static final String STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    private BookParts() {}

    /** Whether the book names a part of styles, and has it. Without one its numbers are numbers, never dates. */
    static boolean isStyled(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            Optional<ZipEntry> types = entry(zip, TYPES);
            if (types.isEmpty()) return false;
            try (InputStream in = zip.getInputStream(types.get())) {
                return styles(in).flatMap(part -> entry(zip, part)).isPresent();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }
    }

    private static Optional<String> styles(InputStream types) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(types);
        while (xml.hasNext())
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && STYLES.equals(xml.getAttributeValue(null, "ContentType")))
                return Optional.ofNullable(xml.getAttributeValue(null, "PartName"));
        return Optional.empty();
    }

    /** Parts are named without regard to case, and from the root. */
    private static Optional<ZipEntry> entry(ZipFile zip, String part) {
        String name = part.startsWith("/") ? part.substring(1) : part;
        return zip.stream()
                .filter(entry -> entry.getName().equalsIgnoreCase(name))
                .findFirst()
                .map(ZipEntry.class::cast);
    }
}
