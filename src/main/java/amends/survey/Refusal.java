package amends.survey;

import java.util.regex.Pattern;

/** The words with which customers refuse. In doubt it is a refusal. */
final class Refusal {
    private static final Pattern AT_ONCE = Pattern.compile(
            "^[\\s\\p{P}]*(?:(?:回复|回覆|回)[\\s\\p{P}]*)?(?:(?:t|td|stop|unsubscribe)(?![\\p{L}\\p{N}])|t?\\s*退[订訂]|拒收)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOMEWHERE = Pattern.compile(
            "(?<![不别別没沒无無][用要必需]?)退[订訂]|(?:不要|不用|别|別)再[发發问問]|勿[扰擾]|\\bunsubscribe\\b", Pattern.CASE_INSENSITIVE);

    private Refusal() {}

    /** The whole message only refuses. */
    static boolean opens(String text) {
        return AT_ONCE.matcher(text).find();
    }

    static boolean isIn(String text) {
        return opens(text) || SOMEWHERE.matcher(text).find();
    }
}
