package amends.pbx;

import amends.rtp.VoiceCoding;
import amends.sip.Agreement;
import amends.sip.SessionDescription;
import amends.telephony.Codec;
import amends.telephony.CryptoKey;
import amends.telephony.MediaDirection;
import amends.telephony.MediaEncryption;
import amends.telephony.MediaTerms;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** One leg's offers and answers, and the port that they are about. Belongs to the exchange's loop. */
final class LegMedia {
    /** All that the exchange carries. */
    static final List<Codec> CARRIED = List.of(
            coding(VoiceCoding.OPUS),
            Codec.G722,
            Codec.PCMU,
            Codec.PCMA,
            Codec.TELEPHONE_EVENT,
            Codec.WIDE_TELEPHONE_EVENT);

    /** What anybody can: what the exchange says to callers of whom it does not know yet who will talk to them. */
    static final List<Codec> COMMONPLACE = List.of(Codec.PCMU, Codec.PCMA, Codec.TELEPHONE_EVENT);

    private final MediaPort port;
    private final InetSocketAddress address;
    private final long sessionId;
    private long version;
    private List<Codec> agreed = CARRIED;
    /** The same by our own numbers. */
    private List<Codec> here = CARRIED;

    /** One key a suite, made when a leg first speaks of keys. */
    private final List<CryptoKey> keys = LegKeys.fresh();

    private SessionDescription said;
    private boolean offersKeys;
    private MediaEncryption agreedKeys = MediaEncryption.NONE;
    private boolean held;
    /** Whether the far end offered a profile with feedback: the call stays in it. */
    private boolean feedback;

    LegMedia(MediaPort port, InetAddress address, long sessionId) {
        this.port = port;
        this.address = new InetSocketAddress(address, port.port());
        this.sessionId = sessionId;
    }

    MediaPort port() {
        return port;
    }

    /** In the far end's numbers; the voice codec first. */
    List<Codec> agreed() {
        return agreed;
    }

    /** What the leg hears. */
    private VoiceCoding coding() {
        Codec voice = agreed.getFirst();
        return VoiceCoding.named(voice.name(), voice.clockRate()).orElse(VoiceCoding.PCMU);
    }

    private static Codec coding(VoiceCoding coding) {
        return new Codec(
                coding.payloadType(),
                coding.encodingName(),
                coding.clockRate(),
                coding.channels(),
                coding.parameters());
    }

    private static int voiceType(List<Codec> codecs) {
        return codecs.getFirst().payloadType();
    }

    private static int keysType(List<Codec> codecs) {
        return codecs.stream()
                .filter(Codec::isTelephoneEvent)
                .mapToInt(Codec::payloadType)
                .findFirst()
                .orElse(-1);
    }

    void rest() {
        port.become(new MediaPort.Task.Rest());
    }

    void echo() {
        port.become(new MediaPort.Task.Echo());
    }

    void play(Clip clip) {
        port.become(new MediaPort.Task.Play(clip, coding(), voiceType(agreed)));
    }

    /** What this leg says goes to the other, in the other's numbers. */
    void relayTo(LegMedia other) {
        byte[] types = typesFor(other);
        boolean same = true;
        for (int i = 0; i < types.length; i++) same &= types[i] == i;
        port.become(new MediaPort.Task.Relay(other.port, same ? null : types));
    }

    /** Packets come by our numbers, or by the far end's where it does not tell the two apart. */
    private byte[] typesFor(LegMedia other) {
        var types = new byte[128];
        for (int i = 0; i < types.length; i++) types[i] = (byte) i;
        for (List<Codec> numbers : List.of(agreed, here)) {
            types[voiceType(numbers)] = (byte) voiceType(other.agreed);
            int keys = keysType(numbers);
            if (keys >= 0 && keysType(other.agreed) >= 0) types[keys] = (byte) keysType(other.agreed);
        }
        return types;
    }

    /** Whether what one codes the other can decode: packets go on as they are. */
    boolean canTalkWith(LegMedia other) {
        return agreed.getFirst().sameCoding(other.agreed.getFirst());
    }

    boolean held() {
        return held;
    }

    /** Lets the far end encrypt if it can; without this only what the far end offers is taken. */
    LegMedia offeringKeys() {
        offersKeys = true;
        return this;
    }

