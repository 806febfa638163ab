package amends.telephony;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * One side's terms for the audio of a call: where it wants to be sent to, and in what.
 *
 * @param address where RTP is received
 * @param codecs in order of preference; telephone-event among them where keys are understood
 */
public record MediaTerms(
        InetSocketAddress address, List<Codec> codecs, MediaDirection direction, MediaEncryption encryption) {
    public MediaTerms {
        codecs = List.copyOf(codecs);
    }

    /** In the clear. */
    public MediaTerms(InetSocketAddress address, List<Codec> codecs, MediaDirection direction) {
        this(address, codecs, direction, MediaEncryption.NONE);
    }

    public MediaTerms with(MediaDirection other) {
        return new MediaTerms(address, codecs, other, encryption);
    }

    public MediaTerms with(MediaEncryption other) {
        return new MediaTerms(address, codecs, direction, other);
    }

    public MediaTerms withCodecs(List<Codec> others) {
        return new MediaTerms(address, others, direction, encryption);
    }
}
