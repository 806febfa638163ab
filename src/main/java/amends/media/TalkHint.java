package amends.media;

/** What an agent may want to know of how the two speak; the first that holds is said. */
public enum TalkHint {
    /** Both speak at once, again and again. */
    TALKING_OVER,
    AGENT_TOO_LOUD,
    AGENT_TOO_QUIET,
    CUSTOMER_TOO_QUIET,
    /** The agent has spoken for long without a word of the customer. */
    AGENT_MONOLOGUE,
    CUSTOMER_MONOLOGUE,
    /** Nobody has spoken for long. */
    SILENCE
}
