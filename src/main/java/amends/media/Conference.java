package amends.media;

import java.util.Arrays;
import java.util.List;

/**
 * Calls that are mixed at the desk. A far end hears the agent and the others, never itself; the agent hears all. Who
 * is not there both ways (held, or holding) neither hears nor is heard. One thread.
 */
final class Conference {
    private List<RtpLeg> members = List.of();
    private final short[] mixed = new short[Pcm.FRAME];

    /** Fewer than two are no conference. */
    void of(List<RtpLeg> legs) {
        members = legs.size() < 2 ? List.of() : List.copyOf(legs);
    }

    void without(RtpLeg gone) {
        if (members.contains(gone))
            of(members.stream().filter(leg -> leg != gone).toList());
    }

    /** Who is mixed now, the leg in the agent's ear among them; empty when that one is in no conference. */
    List<RtpLeg> with(RtpLeg focus) {
        if (!members.contains(focus)) return List.of();
        var here = members.stream().filter(RtpLeg::talks).toList();
        return here.size() < 2 ? List.of() : here;
    }

    /** What the others say to this one, valid until asked again; null when it is not among them. */
    short[] others(List<RtpLeg> together, RtpLeg listener) {
        if (!together.contains(listener)) return null;
        Arrays.fill(mixed, (short) 0);
        for (RtpLeg leg : together) if (leg != listener) add(mixed, leg.heard());
        return mixed;
    }

    /** What the agent hears, valid until asked again. */
    short[] heard(List<RtpLeg> together, RtpLeg focus) {
        if (together.isEmpty()) return focus.heard();
        Arrays.fill(mixed, (short) 0);
        for (RtpLeg leg : together) add(mixed, leg.heard());
        return mixed;
    }

    static short[] sum(short[] one, short[] other) {
        short[] sum = one.clone();
        add(sum, other);
        return sum;
    }

    static void add(short[] into, short[] what) {
        for (int i = 0; i < into.length; i++)
            into[i] = (short) Math.clamp(into[i] + what[i], Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
