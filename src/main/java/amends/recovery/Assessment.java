package amends.recovery;

import amends.kernel.PlainText;
import java.util.Optional;

/**
 * What a complaint was found to be.
 *
 * @param cause key of the tree of causes
 * @param business key of a type of business, where it belongs to one
 * @param unit key of the branch or department where it happened, where it did in one
 * @param hard whether it needs the long time for an answer
 */
public record Assessment(
        Severity severity,
        String cause,
        Optional<String> business,
        Optional<String> unit,
        Expectation expectation,
        boolean hard) {
    static final int MOST_KEY = 60;

    public Assessment {
        cause = PlainText.line(cause, MOST_KEY);
        business = business.map(key -> PlainText.line(key, MOST_KEY)).filter(key -> !key.isEmpty());
        unit = unit.map(key -> PlainText.line(key, MOST_KEY)).filter(key -> !key.isEmpty());
    }
}
