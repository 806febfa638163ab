package amends.media;

/**
 * Which tones are played in the agent's ear.
 *
 * @param waiting while another call waits
 * @param zip before a call that is answered by itself
 */
public record ToneWishes(boolean waiting, boolean zip) {
    public static final ToneWishes ALL = new ToneWishes(true, true);
}
