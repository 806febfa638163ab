package amends.media;

import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.telephony.EncryptionWish;
import java.util.List;

/**
 * How the calls of an account are to sound, and who may listen.
 *
 * @param codings that are offered, best first; at least one
 * @param coders who codes them
 */
public record MediaWishes(List<VoiceCoding> codings, EncryptionWish encryption, VoiceCoders coders) {
    /** Everything that can be spoken, in the clear. */
    public static final MediaWishes PLAIN =
            new MediaWishes(List.of(VoiceCoding.values()), EncryptionWish.OFF, VoiceCoders.OWN);

    public MediaWishes {
        codings = List.copyOf(codings);
        if (codings.isEmpty()) throw new IllegalArgumentException("no coding to speak in");
    }

    public MediaWishes with(EncryptionWish other) {
        return new MediaWishes(codings, other, coders);
    }

    public MediaWishes with(VoiceCoders other) {
        return new MediaWishes(codings, encryption, other);
    }
}
