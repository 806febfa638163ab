package amends.personality;

/** The two practical types of callers in whom service has failed. */
public enum CustomerType {
    /** Shows displeasure at once, expects much, and of the recovery too. */
    EXPRESSIVE,
    /** Says little, stays polite, and may leave without a word. */
    RESERVED;

    public CustomerType other() {
        return this == EXPRESSIVE ? RESERVED : EXPRESSIVE;
    }
}
