package amends.simulation;

/** How a simulated customer takes a failure. */
public enum Temper {
    /** Shows displeasure at once. */
    EXPRESSIVE,
    /** Stays polite and says little. */
    RESERVED
}
