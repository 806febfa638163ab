package amends.acd;

import amends.telephony.CallId;
import java.util.Optional;

/** How far somebody is who came into a call of this desk; {@link GuestCourse} says what becomes of it. */
sealed interface GuestPhase {
    record Empty() implements GuestPhase {}

    /** @param keys what was pressed of the key so far */
    record Proving(CallId guest, String keys) implements GuestPhase {}

    /** The key is being looked up. @param before where the guest was meanwhile, if they were in already */
    record Judging(CallId guest, String keys, Optional<VisitGrant> before) implements GuestPhase {}

    /** @param keys what was pressed of the key of another grant */
    record Inside(CallId guest, VisitGrant grant, String keys) implements GuestPhase {}

    GuestPhase EMPTY = new Empty();

    default Optional<CallId> who() {
        return switch (this) {
            case Empty e -> Optional.empty();
            case Proving p -> Optional.of(p.guest());
            case Judging j -> Optional.of(j.guest());
            case Inside i -> Optional.of(i.guest());
        };
    }

    /** By what right the guest is in a call now. */
    default Optional<VisitGrant> right() {
        return switch (this) {
            case Inside i -> Optional.of(i.grant());
            case Judging j -> j.before();
            default -> Optional.empty();
        };
    }
}
