package amends.knowledge;

/** For whom an article is written. */
public enum Audience {
    /** Inside the house only. */
    AGENT,
    /** May be read out or sent to customers as it is. */
    CUSTOMER;

    /** Agents read everything, customers what is written for them. */
    public boolean mayRead(Audience writtenFor) {
        return this == AGENT || writtenFor == CUSTOMER;
    }
}
