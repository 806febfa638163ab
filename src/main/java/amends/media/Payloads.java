package amends.media;

import amends.rtp.VoiceCoding;
import amends.telephony.Codec;
import amends.telephony.MediaTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the payload types of a leg mean: sent by the numbers that the far end gave them, received by the numbers that we
 * gave them, and by the far end's too where that leaves no doubt, for not every peer tells the two apart.
 *
 * @param coding what audio is sent in; null when none is in common
 * @param audioType its number at the far end
 * @param keyType what keys are sent as; −1 when the far end does not understand them
 * @param keyClock of the timestamps in keys, in Hz
 */
record Payloads(VoiceCoding coding, int audioType, int keyType, int keyClock, Map<Integer, Received> received) {
    /** What a number means when it comes in. */
    sealed interface Received {
        record Voice(VoiceCoding coding) implements Received {}

        record Key(int clockRate) implements Received {}

        record Noise() implements Received {}
    }

    static final Payloads NONE = new Payloads(null, -1, -1, 8000, Map.of());

    /** @param local as this side described itself @param remote as the far end did */
    static Payloads agreed(MediaTerms local, MediaTerms remote) {
        var received = new HashMap<Integer, Received>();
        meanings(local.codecs(), received);
        meanings(remote.codecs(), received);
        // Either law may come at any time: peers that hold calls or announce things change without asking.
        meanings(List.of(Codec.PCMA, Codec.PCMU), received);
        Optional<Codec> key =
                remote.codecs().stream().filter(Codec::isTelephoneEvent).findFirst();
        Optional<Codec> voice =
                remote.codecs().stream().filter(c -> coding(c).isPresent()).findFirst();
        return new Payloads(
                voice.flatMap(Payloads::coding).orElse(null),
                voice.map(Codec::payloadType).orElse(-1),
                key.map(Codec::payloadType).orElse(-1),
                key.map(Codec::clockRate).orElse(8000),
                Map.copyOf(received));
    }

    private static void meanings(List<Codec> codecs, Map<Integer, Received> received) {
        for (Codec codec : codecs) {
            if (codec.isTelephoneEvent())
                received.putIfAbsent(codec.payloadType(), new Received.Key(codec.clockRate()));
            else if (codec.isComfortNoise()) received.putIfAbsent(codec.payloadType(), new Received.Noise());
            else coding(codec).ifPresent(c -> received.putIfAbsent(codec.payloadType(), new Received.Voice(c)));
        }
    }

    private static Optional<VoiceCoding> coding(Codec codec) {
        return VoiceCoding.named(codec.name(), codec.clockRate());
    }

    /** Of outgoing timestamps, in Hz. */
    int clockRate() {
        return coding == null ? 8000 : coding.clockRate();
    }
}
