package amends.media;

/** Counts what became of the time that was to be heard, in samples; tells it in frames. One thread. */
final class HeardCount {
    private long played;
    private long concealed;
    /** Made up while nothing newer came: a loss, or the far end's own silence; its next packet tells. */
    private long stillness;

    private long stretched;
    private long skipped;

    void played(int samples) {
        played += samples;
    }

    /** @param moreCame whether something newer has come */
    void madeUp(int samples, boolean moreCame) {
        if (moreCame) concealed += samples;
        else stillness += samples;
    }

    /** Numbers without a hole before a hole in time: the far end was silent by its own will, nothing is lost. */
    void goesOn(boolean numbersMissing) {
        if (numbersMissing) concealed += stillness;
        stillness = 0;
    }

    void beginsAnew() {
        stillness = 0;
    }

    void stretched(int samples) {
        stretched += samples;
    }

    /** Nothing was there, and the timeline waited. */
    void held(int samples) {
        stretched += samples;
        stillness = Math.max(0, stillness - samples);
    }

    void skipped(long samples) {
        skipped += samples;
    }

    long played() {
        return played / Pcm.FRAME;
    }

    long concealed() {
        return (concealed + Pcm.FRAME / 2) / Pcm.FRAME;
    }

    long stretched() {
        return stretched / Pcm.FRAME;
    }

    long skipped() {
        return skipped / Pcm.FRAME;
    }
}
