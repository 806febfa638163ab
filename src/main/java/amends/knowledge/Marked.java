package amends.knowledge;

import java.util.List;

/** Text in which the words that were looked for are marked. @param marks in order, without overlap */
public record Marked(String text, List<Mark> marks) {
    /** From the first character to before the last, in UTF-16 units. */
    public record Mark(int from, int to) {}

    public Marked {
        marks = List.copyOf(marks);
    }

    public static Marked plain(String text) {
        return new Marked(text, List.of());
    }
}
