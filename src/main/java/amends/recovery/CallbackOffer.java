package amends.recovery;

/**
 * Something that may be offered in a callback.
 *
 * @param what in the words of the policy
 * @param within whether whoever calls may grant it alone; otherwise somebody must approve it
 */
public record CallbackOffer(String what, boolean within) {}
