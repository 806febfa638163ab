package amends.telephony.sip;

import amends.sip.Agreement;
import amends.sip.SessionDescription;
import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaEncryption;
import amends.telephony.MediaLeg;
import amends.telephony.MediaTerms;
import java.util.List;
import java.util.Optional;

/** The audio of one call as offers and answers go back and forth (RFC 3264). */
final class CallMedia {
    private final MediaLeg leg;
    private final long sessionId;
    private long version;
    private MediaTerms offered;
    /** What was agreed, as this side said it. */
    private MediaTerms agreed;

    /** What is spoken instead of all that can be. */
    private List<Codec> only = List.of();

    private boolean holding;
    /** Whether what was agreed is in the profile with feedback: what is offered in mid-call stays in it. */
    private boolean feedback;

    CallMedia(MediaLeg leg, long sessionId) {
        this.leg = leg;
        this.sessionId = sessionId;
    }

    MediaLeg leg() {
        return leg;
    }

    /** Whether an offer of theirs could be answered. */
    boolean canAnswer(SessionDescription offer) {
        return acceptable(offer).isPresent();
    }

    /** Why an offer of theirs cannot be answered, as a person would say it. */
    String objection(SessionDescription offer) {
        if (offer.refused()) return "no audio is offered";
        var asIfClear = offer.audio().with(MediaEncryption.NONE);
        var ours = local().with(MediaEncryption.NONE);
        if (!Agreement.reached(offer.audio(), local())) return "the media address is of IPv6, which is not spoken here";
        boolean codecs = Agreement.answering(asIfClear, ours, wanted(holding)).isPresent();
        if (!codecs) return "no codec in common";
        return local().encryption().demanded()
                ? "only encrypted media (SRTP with keys in the description) is taken"
                : "encrypted media is not to be agreed on";
    }

    /** Answers their offer and lets the audio flow so. Empty, and nothing changed, when nothing is common. */
    Optional<SessionDescription> answer(SessionDescription offer) {
        return acceptable(offer)
                .flatMap(chosen -> agreed(chosen).map(agreement -> {
                    connect(agreement);
                    feedback = chosen.hasFeedback();
                    return described(agreement.local()).answering(chosen);
                }));
    }

    /** The offer with the first of its audio streams that something can be agreed on. */
    private Optional<SessionDescription> acceptable(SessionDescription offer) {
        return offer.readings().stream().filter(r -> agreed(r).isPresent()).findFirst();
    }

    private Optional<Agreement> agreed(SessionDescription offer) {
        return Agreement.answering(offer.audio(), local(), wanted(holding));
    }

    /** Our own offer. In mid-call it keeps to what was agreed, so that numbers do not change their meaning. */
    SessionDescription offer(boolean hold) {
        MediaTerms local = local();
        List<Codec> codecs = agreed == null ? local.codecs() : agreed.codecs();
        MediaEncryption encryption = encrypted() ? agreed.encryption().demandedNow() : local.encryption();
        offered = local.withCodecs(codecs).with(encryption).with(wanted(hold));
        return described(offered);
    }

    private boolean encrypted() {
        return agreed != null && agreed.encryption().agreed().isPresent();
    }

    /** Speaks as another call does from now on, so that an exchange that translates nothing can join their far ends. */
    void speakLike(CallMedia other) {
        if (other.agreed == null) return;
        List<Codec> common = leg.local().codecs().stream()
                .filter(c -> !c.isVoice() || other.agreed.codecs().stream().anyMatch(c::sameCoding))
                .toList();
        if (common.stream().anyMatch(Codec::isVoice)) only = common;
    }

    /** What this side can do: a call that is encrypted once is never answered in the clear. */
    private MediaTerms local() {
        MediaTerms local = only.isEmpty() ? leg.local() : leg.local().withCodecs(only);
        return encrypted() ? local.with(local.encryption().demandedNow()) : local;
    }

    /** As {@link #offer(boolean)}, for a far end that asks for our offer: hold stays hold. */
    SessionDescription offerAsIs() {
        return offer(holding);
    }

    /** Takes their answer to our offer and lets the audio flow so. @return whether anything is common */
    boolean settle(SessionDescription answer) {
        if (offered == null) return false;
        Optional<Agreement> agreement = Agreement.answered(offered, answer.audio());
        holding = offered.direction() == MediaDirection.SENDONLY;
        offered = null;
        agreement.ifPresent(this::connect);
        return agreement.isPresent();
    }

    /** Lets the far end be heard before it answers (183); the offer stays open. @return whether it can be */
    boolean preview(SessionDescription answer) {
        if (answer == null || offered == null) return false;
        Optional<Agreement> agreement = Agreement.answered(offered, answer.audio());
        agreement.ifPresent(this::connect);
        return agreement.isPresent();
    }

    /** Whether keys go in the voice stream (RFC 4733). */
    boolean takesKeys() {
        return agreed != null && agreed.codecs().stream().anyMatch(Codec::isTelephoneEvent);
    }

    /** Whether the description would hold us: they do not want to hear us. */
    static boolean holds(SessionDescription description) {
        return !description.audio().direction().receives();
    }

    private void connect(Agreement agreement) {
        agreed = agreement.local();
        MediaTerms remote = agreement.remote();
        // On hold the agent must not be heard, though the description promises to send (music is the PBX's business).
        MediaDirection flow = holding ? MediaDirection.INACTIVE : remote.direction();
        leg.connect(agreed, remote.with(flow));
    }

    private SessionDescription described(MediaTerms terms) {
        return SessionDescription.of(terms, sessionId, ++version).withFeedback(feedback);
    }

    private static MediaDirection wanted(boolean hold) {
        return hold ? MediaDirection.SENDONLY : MediaDirection.SENDRECV;
    }
}