    /** In the clear will do as well, unless the leg is encrypted already. */
    private MediaEncryption mine() {
        return agreedKeys.agreed().isPresent() ? agreedKeys.demandedNow() : new MediaEncryption(false, false, keys);
    }

    SessionDescription offer(List<Codec> codecs) {
        return say(
                new MediaTerms(address, codecs, MediaDirection.SENDRECV, offersKeys ? mine() : MediaEncryption.NONE));
    }

    /** What was said last, to be offered again. */
    SessionDescription offerAgain() {
        return offer(here);
    }

    /**
     * The codecs of an offer that can be carried, by its numbers, with keys at every clock that it names: the other
     * telephone may know another than the voice's. Empty when there is no voice codec among them, or the audio cannot be
     * sent to from here.
     */
    static List<Codec> carried(SessionDescription offer, InetAddress here) {
        var ours = new MediaTerms(new InetSocketAddress(here, 0), CARRIED, MediaDirection.SENDRECV);
        return offer.readings().stream()
                .map(SessionDescription::audio)
                .filter(theirs -> theirs.address().getPort() != 0 && Agreement.reached(theirs, ours))
                .filter(theirs -> !theirs.encryption().demanded()
                        || !theirs.encryption().keys().isEmpty())
                .map(theirs -> Agreement.known(theirs.codecs(), CARRIED))
                .filter(codecs -> codecs.stream().anyMatch(Codec::isVoice))
                .findFirst()
                .orElse(List.of());
    }

    List<Codec> carried(SessionDescription offer) {
        return carried(offer, address.getAddress());
    }

    /**
     * Answers an offer with one voice codec, so that the far end cannot change to one that the other leg has not.
     *
     * @param able what may be agreed to, in order of preference of the offer
     */
    Optional<SessionDescription> answer(SessionDescription offer, List<Codec> able) {
        return offer.readings().stream()
                .flatMap(reading -> answerStream(reading, able).stream())
                .findFirst();
    }

    private Optional<SessionDescription> answerStream(SessionDescription offer, List<Codec> able) {
        var common = single(Agreement.common(offer.audio().codecs(), able));
        boolean encrypted = agreedKeys.agreed().isPresent();
        var encryption = new MediaEncryption(false, encrypted, keys);
        var local = new MediaTerms(address, common, MediaDirection.SENDRECV, encryption);
        return Agreement.answering(offer.audio(), local, MediaDirection.SENDRECV)
                .map(agreement -> {
                    agreed = agreement.remote().codecs();
                    here = agreement.local().codecs();
                    encrypt(agreement);
                    follow(offer.audio());
                    feedback = offer.hasFeedback();
                    return say(agreement.local()).answering(offer);
                });
    }

    /** Takes the answer to what was offered. @return whether there is something in common that can be sent to */
    boolean take(SessionDescription answer) {
        Optional<Agreement> agreement = Agreement.answered(said.audio(), answer.audio());
        agreement.ifPresent(a -> {
            agreed = single(a.remote().codecs());
            here = single(a.local().codecs());
            encrypt(a);
            follow(answer.audio());
        });
        return agreement.isPresent();
    }

    private void encrypt(Agreement agreement) {
        agreedKeys = agreement.local().encryption();
        offersKeys |= agreedKeys.agreed().isPresent();
        port.encrypt(agreedKeys.agreed(), agreement.remote().encryption().agreed());
    }

    private void follow(MediaTerms theirs) {
        boolean nowhere = theirs.address().getAddress().isAnyLocalAddress();
        held = nowhere || !theirs.direction().receives();
        if (!nowhere) port.sendTo(theirs.address());
    }

    private static List<Codec> single(List<Codec> codecs) {
        var voice = codecs.stream().filter(Codec::isVoice).limit(1);
        var keys = codecs.stream().filter(Codec::isTelephoneEvent).limit(1);
        return java.util.stream.Stream.concat(voice, keys).toList();
    }

    private SessionDescription say(MediaTerms terms) {
        if (said == null || !said.audio().equals(terms)) version++;
        said = SessionDescription.of(terms, sessionId, version).withFeedback(feedback);
        return said;
    }
}
