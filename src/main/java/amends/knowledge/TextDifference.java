package amends.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one text became another, made for reading: line by line, and within a line that changed word by word; a Chinese
 * character counts as a word. Lines that stayed far from any change are left out.
 */
public record TextDifference(List<Line> lines) {
    /** Unchanged lines that stay beside a change. */
    private static final int AROUND = 2;
    /** Below it a line is shown as gone and another as new, rather than as one that changed. */
    private static final double ALIKE = .35;
    /** Beyond so many comparisons texts are told apart by lines alone. */
    private static final long MOST_CELLS = 4_000_000;

    private static final Pattern WORD =
            Pattern.compile("\\p{IsHan}|[\\p{L}\\p{Nd}&&[^\\p{IsHan}]]+(?:[.,:][\\p{Nd}]+)*|\\s+|.");

    public TextDifference {
        lines = List.copyOf(lines);
    }

    public enum Kind {
        SAME,
        GONE,
        NEW,
        /** Some of its words changed. */
        CHANGED,
        /** Lines that stayed are left out here. */
        LEFT_OUT
    }

    /** @param pieces in the order in which they are read: in a changed line what is gone before what is new */
    public record Line(Kind kind, List<Piece> pieces) {
        public Line {
            pieces = List.copyOf(pieces);
        }

        public String text() {
            return String.join("", pieces.stream().map(Piece::text).toList());
        }
    }

    /** @param kind SAME, GONE or NEW */
    public record Piece(Kind kind, String text) {}

    public boolean isNone() {
        return lines.stream().allMatch(l -> l.kind() == Kind.SAME || l.kind() == Kind.LEFT_OUT);
    }

    public static TextDifference between(String old, String now) {
        List<Piece> steps = steps(old.lines().toList(), now.lines().toList());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < steps.size(); ) {
            if (steps.get(i).kind() == Kind.SAME) {
                lines.add(new Line(Kind.SAME, List.of(steps.get(i++))));
                continue;
            }
            var gone = new ArrayList<String>();
            var added = new ArrayList<String>();
            for (; i < steps.size() && steps.get(i).kind() != Kind.SAME; i++)
                (steps.get(i).kind() == Kind.GONE ? gone : added)
                        .add(steps.get(i).text());
            changed(gone, added, lines);
        }
        return new TextDifference(withoutTheRest(lines));
    }

    /** Lines of one place: those that resemble one another are shown as one, in order. */
    private static void changed(List<String> gone, List<String> added, List<Line> into) {
        int next = 0;
        for (String old : gone) {
            int like = next;
            while (like < added.size() && Correction.alike(old, added.get(like)) < ALIKE) like++;
            if (like == added.size()) {
                into.add(new Line(Kind.GONE, List.of(new Piece(Kind.GONE, old))));
                continue;
            }
            for (; next < like; next++) into.add(new Line(Kind.NEW, List.of(new Piece(Kind.NEW, added.get(next)))));
            into.add(new Line(Kind.CHANGED, joined(steps(words(old), words(added.get(next++))))));
        }
        for (; next < added.size(); next++) into.add(new Line(Kind.NEW, List.of(new Piece(Kind.NEW, added.get(next)))));
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) words.add(matcher.group());
        return words;
    }

    private static List<Piece> joined(List<Piece> steps) {
        var joined = new ArrayList<Piece>();
        for (int i = 0; i < steps.size(); ) {
            if (steps.get(i).kind() == Kind.SAME) {
                add(joined, steps.get(i++));
                continue;
            }
            int end = i;
            while (end < steps.size() && steps.get(end).kind() != Kind.SAME) end++;
            steps.subList(i, end).stream().filter(s -> s.kind() == Kind.GONE).forEach(s -> add(joined, s));
            steps.subList(i, end).stream().filter(s -> s.kind() == Kind.NEW).forEach(s -> add(joined, s));
            i = end;
        }
        return joined;
    }

    private static void add(List<Piece> joined, Piece piece) {
        if (joined.isEmpty() || joined.getLast().kind() != piece.kind()) joined.add(piece);
        else joined.add(new Piece(piece.kind(), joined.removeLast().text() + piece.text()));
    }

    /** The longest common subsequence, what begins and ends alike aside. */
    private static List<Piece> steps(List<String> old, List<String> now) {
        int head = 0;
        while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) head++;
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) tail++;
        var steps = new ArrayList<Piece>();
        old.subList(0, head).forEach(w -> steps.add(new Piece(Kind.SAME, w)));
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), steps);
        old.subList(old.size() - tail, old.size()).forEach(w -> steps.add(new Piece(Kind.SAME, w)));
        return steps;
    }

    private static void middle(List<String> old, List<String> now, List<Piece> steps) {
        if ((long) old.size() * now.size() > MOST_CELLS) {
            old.forEach(w -> steps.add(new Piece(Kind.GONE, w)));
            now.forEach(w -> steps.add(new Piece(Kind.NEW, w)));
            return;
        }
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--)
            for (int j = now.size() - 1; j >= 0; j--)
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                steps.add(new Piece(Kind.SAME, old.get(i++)));
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1])
                steps.add(new Piece(Kind.GONE, old.get(i++)));
            else steps.add(new Piece(Kind.NEW, now.get(j++)));
        }
    }

    private static List<Line> withoutTheRest(List<Line> all) {
        var kept = new ArrayList<Line>();
        for (int i = 0; i < all.size(); i++) {
            if (isNear(all, i)) kept.add(all.get(i));
            else if (kept.isEmpty() || kept.getLast().kind() != Kind.LEFT_OUT)
                kept.add(new Line(Kind.LEFT_OUT, List.of()));
        }
        return kept;
    }

    private static boolean isNear(List<Line> all, int at) {
        int from = Math.max(0, at - AROUND);
        int to = Math.min(all.size(), at + AROUND + 1);
        return all.subList(from, to).stream().anyMatch(l -> l.kind() != Kind.SAME);
    }
}
