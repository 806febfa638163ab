package amends.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a new text of an article corrects what the old one said: whoever was told the old one was told wrong. It does
 * when the new one is marked so, when a figure of the answer changed, or when much of it was written anew; other words
 * for the same are no correction.
 */
public final class Correction {
    /** A tag of the new text that says so. */
    static final List<String> MARKS = List.of("correction", "更正", "corrected");

    private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,:]\\d+)*");
    /** Of pairs of letters that both have: below it much was written anew. */
    private static final double MUCH = .6;

    private Correction() {}

    public static boolean isOne(ArticleText told, ArticleText now) {
        if (answer(told).equals(answer(now))) return false;
        boolean marked = now.tags().stream().anyMatch(tag -> MARKS.contains(tag.toLowerCase(Locale.ROOT)));
        return marked || !figures(told).equals(figures(now)) || alike(answer(told), answer(now)) < MUCH;
    }

    /** Letters and digits alone: neither blanks nor marks are an answer. */
    private static String answer(ArticleText text) {
        return (text.body() + " " + text.sms().orElse(""))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }

    private static Set<String> figures(ArticleText text) {
        var figures = new HashSet<String>();
        var matcher = FIGURE.matcher(text.body() + " " + text.sms().orElse(""));
        while (matcher.find()) figures.add(matcher.group());
        return figures;
    }

    /** Dice's measure of the pairs of neighbouring letters: 1 for the same, 0 for nothing in common. */
    static double alike(String one, String other) {
        Set<String> left = pairs(one);
        Set<String> right = pairs(other);
        if (left.isEmpty() || right.isEmpty()) return left.equals(right) ? 1 : 0;
        long both = left.stream().filter(right::contains).count();
        return 2.0 * both / (left.size() + right.size());
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) pairs.add(text.substring(i, i + 2));
        return pairs;
    }
}
