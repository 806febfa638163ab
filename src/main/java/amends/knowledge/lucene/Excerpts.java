package amends.knowledge.lucene;

import amends.knowledge.Marked;
import amends.knowledge.Marked.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Shows where in an article the words stand that were looked for. */
final class Excerpts {
    private static final int LONGEST_CHINESE = 64;
    private static final int LONGEST_ENGLISH = 120;
    private static final Pattern MARKUP = Pattern.compile("(?m)^#+ .*$|^\\s*([-*+]|\\d+[.)])\\s+|\\*\\*|`|^>\\s*");
    private static final Pattern GAPS = Pattern.compile("\\s+");

    private final TextAnalysis analysis;

    Excerpts(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    private record Found(String term, int from, int to) {}

    Marked title(String title, Question question) {
        return new Marked(title, merged(found(title, question)));
    }

    /** The beginning, which is the answer, unless the words stand clearly better elsewhere. */
    Marked body(String body, Question question) {
        String plain = GAPS.matcher(MARKUP.matcher(body).replaceAll(""))
                .replaceAll(" ")
                .strip();
        int longest = Runs.isChinese(plain) ? LONGEST_CHINESE : LONGEST_ENGLISH;
        List<Found> found = found(plain, question);
        int best = bestBeginning(found, longest);
        return window(plain, best, longest, found);
    }

    /** Walks once over what was found, with a window that ends so far behind its beginning. */
    private static int bestBeginning(List<Found> found, int longest) {
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Found::from));
        long atFirst = sorted.stream()
                .filter(one -> one.to() <= longest)
                .map(Found::term)
                .distinct()
                .count();
        int best = 0;
        long bestWorth = atFirst * 2 + 1;
        Map<String, Integer> within = new HashMap<>();
        int end = 0;
        for (Found first : sorted) {
            int from = Math.max(0, first.from() - longest / 6);
            while (end < sorted.size() && sorted.get(end).to() <= from + longest)
                within.merge(sorted.get(end++).term(), 1, Integer::sum);
            if (within.size() > bestWorth) {
                bestWorth = within.size();
                best = from;
            }
            within.computeIfPresent(first.term(), (term, times) -> times == 1 ? null : times - 1);
        }
        return best;
    }

    private static Marked window(String plain, int from, int longest, List<Found> found) {
        int begin = from;
        if (begin > 0 && Character.isLowSurrogate(plain.charAt(begin))) begin--;
        while (begin > 0 && begin < from + 12 && isInsideWord(plain, begin)) begin++;
        int end = Math.min(plain.length(), begin + longest);
        if (end < plain.length() && Character.isLowSurrogate(plain.charAt(end))) end--;
        String before = begin > 0 ? "…" : "";
        String after = end < plain.length() ? "…" : "";
        var within = new ArrayList<Found>();
        for (Found one : found)
            if (one.from() >= begin && one.to() <= end)
                within.add(new Found(
                        one.term(), one.from() - begin + before.length(), one.to() - begin + before.length()));
        return new Marked(before + plain.substring(begin, end) + after, merged(within));
    }

    private static boolean isInsideWord(String text, int at) {
        return at < text.length() && isLetter(text.charAt(at)) && isLetter(text.charAt(at - 1));
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) && !Folding.isHan(c);
    }

    private List<Found> found(String text, Question question) {
        List<Found> found = found(text, question, List.of(Strand.CHARACTERS, Strand.STEMS, Strand.SOUNDS));
        // Half a word, or one mistyped: the letters that fit.
        return found.isEmpty() ? found(text, question, List.of(Strand.LETTERS)) : found;
    }

    private List<Found> found(String text, Question question, List<Strand> strands) {
        Map<Strand, List<Found>> found = new EnumMap<>(Strand.class);
        Map<Strand, TermSink> wanted = new EnumMap<>(Strand.class);
        for (Strand strand : strands) {
            Set<String> terms = telling(strand, question.terms(strand).keySet());
            if (terms.isEmpty()) continue;
            var some = new ArrayList<Found>();
            found.put(strand, some);
            wanted.put(strand, new Wanted(terms, (term, from, to) -> some.add(new Found(term, from, to))));
        }
        if (!wanted.isEmpty()) analysis.places(text, strand -> wanted.getOrDefault(strand, TermSink.NONE));
        return strands.stream()
                .flatMap(strand -> found.getOrDefault(strand, List.of()).stream())
                .toList();
    }

    /** A single character or sound says little, unless it is all there is. */
    private static Set<String> telling(Strand strand, Set<String> terms) {
        if (strand == Strand.STEMS || strand == Strand.LETTERS) return terms;
        var pairs = new HashSet<String>();
        for (String term : terms) if (term.length() > 1) pairs.add(term);
        return pairs.isEmpty() && strand == Strand.CHARACTERS ? terms : pairs;
    }

    private static List<Mark> merged(List<Found> found) {
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Found::from));
        var marks = new ArrayList<Mark>();
        for (Found one : sorted) {
            if (!marks.isEmpty() && one.from() <= marks.getLast().to()) {
                Mark last = marks.removeLast();
                marks.add(new Mark(last.from(), Math.max(last.to(), one.to())));
            } else marks.add(new Mark(one.from(), one.to()));
        }
        return marks;
    }
}
