package amends.sip;

import amends.telephony.Codec;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an offer and its answer come to (RFC 3264).
 *
 * @param local what this side says of itself: its answer, or its offer cut down to what was agreed
 * @param remote where to send and in what, payload types as the far end numbers them; its direction is seen from
 *     this side, as {@link amends.telephony.MediaLeg#connect} takes it
 */
public record Agreement(MediaTerms local, MediaTerms remote) {
    /**
     * Answers an offer, codecs in the offer's order and by its numbers.
     *
     * @param local all that this side can do
     * @param wanted the directions that this side allows; INACTIVE and SENDONLY hold the far end
     * @return empty when no voice codec is common or the offer refuses audio
     */
    public static Optional<Agreement> answering(MediaTerms offer, MediaTerms local, MediaDirection wanted) {
        return agree(offer, local, both(offer.direction().mirrored(), wanted));
    }

    /** Takes the answer to our own offer. Empty when the answer refuses audio or has no voice codec of the offer. */
    public static Optional<Agreement> answered(MediaTerms offer, MediaTerms answer) {
        return agree(answer, offer, both(answer.direction().mirrored(), offer.direction()));
    }

    private static Optional<Agreement> agree(MediaTerms theirs, MediaTerms ours, MediaDirection direction) {
        List<Codec> common = common(theirs.codecs(), ours.codecs());
        if (theirs.address().getPort() == 0 || common.isEmpty()) return Optional.empty();
        return Optional.of(new Agreement(
                new MediaTerms(ours.address(), common, direction),
                new MediaTerms(theirs.address(), common, direction)));
    }

    /**
     * The codecs that both know, in the order and by the numbers of the first; telephone-event among them only with
     * the clock of the first common voice codec. Empty without a voice codec.
     */
    public static List<Codec> common(List<Codec> theirs, List<Codec> ours) {
        var voice = theirs.stream()
                .filter(c -> !c.isTelephoneEvent() && ours.stream().anyMatch(c::sameCoding))
                .toList();
        if (voice.isEmpty()) return List.of();
        var common = new ArrayList<>(voice);
        theirs.stream()
                .filter(c -> c.isTelephoneEvent() && ours.stream().anyMatch(c::sameCoding))
                .filter(c -> c.clockRate() == voice.getFirst().clockRate())
                .findFirst()
                .ifPresent(common::add);
        return common;
    }

    private static MediaDirection both(MediaDirection one, MediaDirection other) {
        boolean sends = one.sends() && other.sends();
        boolean receives = one.receives() && other.receives();
        if (sends) return receives ? MediaDirection.SENDRECV : MediaDirection.SENDONLY;
        return receives ? MediaDirection.RECVONLY : MediaDirection.INACTIVE;
    }
}
