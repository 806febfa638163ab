package amends.sms;

import amends.kernel.Cancellable;
import amends.kernel.PhoneNumber;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The way to the mobile network. */
public interface SmsGateway extends AutoCloseable {
    /** Begins to connect, and stays at it until closed. @param receiver hears of what comes from the network */
    void open(Receiver receiver);

    /** Whether handing over makes sense now. Answers at once, on any thread. */
    boolean isReachable();

    /** Tells every change of {@link #isReachable}, on whichever thread found out. */
    Cancellable onReachable(Consumer<Boolean> listener);

    /** Waits until the agreed pace lets another message leave. @return false when there is no way now */
    boolean awaitTurn();

    /** Hands a message over and waits for the network's answer. Never throws for what the network does. */
    Answer submit(Submission submission);

    @Override
    void close();

    /** @param validity how long the network may try */
    record Submission(PhoneNumber to, String text, Duration validity) {}

    sealed interface Answer {
        /** @param messageId by which the network will speak of it */
        record Taken(String messageId) implements Answer {}

        /** The network will never take it. */
        record Refused(String reason) implements Answer {}

        /** The network cannot take it just now: throttled, its queue is full. */
        record NotNow(String reason) implements Answer {}

        /** It surely did not leave. */
        record NotSent(String reason) implements Answer {}

        /** It may have left, and no answer was seen. */
        record Unanswered(String reason) implements Answer {}
    }

    /** What comes from the network. Called on the gateway's threads; may block. */
    interface Receiver {
        /**
         * @return once it is stored
         * @throws RuntimeException when it could not be kept: the network is told to come again
         */
        void received(Arrival arrival);

        /** As {@link #received}. */
        void receipt(Receipt receipt);
    }

    /**
     * A message or a part of one, as it came.
     *
     * @param connection names the connection on which it came: what is repeated on a later one may be the same
     * @param fingerprint the same for the same bytes between the same two numbers
     * @param numbered whether the fingerprint has the sender's own number of the message in it: then the same
     *     fingerprint is the same message on one connection too
     * @param from as the network writes it
     * @param text raw; of a part perhaps with half a character at its ends
     */
    record Arrival(
            String connection,
            String fingerprint,
            boolean numbered,
            String from,
            String to,
            String text,
            Optional<Part> part) {}

    /** @param number from 1 @param of how many there are @param reference the same for all parts of one message */
    record Part(int reference, int number, int of) {}

    /**
     * What became of a message.
     *
     * @param messageId as in {@link Answer.Taken}, or the same number in another notation
     * @param from the number that the message went to, as the network writes it
     * @param text as it came, for people
     */
    record Receipt(String messageId, String from, Fate fate, String text) {}

    enum Fate {
        DELIVERED,
        EXPIRED,
        UNDELIVERABLE,
        /** On its way still, or a word that says nothing. */
        UNDECIDED
    }
}
