package amends.media;

/** One of the two who speak: whether they do, for how long, and how loud they usually are. One thread, no allocation. */
final class TalkSide {
    /** Root mean square from which on a frame is speech: about −45 dB of full scale. */
    private static final double SPEECH = 180;
    /** A pause between words is no end of speaking: 300 ms. */
    private static final int HANGOVER = 15;
    /** So much of a turn makes it one, and not a cough or a "yes": 1 s. */
    private static final int TURN = 50;
    /** How fast the usual loudness follows, in frames of speech: about 3 s. */
    private static final double FOLLOW = 1 / 150.0;
    /** Frames of speech before its loudness is judged: 3 s. */
    private static final int JUDGED = 150;

    /** Frames with any sound at all before a channel is taken for one that carries it: 1 s. */
    private static final int CARRIED = 50;

    private int carried;
    private int hangover;
    private int turn;
    private int spoken;
    private double decibels;

    /** @param loudness root mean square of 20 ms */
    void frame(double loudness) {
        if (loudness >= 1) carried = Math.min(carried + 1, CARRIED);
        boolean speech = loudness >= SPEECH;
        if (speech) {
            hangover = HANGOVER;
            double now = 20 * Math.log10(loudness / Short.MAX_VALUE);
            decibels = spoken == 0 ? now : decibels + (now - decibels) * FOLLOW;
            spoken = Math.min(spoken + 1, JUDGED);
        } else if (hangover > 0) hangover--;
        turn = speaks() ? Math.min(turn + 1, TURN) : 0;
    }

    /** Whether this channel has ever carried sound, be it a quiet room: without a microphone it never does. */
    boolean carries() {
        return carried >= CARRIED;
    }

    boolean speaks() {
        return hangover > 0;
    }

    /** Whether it is a turn of the talk by now. */
    boolean holdsTurn() {
        return turn >= TURN;
    }

    boolean isJudged() {
        return spoken >= JUDGED;
    }

    /** Of full scale, over the last seconds of speech. */
    double decibels() {
        return decibels;
    }
}
