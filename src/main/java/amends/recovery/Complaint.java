package amends.recovery;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer's complaint, from its receipt to its end (ISO 10002).
 *
 * @param number what people call it by: short, and unique across the desks
 * @param customerName as the customer was addressed then; empty when not known
 * @param contact in which it was made; empty when it came another way
 * @param callBack where the customer wants to be called; empty when they gave no number
 * @param subject in one line
 * @param what happened, in several lines; may be empty
 * @param owner who sees to it until it is closed
 * @param opened when it was received
 */
public record Complaint(
        UUID id,
        int number,
        Source source,
        Optional<UUID> customer,
        String customerName,
        Optional<UUID> contact,
        Optional<PhoneNumber> callBack,
        String subject,
        String what,
        Severity severity,
        UUID owner,
        Instant opened,
        State state,
        ComplaintClocks clocks,
        CaseFile file) {

    /** One of which nothing is found out yet. */
    public Complaint(
            UUID id,
            int number,
            Source source,
            Optional<UUID> customer,
            String customerName,
            Optional<UUID> contact,
            Optional<PhoneNumber> callBack,
            String subject,
            String what,
            Severity severity,
            UUID owner,
            Instant opened,
            State state,
            ComplaintClocks clocks) {
        this(
                id,
                number,
                source,
                customer,
                customerName,
                contact,
                callBack,
                subject,
                what,
                severity,
                owner,
                opened,
                state,
                clocks,
                CaseFile.NEW);
    }

    /** How it reached us. */
    public enum Source {
        /** Said to an agent, who has read it back: acknowledged at once. */
        CALL,
        /** A survey's answer: nobody has told the customer yet that it was heard. */
        LOW_SCORE,
        /** By post or handed in: entered by hand or by import, and nobody has told the customer yet that it came. */
        LETTER,
        EMAIL,
        /** Written in public: others read along. */
        SOCIAL_MEDIA;

        /** Whether somebody of us wrote it down: its owner, at first. Else the house did by itself. */
        boolean isEntered() {
            return this != LOW_SCORE;
        }
    }

    public enum State {
        RECEIVED,
        ACKNOWLEDGED,
        ASSESSED,
        UNDER_INVESTIGATION,
        RESPONDED,
        CLOSED,
        /** The answer did not hold: it begins again, under the same number. */
        REOPENED;

        /** Whether the customer still waits for an answer. */
        public boolean isOpen() {
            return this != RESPONDED && this != CLOSED;
        }
    }

    /** Since when its customer waits: since it was received, or reopened. */
    public Instant since() {
        return file.reopened().orElse(opened);
    }

    /** What is late, and since when. */
    public Optional<ComplaintClocks.Running> overdue(Instant now) {
        return clocks.overdue(now);
    }

    Complaint standing(State now, ComplaintClocks clocks, CaseFile file) {
        return with(now, clocks, file, severity, owner);
    }

    Complaint weighed(Severity now) {
        return with(state, clocks, file, now, owner);
    }

    Complaint owned(UUID by, CaseFile file) {
        return with(state, clocks, file, severity, by);
    }

    private Complaint with(State now, ComplaintClocks clocks, CaseFile file, Severity severity, UUID owner) {
        return new Complaint(
                id,
                number,
                source,
                customer,
                customerName,
                contact,
                callBack,
                subject,
                what,
                severity,
                owner,
                opened,
                now,
                clocks,
                file);
    }
}
