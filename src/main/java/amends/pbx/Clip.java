package amends.pbx;

import amends.rtp.G711;
import java.time.Duration;
import java.util.Arrays;

/** Sound that the exchange plays: 8 kHz mono, kept coded both ways so that playing costs nothing. Immutable. */
public final class Clip {
    static final int RATE = 8000;
    private final byte[] muLaw;
    private final byte[] aLaw;

    private Clip(byte[] muLaw, byte[] aLaw) {
        if (muLaw.length == 0) throw new IllegalArgumentException("a clip without sound");
        this.muLaw = muLaw;
        this.aLaw = aLaw;
    }

    /** @param samples 16-bit, 8 kHz, mono */
    public static Clip of(short[] samples) {
        return new Clip(G711.MU_LAW.encode(samples), G711.A_LAW.encode(samples));
    }

    /** @param bytes 16-bit little-endian samples, 8 kHz, mono, without a header */
    public static Clip ofPcm(byte[] bytes) {
        var samples = new short[bytes.length / 2];
        for (int i = 0; i < samples.length; i++) samples[i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
        return of(samples);
    }

    public Duration length() {
        return Duration.ofMillis(muLaw.length * 1000L / RATE);
    }

    /** So long a silence after it that playing it over again is not heard by who is played it once. */
    Clip followedBySilence() {
        byte silentMu = G711.MU_LAW.encode((short) 0);
        byte silentA = G711.A_LAW.encode((short) 0);
        int length = muLaw.length + 10 * RATE;
        byte[] mu = Arrays.copyOf(muLaw, length);
        byte[] a = Arrays.copyOf(aLaw, length);
        Arrays.fill(mu, muLaw.length, length, silentMu);
        Arrays.fill(a, aLaw.length, length, silentA);
        return new Clip(mu, a);
    }

    /** The samples coded by that law; not to be changed. */
    byte[] coded(G711 law) {
        return law == G711.A_LAW ? aLaw : muLaw;
    }
}
