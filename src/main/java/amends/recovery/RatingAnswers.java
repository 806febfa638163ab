package amends.recovery;

import amends.kernel.Timekeeper;
import amends.recovery.ComplaintEvent.Act;
import amends.sms.IncomingSms;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes what customers answer when they are asked how their complaint was handled: three figures from the number that
 * it was about, within some weeks after closing, once. Joins the transaction in which the message is told.
 */
public final class RatingAnswers implements Predicate<IncomingSms> {
    private static final Duration ANSWERED_WITHIN = Duration.ofDays(14);
    private final Complaints complaints;
    private final ComplaintStepping stepping;
    private final Timekeeper time;

    public RatingAnswers(ComplaintStore parts) {
        complaints = parts.store().complaints();
        stepping = new ComplaintStepping(parts.store(), parts.rules());
        time = parts.time();
    }

    /** @return whether it was such an answer: then it answers nothing else */
    @Override
    public boolean test(IncomingSms sms) {
        Optional<HandlingRating> rating = HandlingRating.read(sms.text());
        if (rating.isEmpty()) return false;
        return complaints.closedFor(sms.from(), sms.at().minus(ANSWERED_WITHIN)).stream()
                .filter(c -> c.file().rating().isEmpty())
                .findFirst()
                .flatMap(c -> stepping.step(
                        c.id(),
                        new ComplaintStep.Rate(time.now(), rating.get()),
                        Optional.empty(),
                        Act.RATED,
                        words(rating.get())))
                .isPresent();
    }

    private static String words(HandlingRating rating) {
        return rating.timely() + " " + rating.reasonable() + " " + rating.fair();
    }
}
