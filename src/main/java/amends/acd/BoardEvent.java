package amends.acd;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the distributor tells of all its queues and agents. An agent is named by the address of the phone. */
public sealed interface BoardEvent {
    record LinkUp() implements BoardEvent {}

    /** @param reason one plain line */
    record LinkDown(String reason) implements BoardEvent {}

    /** Time passed. */
    record Tick() implements BoardEvent {}

    /**
     * Everything as it stands; queues and agents that are not in it are not there.
     *
     * @param began when the distributor began to count; empty when it does not say
     */
    record Listed(List<Listing> queues, Optional<Instant> began) implements BoardEvent {}

    /** @param callers in the order of their positions */
    record Listing(String queue, Counters counters, List<MemberSeen> members, List<CallerJoined> callers) {}

    /**
     * What a queue has counted since its counting began.
     *
     * @param completed answered and ended
     * @param prompt of those, answered within the threshold
     * @param threshold empty when the queue has none
     */
    record Counters(int completed, int prompt, int abandoned, Optional<Duration> threshold) {}

    /** What the phone of an agent does. */
    enum Phone {
        FREE,
        RINGING,
        BUSY,
        AWAY,
        UNKNOWN
    }

    /**
     * An agent of a queue, as told when something about them changed.
     *
     * @param pause why no calls are offered; empty when they are
     * @param inCall whether a call of this queue is being talked to; known in a listing only
     * @param past what is known of the time before; only a listing needs it
     */
    record MemberSeen(
            String queue, String address, String name, Phone phone, Optional<String> pause, boolean inCall, Past past)
            implements BoardEvent {}

    /** How long ago, by the distributor's clock; empty for never. */
    record Past(Optional<Duration> joined, Optional<Duration> paused, Optional<Duration> called) {
        public static final Past NONE = new Past(Optional.empty(), Optional.empty(), Optional.empty());
    }

    record MemberGone(String queue, String address) implements BoardEvent {}

    /** @param position from 1 @param waited zero except in a listing */
    record CallerJoined(String queue, String caller, String number, int position, Duration waited)
            implements BoardEvent {}

    /** Answered, gave up or was let go. */
    record CallerLeft(String queue, String caller) implements BoardEvent {}

    record CallerAbandoned(String queue, String caller) implements BoardEvent {}

    /** The caller rings at the agent's phone. */
    record Offered(String address, String caller) implements BoardEvent {}

    record OfferEnded(String address, String caller) implements BoardEvent {}

    record Connected(String queue, String address, String caller, Duration waited) implements BoardEvent {}

    record Completed(String queue, String address, String caller, Duration waited) implements BoardEvent {}
}
