package amends.media;

import amends.rtp.VoiceCoding;
import amends.telephony.Codec;
import java.util.ArrayList;
import java.util.List;

/** What a desk offers, in its order of preference. */
public final class Codecs {
    private Codecs() {}

    /**
     * @param codings best first, at least one
     * @return with keys pressed (RFC 4733) at every clock that is among them, and comfort noise (RFC 3389)
     */
    public static List<Codec> offered(List<VoiceCoding> codings) {
        var codecs = new ArrayList<Codec>();
        for (VoiceCoding coding : codings) codecs.add(of(coding));
        codecs.add(Codec.COMFORT_NOISE);
        codecs.add(Codec.TELEPHONE_EVENT);
        if (codings.contains(VoiceCoding.OPUS)) codecs.add(Codec.WIDE_TELEPHONE_EVENT);
        return codecs;
    }

    static Codec of(VoiceCoding coding) {
        return new Codec(
                coding.payloadType(),
                coding.encodingName(),
                coding.clockRate(),
                coding.channels(),
                coding.parameters());
    }
}
