package amends.customer;

import java.util.UUID;

/**
 * A row of a table of letters, understood.
 *
 * @param id named from what stands in the row: the same row is the same letter, however often it is taken in
 * @param what the complaint in it, as whoever wrote the table tells it; where it is none, as the letter
 */
public record ImportedLetter(UUID id, CustomerOffice.Letter letter, String what, Weight weight) {
    /** How much the complaint weighs. */
    public enum Weight {
        MINOR,
        MODERATE,
        SEVERE
    }
}
