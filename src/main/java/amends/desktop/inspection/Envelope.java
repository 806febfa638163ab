package amends.desktop.inspection;

/** The loudest sample of each of so many equal pieces of a channel, 0 to 1. */
record Envelope(float[] peaks) {
    static Envelope of(short[] samples, int pieces) {
        float[] peaks = new float[Math.max(1, pieces)];
        for (int i = 0; i < peaks.length; i++) {
            int from = (int) ((long) samples.length * i / peaks.length);
            int to = (int) ((long) samples.length * (i + 1) / peaks.length);
            int loudest = 0;
            for (int at = from; at < to; at++) loudest = Math.max(loudest, Math.abs((int) samples[at]));
            peaks[i] = loudest / 32768f;
        }
        return new Envelope(peaks);
    }
}
