package amends.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file may be called: nothing that leads elsewhere, deceives, or that some system takes for something else. */
public final class AttachmentName {
    public static final int MOST = 80;
    private static final int MOST_STEM = 60;
    private static final Set<String> WINDOWS = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_-]{1,80}\\.[a-z]{3,4}");

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

    /**
     * Whether it is one word with an ending, and so leads nowhere wherever it is put. Files of before the rules of today
     * are called so, though not every such name is safe everywhere.
     */
    public static boolean isBare(String name) {
        return BARE.matcher(name).matches();
    }

    /** Some file systems take names for the same that differ by case alone. */
    static boolean isTaken(String name, Collection<Attachment> beside) {
        return beside.stream().anyMatch(a -> folded(a.name()).equals(folded(name)));
    }

    /** That name, or with a number the first that is free. */
    static String free(String name, FileKind kind, Collection<Attachment> beside) {
        String stem = name.substring(0, name.length() - kind.ending().length());
        String free = name;
        for (int i = 2; isTaken(free, beside); i++) free = numbered(stem, "-" + i) + kind.ending();
        return free;
    }

    /** With its number it is not longer than a stem may be: so what is free is safe, too. */
    private static String numbered(String stem, String number) {
        int end = stem.length();
        while (end + number.length() > MOST_STEM) end = stem.offsetByCodePoints(end, -1);
        return stem.substring(0, end) + number;
    }

    /** All of them with names that are safe and told apart; whose name is so already keeps it. */
    public static List<Attachment> settled(List<Attachment> all) {
        var settled = new ArrayList<Attachment>();
        for (Attachment one : all) {
            String safe = isSafe(one.name(), one.kind()) ? one.name() : of(one.name(), one.kind());
            settled.add(one.called(free(safe, one.kind(), settled)));
        }
        return settled;
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
