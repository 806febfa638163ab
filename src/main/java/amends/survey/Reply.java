package amends.survey;

import java.util.Optional;

/**
 * What a customer's message says; it may score and refuse at once.
 *
 * @param score 1 to 5; empty when none can be read without guessing
 * @param refuses whether the customer wishes to be asked no more
 * @param words what is written besides the score, in the customer's words; may be empty
 */
record Reply(Optional<Integer> score, boolean refuses, String words) {}
