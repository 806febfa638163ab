package amends.personality;

/**
 * One behaviour that somebody looked for at a contact.
 *
 * @param seen false: it was looked for and did not show
 * @param observer who looked; only told apart, never named
 */
public record Mark(Behaviour behaviour, boolean seen, String observer) {}
