package amends.recovery;

/** How much a failure weighs, from its evidence alone: the same for every customer. {@link FailureRules} say how. */
public enum Severity {
    MINOR,
    MODERATE,
    SEVERE
}
