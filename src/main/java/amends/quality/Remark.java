package amends.quality;

import amends.kernel.PlainText;
import java.time.Duration;

/**
 * A place in the sound that the inspector marked.
 *
 * @param at from the beginning, whole milliseconds
 * @param text one line; may be empty
 */
public record Remark(Duration at, String text) {
    static final int MOST_TEXT = 300;

    public Remark {
        at = Duration.ofMillis(at.toMillis());
        text = PlainText.line(text, MOST_TEXT);
    }
}
