package amends.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in one text something was found. What was found first keeps its place: others find around it. */
final class MarkedPlaces {
    /** What stands where something was taken out before is no find. */
    private static final Pattern TAKEN_OUT = Pattern.compile("〔[^〔〕\\n]{1,12}〕|\\[[a-zA-Z \\-]{2,14}\\]");

    private final String plain;
    private final boolean[] taken;
    private final List<Place> places = new ArrayList<>();

    /** @param instead what stands there afterwards; empty: the mark's placeholder */
    record Place(int from, int until, PersonalMark mark, String instead) {}

    MarkedPlaces(String plain) {
        this.plain = plain;
        taken = new boolean[plain.length()];
        Matcher out = TAKEN_OUT.matcher(plain);
        while (out.find()) take(out.start(), out.end());
    }

    String plain() {
        return plain;
    }

    void all(Pattern pattern, PersonalMark mark) {
        Matcher found = pattern.matcher(plain);
        while (found.find()) add(found.start(), found.end(), mark);
    }

    /** Only what the pattern calls "what" (or "what2") is taken out. */
    void named(Pattern pattern, PersonalMark mark) {
        Matcher found = pattern.matcher(plain);
        boolean second = pattern.namedGroups().containsKey("what2");
        while (found.find()) {
            if (found.start("what") >= 0) add(found.start("what"), found.end("what"), mark);
            else if (second && found.start("what2") >= 0) add(found.start("what2"), found.end("what2"), mark);
        }
    }

    void add(int from, int until, PersonalMark mark) {
        add(from, until, mark, "");
    }

    /** What is partly taken already is taken where it is not. */
    void add(int from, int until, PersonalMark mark, String instead) {
        int start = from;
        while (start < until) {
            while (start < until && (taken[start] || Character.isWhitespace(plain.charAt(start)))) start++;
            int end = start;
            while (end < until && !taken[end]) end++;
            int last = end;
            while (last > start && Character.isWhitespace(plain.charAt(last - 1))) last--;
            if (last > start) {
                places.add(new Place(start, last, mark, instead));
                take(start, last);
            }
            start = end;
        }
    }

    boolean isTaken(int at) {
        return taken[at];
    }

    private void take(int from, int until) {
        for (int i = from; i < until; i++) taken[i] = true;
    }

    List<Place> inOrder() {
        return places.stream().sorted(Comparator.comparingInt(Place::from)).toList();
    }
}
