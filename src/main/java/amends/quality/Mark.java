package amends.quality;

/** What an inspector gave for one criterion. */
public sealed interface Mark {
    Mark NOT_APPLICABLE = new NotApplicable();

    /** @param points 0 to the criterion's steps */
    record Points(int points) implements Mark {}

    /** The call gave no occasion for it; it counts neither way. */
    record NotApplicable() implements Mark {}

    static Mark of(int points) {
        return new Points(points);
    }
}
