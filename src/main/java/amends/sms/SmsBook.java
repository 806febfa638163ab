package amends.sms;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outgoing messages as they are stored, for those who carry them. Blocks; joins the caller's transaction. */
public interface SmsBook extends Outbox {
    Optional<OutgoingSms> sms(UUID id);

    /** Keeps the new course if the stored one is still the one before. @return whether it was */
    boolean move(SmsCourse before, SmsCourse after);

    /** Which messages the network calls so, newest first. Ids come round again after months. */
    List<Sent> called(List<String> messageIds);

    record Sent(UUID sms, String messageId, PhoneNumber to) {}

    /** Keeps a receipt; the same again is counted. @return empty when it was there already */
    Optional<UUID> keep(SmsGateway.Receipt receipt, Instant at);

    Optional<SmsGateway.Receipt> receipt(UUID id);

    /** What came of a receipt. */
    void settle(UUID receipt, Outcome outcome, Optional<UUID> sms);

    /** What came of the receipts of that name, in the order in which they came. */
    List<Outcome> outcomesOf(String messageId);

    enum Outcome {
        /** No message of that name is known yet. */
        WAITING,
        /** It moved a message on. */
        APPLIED,
        /** It is of a message, and changed nothing: a second one, or an interim one. */
        LEFT,
        /** Of no message that we know. */
        UNKNOWN
    }
}
