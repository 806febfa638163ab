package amends.media;

/**
 * How loud something is, in decibels below full scale.
 *
 * @param peak of the loudest sample: 0 for a sample at the limit
 * @param rms of the mean power: 0 for a sine at the limit (AES17)
 */
public record Loudness(double peak, double rms) {
    /** Nothing at all, and as low as is told. */
    public static final double LEAST = -96;

    public static final Loudness SILENCE = new Loudness(LEAST, LEAST);
}
