package amends.recovery;

import amends.contact.Disposition;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What shows that something went wrong: facts a system has seen, never what somebody thinks. */
public sealed interface Evidence {
    /** What it is about. A call's is its Call-ID, so that whoever sees the same fact names it the same. */
    String fact();

    /** How much of it there was, in the unit of {@code failures.yaml}; 0 where there is nothing to measure. */
    default double measure() {
        return switch (this) {
            case LongWait wait -> minutes(wait.waited());
            case GaveUp tried -> minutes(tried.waited());
            case Dropped cut -> minutes(cut.talked());
            case BadlyHeard heard -> heard.lossPercent();
            case ThirdTransfer passed -> passed.times();
            case CalledAgain a -> 0;
            case CallbackLate l -> 0;
            case PromiseBroken p -> 0;
            case ComplaintOverdue c -> 0;
            case AnswerCorrected a -> 0;
        };
    }

    /** In which circumstances, as the rules name them; empty where there are none to tell apart. */
    default String circumstance() {
        return switch (this) {
            case CalledAgain again -> again.disposition().map(Enum::name).orElse("");
            case ComplaintOverdue late -> late.clock();
            default -> "";
        };
    }

    private static double minutes(Duration length) {
        return length.toNanos() / 60e9;
    }

    default Kind kind() {
        return switch (this) {
            case LongWait w -> Kind.LONG_WAIT;
            case GaveUp g -> Kind.GAVE_UP;
            case Dropped d -> Kind.DROPPED;
            case BadlyHeard b -> Kind.BADLY_HEARD;
            case CalledAgain a -> Kind.CALLED_AGAIN;
            case CallbackLate l -> Kind.CALLBACK_LATE;
            case ThirdTransfer t -> Kind.THIRD_TRANSFER;
            case PromiseBroken p -> Kind.PROMISE_BROKEN;
            case ComplaintOverdue c -> Kind.COMPLAINT_OVERDUE;
            case AnswerCorrected a -> Kind.ANSWER_CORRECTED;
        };
    }

    enum Kind {
        LONG_WAIT,
        GAVE_UP,
        DROPPED,
        BADLY_HEARD,
        CALLED_AGAIN,
        CALLBACK_LATE,
        THIRD_TRANSFER,
        PROMISE_BROKEN,
        COMPLAINT_OVERDUE,
        ANSWER_CORRECTED
    }

    /** Answered, but late. @param limit beyond which a wait was too long on that day */
    record LongWait(CallId call, String queue, Duration waited, Duration limit) implements Evidence {
        @Override
        public String fact() {
            return call.value();
        }
    }

    /** Left the queue unanswered. @param caller how the distributor names that caller's way through the queue */
    record GaveUp(String caller, String queue, Duration waited) implements Evidence {
        @Override
        public String fact() {
            return caller;
        }
    }

    /** Cut off while talking, though nobody hung up. */
    record Dropped(CallId call, Duration talked, ClearCause cause) implements Evidence {
        @Override
        public String fact() {
            return call.value();
        }
    }

    /** @param lossPercent of the voice's packets that never came, 0 to 100 @param hearing who heard badly */
    record BadlyHeard(CallId call, double lossPercent, Hearing hearing) implements Evidence {
        @Override
        public String fact() {
            return call.value();
        }
    }

    enum Hearing {
        /** The agent heard the customer badly. */
        AGENT,
        /** The customer heard the agent badly. */
        CUSTOMER
    }

    /**
     * Had to call again soon.
     *
     * @param earlier the contact before, answered @param at when that one began @param disposition how it ended
     */
    record CalledAgain(CallId call, UUID earlier, Instant at, Optional<Disposition> disposition) implements Evidence {
        @Override
        public String fact() {
            return call.value();
        }
    }

    /**
     * Passed on from one to the next too often.
     *
     * @param way names the customer's way through the house to every desk, from the first ring to the last
     * @param call in which it was seen @param times they were passed on
     */
    record ThirdTransfer(String way, CallId call, int times) implements Evidence {
        @Override
        public String fact() {
            return way;
        }
    }

    /** What was promised was not done by its time; it stays broken when it is done later. */
    record PromiseBroken(UUID promise, Instant due) implements Evidence {
        @Override
        public String fact() {
            return promise.toString();
        }
    }

    /** @param clock which of the complaint's clocks ran out, as the complaint names it: up to 20 letters */
    record ComplaintOverdue(UUID complaint, String clock, Instant due) implements Evidence {
        @Override
        public String fact() {
            return complaint + ":" + clock + ":" + due.getEpochSecond();
        }
    }

    /**
     * What the customer was told had to be corrected afterwards.
     *
     * @param contact or message in which they were told @param article as the knowledge base names it, with its
     *     language @param told the version that they were told @param corrected the first one that says otherwise
     *     @param at when it was corrected
     */
    record AnswerCorrected(UUID contact, Named article, int told, int corrected, Instant at) implements Evidence {
        @Override
        public String fact() {
            return contact + ":" + article.id() + ":" + article.language() + ":" + told;
        }
    }

    /** An article by its name and the tag of its language. */
    record Named(String id, String language) {}

    /** A callback that was promised was not made in time. */
    record CallbackLate(UUID callback, Instant due) implements Evidence {
        @Override
        public String fact() {
            return callback.toString();
        }
    }
}
