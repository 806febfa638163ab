package amends.pbx;

import amends.rtp.G711;
import amends.sip.Agreement;
import amends.sip.SessionDescription;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** One leg's offers and answers, and the port that they are about. Belongs to the exchange's loop. */
final class LegMedia {
    /** All that the exchange carries. */
    static final List<Codec> CARRIED = List.of(Codec.PCMU, Codec.PCMA, Codec.TELEPHONE_EVENT);

    private final MediaPort port;
    private final InetSocketAddress here;
    private final long sessionId;
    private long version;
    private List<Codec> agreed = CARRIED;
    private SessionDescription said;
    private boolean held;

    LegMedia(MediaPort port, InetAddress address, long sessionId) {
        this.port = port;
        this.here = new InetSocketAddress(address, port.port());
        this.sessionId = sessionId;
    }

    MediaPort port() {
        return port;
    }

    /** In the far end's numbers; the voice codec first. */
    List<Codec> agreed() {
        return agreed;
    }

    G711 law() {
        return agreed.stream()
                        .filter(c -> !c.isTelephoneEvent())
                        .findFirst()
                        .filter(Codec.PCMA::sameCoding)
                        .isPresent()
                ? G711.A_LAW
                : G711.MU_LAW;
    }

    /** The far end's number for the voice codec. */
    private int voiceType() {
        return agreed.getFirst().payloadType();
    }

    private int keysType() {
        return agreed.stream()
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
        port.become(new MediaPort.Task.Play(clip, law(), voiceType()));
    }

    /** What this leg says goes to the other, in the other's numbers. */
    void relayTo(LegMedia other) {
        boolean same = voiceType() == other.voiceType() && keysType() == other.keysType();
        port.become(new MediaPort.Task.Relay(other.port, same ? null : typesFor(other)));
    }

    private byte[] typesFor(LegMedia other) {
        var types = new byte[128];
        for (int i = 0; i < types.length; i++) types[i] = (byte) i;
        types[voiceType()] = (byte) other.voiceType();
        if (keysType() >= 0 && other.keysType() >= 0) types[keysType()] = (byte) other.keysType();
        return types;
    }

    /** Whether what one codes the other can decode: packets go on as they are. */
    boolean canTalkWith(LegMedia other) {
        return agreed.getFirst().sameCoding(other.agreed.getFirst());
    }

    boolean held() {
        return held;
    }

    SessionDescription offer(List<Codec> codecs) {
        return say(new MediaTerms(here, codecs, MediaDirection.SENDRECV));
    }

    /** What was said last, to be offered again. */
    SessionDescription offerAgain() {
        return offer(agreed);
    }

    /** The codecs of an offer that can be carried, by its numbers. Empty when there is no voice codec among them. */
    static List<Codec> carried(SessionDescription offer) {
        return offer.refused() ? List.of() : Agreement.common(offer.audio().codecs(), CARRIED);
    }

    /**
     * Answers an offer with one voice codec, so that the far end cannot change to one that the other leg has not.
     *
     * @param able what may be agreed to, in order of preference of the offer
     */
    Optional<SessionDescription> answer(SessionDescription offer, List<Codec> able) {
        var common = single(Agreement.common(offer.audio().codecs(), able));
        var local = new MediaTerms(here, common, MediaDirection.SENDRECV);
        return Agreement.answering(offer.audio(), local, MediaDirection.SENDRECV)
                .map(agreement -> {
                    agreed = agreement.remote().codecs();
                    follow(offer.audio());
                    return say(agreement.local()).answering(offer);
                });
    }

    /** Takes the answer to what was offered. @return whether there is something in common */
    boolean take(SessionDescription answer) {
        Optional<Agreement> agreement = Agreement.answered(said.audio(), answer.audio());
        agreement.ifPresent(a -> {
            agreed = single(a.remote().codecs());
            follow(answer.audio());
        });
        return agreement.isPresent();
    }

    private void follow(MediaTerms theirs) {
        boolean nowhere = theirs.address().getAddress().isAnyLocalAddress();
        held = nowhere || !theirs.direction().receives();
        if (!nowhere) port.sendTo(theirs.address());
    }

    private static List<Codec> single(List<Codec> codecs) {
        var voice = codecs.stream().filter(c -> !c.isTelephoneEvent()).limit(1);
        var keys = codecs.stream().filter(Codec::isTelephoneEvent).limit(1);
        return java.util.stream.Stream.concat(voice, keys).toList();
    }

    private SessionDescription say(MediaTerms terms) {
        if (said == null || !said.audio().equals(terms)) version++;
        said = SessionDescription.of(terms, sessionId, version);
        return said;
    }
}
