/**
 * Answers for the call: articles, the search for them and the suggestions that nobody asked for. Knows no calls and no
 * customers: others translate what they know into {@link amends.knowledge.Cue}s.
 */
package amends.knowledge;
