package amends.readiness;

import amends.kernel.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A prepared plan.
 *
 * @param happened what goes wrong, for those at the desks @param answer what is said to customers
 * @param article the knowledge base's name of the article that says more; may be empty
 * @param compensation the policy's name of the option that is offered; may be empty
 * @param run under which it is on now @param version counts changes
 */
public record Plan(
        UUID id,
        String title,
        String happened,
        PlanMatch match,
        String answer,
        String article,
        String compensation,
        Notice notice,
        State state,
        Optional<UUID> run,
        long version,
        UUID changedBy,
        Instant changed) {
    public static final int MOST_TITLE = 120;
    public static final int MOST_HAPPENED = 1000;
    public static final int MOST_ANSWER = 2000;

    public Plan {
        title = PlainText.line(title, MOST_TITLE);
        happened = PlainText.lines(happened, MOST_HAPPENED);
        answer = PlainText.lines(answer, MOST_ANSWER);
        article = PlainText.line(article, 80);
        compensation = PlainText.line(compensation, 80);
    }

    public enum State {
        PREPARED,
        ON,
        /** Not to be used any more; kept for what it did. */
        RETIRED
    }

    public boolean isOn() {
        return state == State.ON;
    }

    /** A new one, not kept yet. */
    public static Plan blank(UUID id, UUID by, Instant at) {
        return new Plan(
                id,
                "",
                "",
                new PlanMatch(java.util.List.of(), java.util.List.of(), java.util.List.of(), java.util.List.of()),
                "",
                "",
                "",
                Notice.NONE,
                State.PREPARED,
                Optional.empty(),
                0,
                by,
                at);
    }

    Plan in(State next, Optional<UUID> under, UUID by, Instant at) {
        return new Plan(
                id, title, happened, match, answer, article, compensation, notice, next, under, version, by, at);
    }

    /** What was written, as this plan stands. */
    Plan saying(Plan draft, UUID by, Instant at) {
        return new Plan(
                id,
                draft.title,
                draft.happened,
                draft.match,
                draft.answer,
                draft.article,
                draft.compensation,
                draft.notice,
                state,
                run,
                version,
                by,
                at);
    }
}
