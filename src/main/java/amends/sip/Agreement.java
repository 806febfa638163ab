package amends.sip;

import amends.telephony.Codec;
import amends.telephony.CryptoKey;
import amends.telephony.MediaDirection;
import amends.telephony.MediaEncryption;
import amends.telephony.MediaTerms;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
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
     * @return empty when no voice codec is common, the offer refuses audio or cannot be {@link #reached}, or one side
     *     wants it encrypted and the other cannot
     */
    public static Optional<Agreement> answering(MediaTerms offer, MediaTerms local, MediaDirection wanted) {
        return agree(offer, local, both(offer.direction().mirrored(), wanted), true);
    }

    /**
     * Takes the answer to our own offer. Empty when the answer refuses audio, cannot be {@link #reached}, has no voice
     * codec of the offer, or lacks the encryption that was demanded.
     */
    public static Optional<Agreement> answered(MediaTerms offer, MediaTerms answer) {
        return agree(answer, offer, both(answer.direction().mirrored(), offer.direction()), false);
    }

    private static Optional<Agreement> agree(
            MediaTerms theirs, MediaTerms ours, MediaDirection direction, boolean answering) {
        List<Codec> common = common(theirs.codecs(), ours.codecs());
        Optional<Keys> keys = Keys.agreed(theirs.encryption(), ours.encryption(), answering);
        if (theirs.address().getPort() == 0 || !reached(theirs, ours)) return Optional.empty();
        if (common.isEmpty() || keys.isEmpty()) return Optional.empty();
        return Optional.of(new Agreement(
                new MediaTerms(
                        ours.address(),
                        said(common, ours.codecs(), answering),
                        direction,
                        keys.get().local()),
                new MediaTerms(theirs.address(), common, direction, keys.get().remote())));
    }

    /** Whether our socket can send to where they are: one of IPv4 sends nothing to IPv6. To nowhere nothing is sent. */
    public static boolean reached(MediaTerms theirs, MediaTerms ours) {
        InetAddress there = theirs.address().getAddress();
        return there instanceof Inet4Address
                || there.isAnyLocalAddress()
                || !(ours.address().getAddress() instanceof Inet4Address);
    }

    /** The agreed codecs as this side says them: with its own parameters, and its own numbers unless it answers. */
    private static List<Codec> said(List<Codec> common, List<Codec> ours, boolean answering) {
        return common.stream()
                .map(c -> {
                    Codec own = ours.stream().filter(c::sameCoding).findFirst().orElse(c);
                    return answering ? own.as(c.payloadType()) : own;
                })
                .toList();
    }

    /**
     * The codecs that both know, in the order and by the numbers of the first. Of the ways to tell keys the one with
     * the clock of the first common voice codec, else any: many peers know only one. Empty without a voice codec.
     */
    public static List<Codec> common(List<Codec> theirs, List<Codec> ours) {
        var known = known(theirs, ours);
        var voice = known.stream().filter(Codec::isVoice).toList();
        if (voice.isEmpty()) return List.of();
        var common = new ArrayList<>(voice);
        known.stream().filter(Codec::isComfortNoise).findFirst().ifPresent(common::add);
        known.stream()
                .filter(Codec::isTelephoneEvent)
                .min(Comparator.comparing(c -> c.clockRate() != voice.getFirst().clockRate()))
                .ifPresent(common::add);
        return common;
    }

    /** All that both know, in the order and by the numbers of the first: what may be offered to somebody else. */
    public static List<Codec> known(List<Codec> theirs, List<Codec> ours) {
        return theirs.stream()
                .filter(c -> ours.stream().anyMatch(c::sameCoding))
                .toList();
    }

    /** What both encrypt with; NONE on both sides in the clear. */
    private record Keys(MediaEncryption local, MediaEncryption remote) {
        static Optional<Keys> agreed(MediaEncryption theirs, MediaEncryption ours, boolean answering) {
            boolean both = !theirs.keys().isEmpty() && !ours.keys().isEmpty();
            Optional<Keys> keys = both ? matching(theirs, ours, answering) : Optional.empty();
            if (keys.isPresent()) return keys;
            boolean brokenAnswer = both && !answering;
            boolean clear = !theirs.demanded() && !ours.demanded() && !brokenAnswer;
            return clear ? Optional.of(new Keys(MediaEncryption.NONE, MediaEncryption.NONE)) : Optional.empty();
        }

        private static Optional<Keys> matching(MediaEncryption theirs, MediaEncryption ours, boolean answering) {
            for (CryptoKey their : theirs.keys())
                for (CryptoKey our : ours.keys())
                    if (their.suite() == our.suite() && (answering || their.tag() == our.tag()))
                        return Optional.of(
                                new Keys(one(answering ? theirs : ours, our.as(their.tag())), one(theirs, their)));
            return Optional.empty();
        }

        private static MediaEncryption one(MediaEncryption like, CryptoKey key) {
            return new MediaEncryption(like.secureProfile(), true, List.of(key));
        }
    }

    private static MediaDirection both(MediaDirection one, MediaDirection other) {
        boolean sends = one.sends() && other.sends();
        boolean receives = one.receives() && other.receives();
        if (sends) return receives ? MediaDirection.SENDRECV : MediaDirection.SENDONLY;
        return receives ? MediaDirection.RECVONLY : MediaDirection.INACTIVE;
    }
}
