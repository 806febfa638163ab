package amends.acd;

import amends.telephony.GuestPart;

/** What a lead does in an agent's live call. */
public enum VisitMode {
    LISTEN(GuestPart.LISTENS),
    /** Speaks in the agent's ear; the customer does not hear it. */
    WHISPER(GuestPart.WHISPERS),
    /** Speaks with both. */
    BARGE(GuestPart.JOINS),
    /** Takes the customer over; until the exchange has done so all three hear each other. */
    INTERCEPT(GuestPart.JOINS);

    private final GuestPart part;

    VisitMode(GuestPart part) {
        this.part = part;
    }

    GuestPart part() {
        return part;
    }
}
