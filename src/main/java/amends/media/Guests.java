package amends.media;

import amends.telephony.GuestPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who from other desks is in calls of this one. A guest hears what both sides of the call say; what a guest says goes
 * into the agent's ear, or to both sides, but never into what is tapped of the call. One thread; nothing is made anew
 * for a frame.
 */
final class Guests {
    private record Seat(RtpLeg guest, RtpLeg host, GuestPart part) {}

    private final List<Seat> seats = new ArrayList<>();
    private final short[] joined = new short[Pcm.FRAME];
    private final short[] told = new short[Pcm.FRAME];
    private final short[] ear = new short[Pcm.FRAME];

    /** @param host ignored for who is outside */
    void place(RtpLeg guest, RtpLeg host, GuestPart part) {
        seats.removeIf(seat -> seat.guest() == guest);
        if (part != GuestPart.OUTSIDE) seats.add(new Seat(guest, host, part));
    }

    /** A leg is over: as a guest, and as who had guests. */
    void without(RtpLeg gone) {
        seats.removeIf(seat -> seat.guest() == gone || seat.host() == gone);
    }

    /**
     * What the far end of a call hears besides the agent, valid until asked again.
     *
     * @param together the calls of a conference that goes on; who joins one of them is heard in all
     * @param others what the rest of the conference says; null when there is none
     */
    short[] joining(RtpLeg leg, List<RtpLeg> together, short[] others) {
        boolean any = false;
        for (Seat seat : seats) {
            boolean here = seat.host() == leg || together.contains(leg) && together.contains(seat.host());
            if (seat.part() != GuestPart.JOINS || !here) continue;
            if (!any && others == null) Arrays.fill(joined, (short) 0);
            if (!any && others != null) System.arraycopy(others, 0, joined, 0, joined.length);
            any = true;
            Conference.add(joined, seat.guest().heard());
        }
        return any ? joined : others;
    }

    /** What a guest hears, valid until asked again; null for one who has no seat. */
    short[] told(RtpLeg guest, List<RtpLeg> together) {
        for (Seat seat : seats) {
            if (seat.guest() != guest) continue;
            Arrays.fill(told, (short) 0);
            Conference.add(told, seat.host().said());
            if (!together.contains(seat.host()))
                Conference.add(told, seat.host().heard());
            else for (RtpLeg leg : together) Conference.add(told, leg.heard());
            return told;
        }
        return null;
    }

    /** What the agent hears with the guests who speak to them; null when there is nothing to hear. */
    short[] beside(short[] heard) {
        boolean any = false;
        for (Seat seat : seats) {
            if (seat.part() == GuestPart.LISTENS) continue;
            if (!any && heard == null) Arrays.fill(ear, (short) 0);
            if (!any && heard != null) System.arraycopy(heard, 0, ear, 0, ear.length);
            any = true;
            Conference.add(ear, seat.guest().heard());
        }
        return any ? ear : heard;
    }
}
