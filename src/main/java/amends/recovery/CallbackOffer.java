package amends.recovery;

import amends.kernel.Money;
import java.util.Locale;
import java.util.function.Function;

/**
 * Something that may be offered in a callback.
 *
 * @param what in the words that the policy has for it in a language
 * @param value what it is worth to the customer
 * @param within whether whoever calls may grant it alone; otherwise somebody must approve it
 */
public record CallbackOffer(Function<Locale, String> what, Money value, boolean within) {}
