package amends.media;

/** The samples of a timeline from the next that is played on: what came, what its coding made up, and holes. One thread. */
final class SoundLine {
    private static final int RING = 65_536;

    static final byte NOTHING = 0;
    static final byte REAL = 1;
    static final byte MADE_UP = 2;

    private final short[] ring = new short[RING];
    private final byte[] there = new byte[RING];
    private long playing;
    private long decoded;

    /** The place of the next sample to be played. */
    long playing() {
        return playing;
    }

    /** The end of what is decoded. */
    long decoded() {
        return decoded;
    }

    void put(long place, short[] pcm, byte how) {
        for (int i = (int) Math.max(0, playing - place); i < pcm.length; i++) {
            int slot = slot(place + i);
            ring[slot] = pcm[i];
            there[slot] = how;
        }
        decoded = Math.max(decoded, place + pcm.length);
    }

    /** There is nothing up to here. */
    void leaveHole(long to) {
        decoded = to;
    }

    /** What stands from that place on is not to be played, and what is over is not to be decoded. */
    void cut(long place) {
        for (; decoded > place; decoded--) there[slot(decoded - 1)] = NOTHING;
        decoded = Math.max(decoded, playing);
    }

    /** What really came and follows without a hole. @return how many samples of it */
    int lookAhead(short[] ahead) {
        int length = 0;
        while (length < ahead.length && there[slot(playing + length)] == REAL) {
            ahead[length] = ring[slot(playing + length)];
            length++;
        }
        return length;
    }

    /** Puts these before what is played next. @param samples of each */
    void insert(short[] first, short[] second, int samples) {
        playing -= samples;
        write(0, first, samples);
        write(samples, second, samples);
    }

    /** These are played next instead of what is there. */
    void replace(short[] next, int samples) {
        write(0, next, samples);
    }

    private void write(int from, short[] pcm, int length) {
        for (int i = 0; i < length; i++) {
            ring[slot(playing + from + i)] = pcm[i];
            there[slot(playing + from + i)] = REAL;
        }
    }

    /** For so long nothing is played that is not played again. */
    void hold(int samples) {
        playing -= samples;
    }

    /** What the sample so far from the next is. */
    byte how(int from) {
        return there[slot(playing + from)];
    }

    /** Copies samples of one kind. @return the end of them in the frame */
    int run(short[] frame, int from) {
        byte how = how(from);
        int to = from;
        while (to < frame.length && how(to) == how) {
            frame[to] = ring[slot(playing + to)];
            to++;
        }
        return to;
    }

    /** So many are over. */
    void forget(int samples) {
        for (int i = 0; i < samples; i++) there[slot(playing + i)] = NOTHING;
        playing += samples;
        decoded = Math.max(decoded, playing);
    }

    private static int slot(long place) {
        return (int) place & RING - 1;
    }
}
