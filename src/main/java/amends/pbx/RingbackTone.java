package amends.pbx;

/** What a caller whose call is answered already hears while the other side rings: 450 Hz, 1 s on, 4 s off. */
final class RingbackTone {
    private RingbackTone() {}

    static Clip clip() {
        var samples = new short[5 * Clip.RATE];
        for (int i = 0; i < Clip.RATE; i++) {
            double edge = Math.min(1, Math.min(i, Clip.RATE - i) / 80.0);
            samples[i] = (short) (3000 * edge * Math.sin(2 * Math.PI * 450 * i / Clip.RATE));
        }
        return Clip.of(samples);
    }
}
