package amends.knowledge;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** What a file may be called: nothing that leads elsewhere, deceives, or that some system takes for something else. */
public final class AttachmentName {
    public static final int MOST = 80;
    private static final int MOST_STEM = 60;
    private static final Set<String> WINDOWS = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private AttachmentName() {}

    /** What was asked for as a name, made safe, with the ending of what it is. */
    public static String of(String raw, FileKind kind) {
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String stem = Normalizer.normalize(dot > 0 ? last.substring(0, dot) : last, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}_-]+", "-")
                .replaceAll("^-+|-+$", "");
        if (stem.codePointCount(0, stem.length()) > MOST_STEM)
            stem = stem.substring(0, stem.offsetByCodePoints(0, MOST_STEM));
        if (stem.length() > MOST_STEM) stem = stem.substring(0, stem.offsetByCodePoints(0, MOST_STEM / 2));
        stem = stem.replaceAll("-+$", "");
        if (stem.isEmpty() || WINDOWS.contains(stem.toLowerCase(Locale.ROOT))) stem = "file" + stem;
        return stem + kind.ending();
    }

    /** Whether it is one already. */
    public static boolean isSafe(String name, FileKind kind) {
        return name.length() <= MOST && of(name, kind).equals(name);
    }

    /** Some file systems take names for the same that differ by case alone. */
    static boolean isTaken(String name, Collection<Attachment> beside) {
        return beside.stream().anyMatch(a -> folded(a.name()).equals(folded(name)));
    }

    /** That name, or with a number the first that is free. */
    static String free(String name, FileKind kind, Collection<Attachment> beside) {
        String stem = name.substring(0, name.length() - kind.ending().length());
        String free = name;
        for (int i = 2; isTaken(free, beside); i++) free = stem + "-" + i + kind.ending();
        return free;
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
