package amends.media;

import amends.rtp.G711;
import amends.telephony.Codec;
import amends.telephony.MediaTerms;
import java.util.List;
import java.util.Optional;

/**
 * What the payload types of a leg mean. Keys may come under our number or the far end's: both are in use among
 * peers that are otherwise in order.
 *
 * @param law null when no audio coding is in common
 * @param audioType what audio is sent as
 * @param keyType what keys are sent as; −1 when the far end does not understand them
 */
record Payloads(G711 law, int audioType, int keyType) {
    static final List<Codec> OFFERED = List.of(Codec.PCMA, Codec.PCMU, Codec.TELEPHONE_EVENT);
    static final Payloads NONE = new Payloads(null, -1, -1);

    static Payloads agreed(MediaTerms remote) {
        int keys = remote.codecs().stream()
                .filter(codec -> codec.sameCoding(Codec.TELEPHONE_EVENT))
                .mapToInt(Codec::payloadType)
                .findFirst()
                .orElse(-1);
        return remote.codecs().stream()
                .filter(codec -> lawOf(codec).isPresent())
                .findFirst()
                .map(codec -> new Payloads(lawOf(codec).get(), codec.payloadType(), keys))
                .orElse(new Payloads(null, -1, keys));
    }

    private static Optional<G711> lawOf(Codec codec) {
        if (codec.sameCoding(Codec.PCMA)) return Optional.of(G711.A_LAW);
        return codec.sameCoding(Codec.PCMU) ? Optional.of(G711.MU_LAW) : Optional.empty();
    }

    /** The coding of a received packet: both laws were offered, so both may come at any time. */
    G711 lawOf(int payloadType) {
        if (payloadType == G711.A_LAW.payloadType()) return G711.A_LAW;
        if (payloadType == G711.MU_LAW.payloadType()) return G711.MU_LAW;
        return payloadType == audioType ? law : null;
    }

    boolean isKey(int payloadType) {
        return payloadType == keyType || payloadType == Codec.TELEPHONE_EVENT.payloadType() && payloadType != audioType;
    }
}
