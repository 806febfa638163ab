package amends.customer;

import amends.kernel.PlainText;

/**
 * One thing that another system says of a customer. Plain text: what came is hostile until it is here.
 *
 * @param name for a fact as the house's settings call it; for a field of the profile an {@link OutsideField}'s; empty
 *     for a tag
 * @param content one line, never blank
 */
public record OutsideFact(Kind kind, String name, String content) {
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST = 500;
    /** Of one source and one customer. */
    public static final int MOST = 60;

    public OutsideFact {
        name = PlainText.line(name, LONGEST_NAME);
        content = PlainText.line(content, LONGEST);
        if (content.isBlank()) throw new IllegalArgumentException("a fact says something");
    }

    /** What it is to us. */
    public enum Kind {
        FACT,
        /** What our own profile has a place for: shown beside it, taken over only when somebody says so. */
        FIELD,
        TAG
    }
}
