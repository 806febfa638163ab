package amends.telephony;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * One side's terms for the audio of a call: where it wants to be sent to, and in what.
 *
 * @param address where RTP is received
 * @param codecs in order of preference; telephone-event among them where keys are understood
 */
public record MediaTerms(InetSocketAddress address, List<Codec> codecs, MediaDirection direction) {
    public MediaTerms {
        codecs = List.copyOf(codecs);
    }
}
