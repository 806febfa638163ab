package amends.media;

/**
 * The receiving side of one leg in figures since it was connected.
 *
 * @param received RTP packets of the far end, duplicates not counted
 * @param lost expected by their sequence numbers and never seen, at least 0
 * @param duplicates seen more than once
 * @param late came after their moment to be played
 * @param strangers datagrams from elsewhere than the far end, no RTP, or of a coding not agreed
 * @param refused encrypted packets that were not authentic, or came before
 * @param played frames of {@link Pcm#FRAME_MS} that came whole
 * @param concealed frames in which something missing was made up
 * @param stretched frames put in so that more late packets are in time
 * @param skipped frames left out to shorten the delay
 * @param recovered concealed frames that the packet after them told again
 * @param jitterMs interarrival jitter (RFC 3550 §6.4.1) in milliseconds
 * @param depthMs how much is buffered now
 */
public record MediaStatistics(
        long received,
        long lost,
        long duplicates,
        long late,
        long strangers,
        long refused,
        long played,
        long concealed,
        long stretched,
        long skipped,
        long recovered,
        double jitterMs,
        int depthMs) {
    /**
     * The part of the far end's voice that was sent and not heard, 0–100: what never came or came too late, but no more
     * than what had to be made up, since a sender that jumps in its numbers has lost nothing.
     */
    public double lossPercent() {
        long sent = received + lost;
        double missing = sent == 0 ? 0 : (double) (lost + late) / sent;
        return 100 * Math.min(missing, concealedShare());
    }

    /** The part of the heard frames that was made up, 0–1. */
    public double concealedShare() {
        long frames = played + concealed;
        return frames == 0 ? 0 : (double) concealed / frames;
    }
}
