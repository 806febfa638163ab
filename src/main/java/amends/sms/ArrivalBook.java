package amends.sms;

import amends.sms.SmsGateway.Arrival;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The incoming messages as they are stored. Blocks; joins the caller's transaction. */
public interface ArrivalBook {
    /** Whether the same arrived since then, on another connection or under the same number of its sender. */
    boolean isRepeated(Arrival arrival, Instant since);

    void keep(UUID id, Arrival arrival, Instant at);

    /** The parts, this one among them, that wait for the rest of their message; empty when it is assembled. */
    List<StoredPart> waitingWith(UUID arrival);

    record StoredPart(UUID id, SmsGateway.Part part, String text, String from, String to) {}

    /** Keeps a whole message. @param arrivals of which it is made */
    void keep(Whole whole, List<UUID> arrivals);

    /** As stored, its numbers as the network writes them. */
    record Whole(UUID id, String from, String to, String text, Instant at) {}

    Optional<Whole> whole(UUID id);

    /** Marks it as told. @return false when it was before */
    boolean told(UUID id);
}
