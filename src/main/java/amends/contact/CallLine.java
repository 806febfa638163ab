package amends.contact;

import java.util.Optional;

/**
 * What the line of one call was like, kept with its contact so that a bad line is not blamed on the agent. Opinions are
 * the E-model's (ITU-T G.107), in hundredths, {@value #LOWEST} (bad) to {@value #HIGHEST}. Figures beyond their range are
 * taken to its end: they come from reports of the far end.
 *
 * @param mean the opinion at this desk over the whole call
 * @param worst the lowest opinion of any second, with what is lost smoothed over four
 * @param loss per mille of what was sent to this desk and not heard
 * @param lossThere per mille of what was sent from here and not heard; empty when the far end never reported
 * @param roundTripMs to the far end and back, in milliseconds; empty when it never reported
 */
public record CallLine(int mean, int worst, int loss, Optional<Integer> lossThere, Optional<Integer> roundTripMs) {
    public static final int LOWEST = 100;
    public static final int HIGHEST = 450;
    /** Below it many are not content; the phone panel's colours change at the same opinions. */
    private static final int GOOD = 380;
    /** Below it nearly all are not. */
    private static final int FAIR = 310;
    /** Per mille lost at the far end: the customer misses words, the customer hardly follows. */
    private static final int GAPS = 20;

    private static final int HARDLY_HEARD = 50;
    private static final int LONGEST_MS = 60_000;

    public CallLine {
        mean = Math.clamp(mean, LOWEST, HIGHEST);
        worst = Math.clamp(worst, LOWEST, HIGHEST);
        loss = Math.clamp(loss, 0, 1000);
        lossThere = lossThere.map(there -> Math.clamp(there, 0, 1000));
        roundTripMs = roundTripMs.map(ms -> Math.clamp(ms, 0, LONGEST_MS));
    }

    /** How it was to talk over it, for either of the two. */
    public Kind kind() {
        int there = lossThere.orElse(0);
        if (mean < FAIR || there >= HARDLY_HEARD) return Kind.BAD;
        return mean < GOOD || worst < FAIR || there >= GAPS ? Kind.FAIR : Kind.GOOD;
    }

    public enum Kind {
        GOOD,
        /** Words were lost, at times or throughout. */
        FAIR,
        /** Who judges the talk judges the line first. */
        BAD
    }
}
