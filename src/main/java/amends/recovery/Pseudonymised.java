package amends.recovery;

import java.util.List;

/**
 * A text without the persons in it.
 *
 * @param found what was taken out, in the order of the text
 */
public record Pseudonymised(String text, List<Found> found) {
    public Pseudonymised {
        found = List.copyOf(found);
    }

    /** @param words as they stood there */
    public record Found(PersonalMark mark, String words) {}
}
