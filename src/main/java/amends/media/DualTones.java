package amends.media;

/** Keys as the tones of a telephone (ITU-T Q.23), for a far end that understands nothing else. */
final class DualTones {
    private static final String ROWS = "123A456B789C*0#D";
    private static final int[] LOW = {697, 770, 852, 941};
    private static final int[] HIGH = {1209, 1336, 1477, 1633};
    /** Each of both tones: -9 dB below full scale, so that together they stay under it. */
    private static final double LEVEL = 0.3 * Short.MAX_VALUE;

    private static final int PRESSED_MS = 100;
    private static final int APART_MS = 80;

    private DualTones() {}

    /** @param keys what is no key is left out @return samples at {@link Pcm#RATE}, a pause after each */
    static short[] of(String keys) {
        int pressed = Pcm.RATE * PRESSED_MS / 1000;
        int whole = pressed + Pcm.RATE * APART_MS / 1000;
        int[] places = keys.chars().map(ROWS::indexOf).filter(i -> i >= 0).toArray();
        var samples = new short[places.length * whole];
        for (int i = 0; i < places.length; i++) {
            double low = 2 * Math.PI * LOW[places[i] / 4] / Pcm.RATE;
            double high = 2 * Math.PI * HIGH[places[i] % 4] / Pcm.RATE;
            for (int t = 0; t < pressed; t++)
                samples[i * whole + t] = (short) (LEVEL * (Math.sin(low * t) + Math.sin(high * t)));
        }
        return samples;
    }
}
