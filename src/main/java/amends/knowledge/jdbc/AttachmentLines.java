package amends.knowledge.jdbc;

import amends.kernel.PlainText;
import amends.knowledge.Attachment;
import amends.knowledge.Attachment.Extent;
import amends.knowledge.AttachmentName;
import amends.knowledge.FileKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attachments as a column of a text's row: one in each line, its parts set apart by tabs, which none of them holds. */
final class AttachmentLines {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentLines.class);
    private static final Pattern LINE = Pattern.compile(
            "([0-9a-f]{64})\t(PNG|JPEG|GIF|PDF|TEXT|DOCX|XLSX|PPTX)\t(\\d{1,9})\t(\\d{1,9})\t(\\d{1,9})\t([^\t]+)\t([^\t]*)");

    private AttachmentLines() {}

    static String of(List<Attachment> attachments) {
        return attachments.stream().map(AttachmentLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(Attachment one) {
        return String.join(
                "\t",
                one.digest(),
                one.kind().name(),
                Integer.toString(one.size()),
                Integer.toString(one.extent().map(Extent::width).orElse(0)),
                Integer.toString(one.extent().map(Extent::height).orElse(0)),
                one.name(),
                one.alt());
    }

    /**
     * For whoever reads what is in use: what is called as no file of an article ever was is absent, since its name could
     * lead elsewhere, and names of before today's rules are made safe and told apart.
     */
    static List<Attachment> safe(String lines) {
        return AttachmentName.settled(
                read(lines).stream().filter(AttachmentLines::isBare).toList());
    }

    private static boolean isBare(Attachment one) {
        boolean bare = AttachmentName.isBare(one.name());
        if (!bare)
            LOG.warn(
                    "a file of an article is left out, since it is called \"{}\": {}",
                    PlainText.line(one.name(), AttachmentName.MOST),
                    one.digest());
        return bare;
    }

    /**
     * As it stands there, so that it is judged and stays what its writer wrote. A line that is none is left out: a text
     * can be read whatever stands there.
     */
    static List<Attachment> read(String lines) {
        return lines.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(AttachmentLines::attachment)
                .toList();
    }

    private static Attachment attachment(Matcher line) {
        int width = Integer.parseInt(line.group(4));
        int height = Integer.parseInt(line.group(5));
        return new Attachment(
                line.group(1),
                line.group(6),
                FileKind.valueOf(line.group(2)),
                Integer.parseInt(line.group(3)),
                width > 0 && height > 0 ? Optional.of(new Extent(width, height)) : Optional.empty(),
                line.group(7));
    }
}
