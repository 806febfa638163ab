package amends.customer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Whether two names may be one, written twice. */
final class Likeness {
    private Likeness() {}

    /** Case, width, spaces and punctuation aside. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}·・]+", "");
    }

    /** The same, the same words in another order, or one slip of the hand in a name long enough for it. */
    static boolean alike(String one, String another) {
        String a = folded(one);
        String b = folded(another);
        if (a.isEmpty() || b.isEmpty()) return false;
        if (a.equals(b) || words(one).equals(words(another))) return true;
        boolean chinese = a.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return Math.min(a.length(), b.length()) >= (chinese ? 3 : 5) && oneSlip(a, b);
    }

    private static String words(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).strip().split("[\\s,]+");
        Arrays.sort(words);
        return String.join(" ", words);
    }

    /** One character more, fewer or other, or two neighbours swapped. */
    private static boolean oneSlip(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) return false;
        int from = 0;
        while (from < Math.min(a.length(), b.length()) && a.charAt(from) == b.charAt(from)) from++;
        int endA = a.length();
        int endB = b.length();
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        if (endA - from <= 1 && endB - from <= 1) return true;
        return endA - from == 2
                && endB - from == 2
                && a.charAt(from) == b.charAt(from + 1)
                && a.charAt(from + 1) == b.charAt(from);
    }
}
