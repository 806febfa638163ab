package amends.recovery;

import java.time.Instant;
import java.util.Optional;

/**
 * What was found out about a complaint and done with it.
 *
 * @param assessment empty until it was assessed
 * @param answer what the customer was told in the end; empty until they were
 * @param readBack when the customer confirmed what was written down
 * @param reopened when it began again, the last time
 * @param timesReopened how often
 * @param handovers how often its owner gave it to a colleague
 * @param escalated whether it is with an expert
 * @param unseen whether its new owner has not looked at it yet
 * @param asking whether it is time to ask whether the answer held
 * @param held what the customer said to that
 * @param rating what the customer thought of the handling
 * @param changes how often the row was changed: whoever changes it must have seen the last one
 */
public record CaseFile(
        Optional<Assessment> assessment,
        String answer,
        Optional<Instant> readBack,
        Optional<Instant> reopened,
        int timesReopened,
        int handovers,
        boolean escalated,
        boolean unseen,
        boolean asking,
        Optional<Boolean> held,
        Optional<HandlingRating> rating,
        int changes) {
    static final int MOST_ANSWER = 4000;

    public static final CaseFile NEW = new CaseFile(
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            0);

    CaseFile assessed(Assessment as) {
        return new CaseFile(
                Optional.of(as),
                answer,
                readBack,
                reopened,
                timesReopened,
                handovers,
                escalated,
                false,
                asking,
                held,
                rating,
                changes);
    }

    CaseFile answered(String words) {
        return new CaseFile(
                assessment,
                words.isBlank() ? answer : words,
                readBack,
                reopened,
                timesReopened,
                handovers,
                escalated,
                false,
                asking,
                held,
                rating,
                changes);
    }

    CaseFile readBackAt(Instant at) {
        return new CaseFile(
                assessment,
                answer,
                Optional.of(readBack.orElse(at)),
                reopened,
                timesReopened,
                handovers,
                escalated,
                unseen,
                asking,
                held,
                rating,
                changes);
    }

    CaseFile reopenedAt(Instant at) {
        return new CaseFile(
                assessment,
                answer,
                readBack,
                Optional.of(at),
                timesReopened + 1,
                handovers,
                escalated,
                true,
                false,
                held,
                rating,
                changes);
    }

    /** @param escalation to an expert, rather than to a colleague */
    CaseFile handedOver(boolean escalation) {
        return new CaseFile(
                assessment,
                answer,
                readBack,
                reopened,
                timesReopened,
                escalation ? handovers : handovers + 1,
                escalated || escalation,
                true,
                asking,
                held,
                rating,
                changes);
    }

    CaseFile seen() {
        return new CaseFile(
                assessment,
                answer,
                readBack,
                reopened,
                timesReopened,
                handovers,
                escalated,
                false,
                asking,
                held,
                rating,
                changes);
    }

    CaseFile beingAsked() {
        return new CaseFile(
                assessment,
                answer,
                readBack,
                reopened,
                timesReopened,
                handovers,
                escalated,
                unseen,
                true,
                held,
                rating,
                changes);
    }

    CaseFile asked(boolean itHeld) {
        return new CaseFile(
                assessment,
                answer,
                readBack,
                reopened,
                timesReopened,
                handovers,
                escalated,
                false,
                false,
                Optional.of(itHeld),
                rating,
                changes);
    }

    CaseFile rated(HandlingRating as) {
        return new CaseFile(
                assessment,
                answer,
                readBack,
                reopened,
                timesReopened,
                handovers,
                escalated,
                unseen,
                asking,
                held,
                Optional.of(as),
                changes);
    }

    /** As the row stands after one change more. */
    CaseFile changed() {
        return new CaseFile(
                assessment,
                answer,
                readBack,
                reopened,
                timesReopened,
                handovers,
                escalated,
                unseen,
                asking,
                held,
                rating,
                changes + 1);
    }
}
