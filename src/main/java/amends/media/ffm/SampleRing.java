package amends.media.ffm;

/** Samples between two threads, as audio_ring.c keeps them. One puts, one takes; neither waits. */
final class SampleRing {
    private final short[] samples;
    private volatile long put;
    private volatile long taken;

    /** @param size a power of two */
    SampleRing(int size) {
        samples = new short[size];
    }

    int waiting() {
        return (int) (put - taken);
    }

    /** @return how many fitted in */
    int put(short[] pcm, int count) {
        int fits = Math.min(count, samples.length - waiting());
        long at = put;
        for (int i = 0; i < fits; i++) samples[(int) (at + i) & samples.length - 1] = pcm[i];
        put = at + fits;
        return fits;
    }

    /** @return how many there were */
    int take(short[] pcm, int count) {
        int there = Math.min(count, waiting());
        long at = taken;
        for (int i = 0; i < there; i++) pcm[i] = samples[(int) (at + i) & samples.length - 1];
        taken = at + there;
        return there;
    }
}
