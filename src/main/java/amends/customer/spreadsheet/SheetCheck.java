package amends.customer.spreadsheet;

import amends.customer.Table.Unreadable;
import amends.customer.Table.Why;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks one part of an XLSX through for cells that stand where no sheet has columns. The part is parsed, not searched:
 * there are many ways to write an attribute, and any part can be the sheet, whatever it is called.
 */
final class SheetCheck {
    private static final int LONGEST_COLUMN = 3;
    private static final int MOST_CELLS = 16_384;
    private final Runnable rowEnded;
    private boolean sheet;
    private boolean strings;
    private int cells;

    /** @param rowEnded told after each row of a sheet */
    SheetCheck(Runnable rowEnded) {
        this.rowEnded = rowEnded;
    }

    /** Reads until the end, or until what is no XML: a reader of sheets comes no further either. */
    void check(InputStream part) throws Unreadable {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(part);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT) begins(xml);
                else if (event == XMLStreamReader.END_ELEMENT) ends(xml.getLocalName());
            }
        } catch (XMLStreamException e) {
            return;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void begins(XMLStreamReader xml) throws Unreadable {
        switch (xml.getLocalName()) {
            case "sheetData" -> sheet = true;
            case "si" -> strings = true;
            case "c" -> {
                if (sheet) cell(xml.getAttributeValue(null, "r"));
            }
            default -> {}
        }
    }

    private void ends(String element) {
        if (!sheet || !element.equals("row")) return;
        cells = 0;
        if (!strings) rowEnded.run();
    }

    private void cell(String address) throws Unreadable {
        if (++cells > MOST_CELLS || address != null && !isColumn(address))
            throw new Unreadable(Why.TOO_MANY_COLUMNS, 0, "");
    }

    /** Whether it begins with no more letters than the last column has, XFD. */
    private static boolean isColumn(String address) {
        int from = address.startsWith("$") ? 1 : 0;
        int at = from;
        while (at < address.length() && isLetter(address.charAt(at))) at++;
        return at - from <= LONGEST_COLUMN
                && (at == address.length() || "$0123456789".indexOf(address.charAt(at)) >= 0);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
