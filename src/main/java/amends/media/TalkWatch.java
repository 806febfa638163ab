package amends.media;

/**
 * Watches how the two of one call speak, by the loudness of each 20 ms alone. Every sign comes later than it goes, so that
 * nothing flickers; which one is said changes at most every three seconds. One thread, no allocation.
 *
 * <table>
 * <caption>when a sign comes, and when it goes</caption>
 * <tr><th>sign<th>comes<th>goes
 * <tr><td>TALKING_OVER<td>both spoke for 1.5 s, each second apart taking 0.25 s off<td>0.3 s left of it
 * <tr><td>AGENT_TOO_LOUD<td>above −9 dB of full scale<td>below −12 dB
 * <tr><td>AGENT_TOO_QUIET, CUSTOMER_TOO_QUIET<td>below −38 dB<td>above −34 dB
 * <tr><td>AGENT_MONOLOGUE<td>60 s in which the customer had no turn<td>a turn of the customer (1 s)
 * <tr><td>CUSTOMER_MONOLOGUE<td>120 s in which the agent had none<td>a turn of the agent
 * <tr><td>SILENCE<td>10 s<td>0.3 s of speech
 * </table>
 *
 * Where both channels are empty to the last bit (the call is on hold) time stands still, and nothing is said before both
 * have carried sound: of a desk without a microphone nobody knows who speaks.
 */
final class TalkWatch {
    private static final int SECOND = 1000 / Pcm.FRAME_MS;
    private static final int OVER_COMES = 3 * SECOND / 2 * 4;
    private static final int OVER_GOES = 3 * SECOND / 10 * 4;
    private static final int OVER_MOST = 3 * SECOND * 4;
    private static final int LONG_AGENT = 60 * SECOND;
    private static final int LONG_CUSTOMER = 120 * SECOND;
    private static final int LONG_SILENCE = 10 * SECOND;
    private static final int SOUND = 3 * SECOND / 10;
    private static final int STEADY = 3 * SECOND;
    private static final double LOUD = -9;
    private static final double LOUD_NO_MORE = -12;
    private static final double QUIET = -38;
    private static final double QUIET_NO_MORE = -34;

    private final TalkSide agent = new TalkSide();
    private final TalkSide customer = new TalkSide();
    /** In quarters of a frame. */
    private int over;

    private int agentAlone;
    private int customerAlone;
    private int silent;
    private int sounding;
    private int shownFor = STEADY;
    private boolean isOver;
    private boolean isLoud;
    private boolean isQuiet;
    private boolean isCustomerQuiet;
    private TalkHint said;

    /** Root mean squares of the same 20 ms. */
    void frame(double agentsLoudness, double customersLoudness) {
        if (agentsLoudness == 0 && customersLoudness == 0) return;
        agent.frame(agentsLoudness);
        customer.frame(customersLoudness);
        if (!agent.carries() || !customer.carries()) return;
        together();
        alone();
        silence();
        loudness();
        say(first());
    }

    /** What is to be said; null when nothing is. */
    TalkHint hint() {
        return said;
    }

    private void together() {
        boolean both = agent.speaks() && customer.speaks();
        over = Math.clamp(over + (both ? 4 : -1), 0, OVER_MOST);
        isOver = isOver ? over > OVER_GOES : over >= OVER_COMES;
    }

    private void alone() {
        agentAlone = customer.holdsTurn() ? 0 : agent.holdsTurn() || agentAlone > 0 ? agentAlone + 1 : 0;
        customerAlone = agent.holdsTurn() ? 0 : customer.holdsTurn() || customerAlone > 0 ? customerAlone + 1 : 0;
    }

    private void silence() {
        boolean sound = agent.speaks() || customer.speaks();
        sounding = sound ? sounding + 1 : 0;
        if (!sound) silent++;
        // The hangover of a click is as long as the sound that ends a silence.
        else if (sounding > SOUND) silent = 0;
        if (silent >= LONG_SILENCE) {
            agentAlone = 0;
            customerAlone = 0;
        }
    }

    private void loudness() {
        isLoud = agent.isJudged() && agent.decibels() > (isLoud ? LOUD_NO_MORE : LOUD);
        isQuiet = agent.isJudged() && agent.decibels() < (isQuiet ? QUIET_NO_MORE : QUIET);
        isCustomerQuiet = customer.isJudged() && customer.decibels() < (isCustomerQuiet ? QUIET_NO_MORE : QUIET);
    }

    private TalkHint first() {
        if (isOver) return TalkHint.TALKING_OVER;
        if (isLoud) return TalkHint.AGENT_TOO_LOUD;
        if (isQuiet) return TalkHint.AGENT_TOO_QUIET;
        if (isCustomerQuiet) return TalkHint.CUSTOMER_TOO_QUIET;
        if (agentAlone >= LONG_AGENT) return TalkHint.AGENT_MONOLOGUE;
        if (customerAlone >= LONG_CUSTOMER) return TalkHint.CUSTOMER_MONOLOGUE;
        return silent >= LONG_SILENCE ? TalkHint.SILENCE : null;
    }

    private void say(TalkHint now) {
        shownFor = Math.min(STEADY, shownFor + 1);
        if (now == said || shownFor < STEADY) return;
        said = now;
        shownFor = 0;
    }
}
