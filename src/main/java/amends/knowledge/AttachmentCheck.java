package amends.knowledge;

import amends.kernel.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a file may belong to an article: judged by what it holds, before anything of it is decoded or unpacked. */
public final class AttachmentCheck {
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|form|meta|link|\\?xml|\\?php)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Of names: that what is in them is run somewhere. */
    private static final Set<String> SCRIPTS = Set.of(
            "bat", "cmd", "com", "js", "jse", "mjs", "vbs", "vbe", "wsf", "ps1", "psm1", "sh", "bash", "py", "rb", "pl",
            "php", "htm", "html", "xhtml", "svg", "hta", "reg", "lnk", "url", "jar", "exe", "scr");

    private AttachmentCheck() {}

    /** Why a file is refused. */
    public enum Why {
        EMPTY("holds nothing"),
        TOO_LARGE("is larger than " + (Attachment.MOST_BYTES >> 20) + " MB"),
        WRONG_KIND("is neither a picture (PNG, JPEG, GIF) nor PDF, plain text (UTF-8), docx, xlsx or pptx"),
        ACTIVE("holds markup, a script or macros (SVG and HTML too); such files are not taken"),
        BROKEN_PICTURE("is a broken picture: its head does not say how large it is"),
        PICTURE_TOO_LARGE("is a picture of more than " + Attachment.MOST_SIDE + " pixels a side"),
        MOVING_PICTURE("is a moving picture; a still one is wanted"),
        NAME("has a name that is not safe everywhere"),
        NAME_TAKEN("is called as another one of this article, or differs by case alone"),
        TOO_MANY("is one too many: an article has at most " + Attachment.MOST_OF_ONE),
        UNREADABLE("cannot be read"),
        NOT_PERMITTED("may not be added by this person");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** For a list of mistakes: after the file's name. */
        public String words() {
            return words;
        }
    }

    public sealed interface Judged {
        record Fit(Attachment attachment) implements Judged {}

        /** @param name of the file, safe to be shown */
        record Unfit(String name, Why why) implements Judged {}
    }

    /** What may be beside those; called as it asks to be, made safe, numbered where the name is taken. */
    public static Judged judge(String raw, byte[] bytes, List<Attachment> beside) {
        Optional<FileKind> kind = FileKind.of(bytes);
        String name = AttachmentName.of(raw, kind.orElse(FileKind.TEXT));
        Optional<Why> why = beside.size() >= Attachment.MOST_OF_ONE ? Optional.of(Why.TOO_MANY) : fault(raw, bytes);
        if (why.isPresent()) return new Judged.Unfit(PlainText.line(raw, 80), why.get());
        return new Judged.Fit(attachment(AttachmentName.free(name, kind.orElseThrow(), beside), bytes));
    }

    /** One that was fit already, beside what the text has by now: only its name and their number can stand against it. */
    public static Judged judgeAgain(Attachment fit, List<Attachment> beside) {
        if (beside.size() >= Attachment.MOST_OF_ONE) return new Judged.Unfit(fit.name(), Why.TOO_MANY);
        return new Judged.Fit(fit.called(AttachmentName.free(fit.name(), fit.kind(), beside)));
    }

    /** The same for a file that is called as it is, and stays so. */
    public static Judged judgeAs(String name, byte[] bytes, Collection<Attachment> beside) {
        return judged(name, bytes, beside, fault(name, bytes));
    }

    /**
     * The same for what the database holds already: what the rules of its day took is not refused by later ones. Its
     * name is judged by those of today.
     */
    public static Judged judgeHeld(String name, byte[] bytes, Collection<Attachment> beside) {
        return judged(name, bytes, beside, fault(name, bytes).filter(w -> !wasFit(bytes)));
    }

    private static Judged judged(String name, byte[] bytes, Collection<Attachment> beside, Optional<Why> fault) {
        Optional<Why> why = fault.or(
                        () -> Optional.of(Why.TOO_MANY).filter(w -> beside.size() >= Attachment.MOST_OF_ONE))
                .or(() -> Optional.of(Why.NAME).filter(w -> !AttachmentName.isSafe(name, kind(bytes))))
                .or(() -> Optional.of(Why.NAME_TAKEN).filter(w -> AttachmentName.isTaken(name, beside)));
        if (why.isPresent()) return new Judged.Unfit(PlainText.line(name, 80), why.get());
        return new Judged.Fit(attachment(name, bytes));
    }

    /** When files lay beside an article, whatever its version: small, and no side or movement was asked for. */
    private static boolean wasFit(byte[] bytes) {
        Optional<FileKind> kind = FileKind.of(bytes).filter(k -> k.isPicture() || k == FileKind.PDF);
        boolean few = kind.flatMap(k -> PictureHeader.of(bytes, k))
                .filter(h -> (long) h.width() * h.height() > Attachment.MOST_PIXELS_BEFORE)
                .isEmpty();
        return bytes.length <= Attachment.MOST_BYTES_BEFORE && kind.isPresent() && few;
    }

    /** How a file whose name is refused should be called; nothing where that is not why. */
    public static String wanted(Why why, String name, byte[] bytes) {
        return why == Why.NAME ? "; it should be called " + AttachmentName.of(name, kind(bytes)) : "";
    }

    private static FileKind kind(byte[] bytes) {
        return FileKind.of(bytes).orElseThrow();
    }

    private static Attachment attachment(String name, byte[] bytes) {
        FileKind kind = kind(bytes);
        Optional<Attachment.Extent> extent =
                PictureHeader.of(bytes, kind).map(h -> new Attachment.Extent(h.width(), h.height()));
        return new Attachment(Attachment.digest(bytes), name, kind, bytes.length, extent, "");
    }

    private static Optional<Why> fault(String name, byte[] bytes) {
        if (bytes.length == 0) return Optional.of(Why.EMPTY);
        if (bytes.length > Attachment.MOST_BYTES) return Optional.of(Why.TOO_LARGE);
        Optional<FileKind> kind = FileKind.of(bytes);
        if (kind.isEmpty()) return Optional.of(Why.WRONG_KIND);
        if (isActive(name, bytes, kind.get())) return Optional.of(Why.ACTIVE);
        return kind.get().isPicture() ? picture(bytes, kind.get()) : Optional.empty();
    }

    private static boolean isActive(String name, byte[] bytes, FileKind kind) {
        return switch (kind) {
            case TEXT -> {
                String text = new String(bytes, StandardCharsets.UTF_8);
                String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
                yield text.startsWith("#!")
                        || SCRIPTS.contains(ending.strip())
                        || MARKUP.matcher(text).find();
            }
            case PDF -> {
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                yield text.contains("/JavaScript") || text.contains("/Launch");
            }
            case DOCX, XLSX, PPTX -> OfficeFile.of(bytes).active();
            default -> false;
        };
    }

    private static Optional<Why> picture(byte[] bytes, FileKind kind) {
        Optional<PictureHeader> header = PictureHeader.of(bytes, kind);
        if (header.isEmpty()) return Optional.of(Why.BROKEN_PICTURE);
        if (!new Attachment.Extent(header.get().width(), header.get().height()).fits())
            return Optional.of(Why.PICTURE_TOO_LARGE);
        return header.get().moves() ? Optional.of(Why.MOVING_PICTURE) : Optional.empty();
    }
}
