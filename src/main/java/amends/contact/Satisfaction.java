package amends.contact;

/** What a customer's score says in words, worst first. */
public enum Satisfaction {
    VERY_DISSATISFIED,
    DISSATISFIED,
    NEUTRAL,
    SATISFIED,
    VERY_SATISFIED;

    /** @param score {@value Contact#LOWEST} to {@value Contact#HIGHEST} */
    public static Satisfaction of(int score) {
        return values()[score - Contact.LOWEST];
    }

    public int score() {
        return ordinal() + Contact.LOWEST;
    }
}
