package amends.promise;

import amends.kernel.Ids;
import amends.sms.OutgoingSms;
import amends.sms.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The receipt that a customer gets: a short message with what was promised, until when, and the code.
 *
 * @param enabled whether somebody carries short messages here
 * @param wording where nothing is known of the customer's language
 * @param sender in whose name; may be empty
 * @param languages in which a customer reads, a BCP 47 tag, where it is known; blocks, joins the caller's transaction
 */
public record PromiseReceipts(
        boolean enabled, PromiseWording wording, String sender, Function<UUID, Optional<String>> languages) {
    /** A receipt that comes much later surprises more than it helps. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration SHORTEST = Duration.ofHours(1);

    public static final PromiseReceipts NONE =
            new PromiseReceipts(false, PromiseWording.EN, "", customer -> Optional.empty());

    boolean isSent(PromiseDraft draft) {
        return enabled && draft.receipt() && draft.to().number().isPresent();
    }

    Optional<OutgoingSms> of(Promise promise, PromiseDraft draft, PromiseRules rules) {
        if (!isSent(draft)) return Optional.empty();
        PromiseWording words = draft.language()
                .or(() -> draft.to().customer().flatMap(languages))
                .filter(known -> !known.isBlank())
                .map(PromiseReceipts::wordingOf)
                .orElse(wording);
        return Optional.of(new OutgoingSms(
                idFor(promise.id()),
                promise.to().number().orElseThrow(),
                words.receipt(promise, rules, sender),
                Purpose.RECOVERY,
                promise.made(),
                expires(promise)));
    }

    private static Instant expires(Promise promise) {
        Duration left = Duration.between(promise.made(), promise.due());
        if (left.compareTo(LONGEST) > 0) left = LONGEST;
        return promise.made().plus(left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    }

    private static PromiseWording wordingOf(String language) {
        Locale locale = Locale.forLanguageTag(language);
        if (!locale.getLanguage().equals("zh")) return PromiseWording.EN;
        boolean traditional = Names.isTraditional(locale);
        return traditional ? PromiseWording.ZH_TW : PromiseWording.ZH_CN;
    }

    /** Of the short message with the promise's code. */
    public static UUID idFor(UUID promise) {
        return Ids.named("promise receipt:" + promise);
    }
}
