package amends.recovery;

import amends.kernel.PlainText;
import java.util.Optional;

/**
 * What is known of a callback besides its course.
 *
 * @param before how satisfied the customer was when it was planned, 1 to 5
 * @param after how satisfied they are since, 1 to 5
 * @param handovers how often its owner gave it to another
 * @param handedWith what they said with it, the last time; one line
 * @param unseen whether its new owner has not begun it yet
 */
public record CallbackFile(
        Optional<Integer> before, Optional<Integer> after, int handovers, String handedWith, boolean unseen) {
    static final int MOST_WORDS = 300;
    public static final CallbackFile NEW = new CallbackFile(Optional.empty(), Optional.empty(), 0, "", false);

    public CallbackFile {
        handedWith = PlainText.line(handedWith, MOST_WORDS);
        before.ifPresent(CallbackFile::check);
        after.ifPresent(CallbackFile::check);
    }

    private static void check(int score) {
        if (score < 1 || score > 5) throw new IllegalArgumentException("a score is 1 to 5, not " + score);
    }

    CallbackFile handedOver(String words) {
        return new CallbackFile(before, after, handovers + 1, words, true);
    }

    CallbackFile seen() {
        return new CallbackFile(before, after, handovers, handedWith, false);
    }

    CallbackFile scored(Optional<Integer> newBefore, Optional<Integer> newAfter) {
        return new CallbackFile(newBefore.or(() -> before), newAfter.or(() -> after), handovers, handedWith, unseen);
    }
}
