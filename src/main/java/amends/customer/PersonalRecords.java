package amends.customer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What one room keeps about a person: shown to them, forgotten when they are erased, moved when two customers turn out
 * to be one. Every room that keeps rows about customers has one, listed in {@code app}. Blocks; everything joins the
 * caller's transaction, in which the customer's own row and numbers are still there.
 */
public interface PersonalRecords {
    /** Names the kind of rows in the undo of a merge, for instance {@code complaints}; never changes, never shared. */
    String room();

    /**
     * Everything that is kept of this person here, newest first, without what is another person's.
     *
     * @return a list that may be long: nothing is left out
     */
    List<PersonalRecord> shown(UUID customer);

    /**
     * Whether something here is not finished (an open complaint, a promise): whoever erases is told and asked first.
     * Kinds as in {@link PersonalRecord#kind()}.
     */
    default List<PersonalRecord> open(UUID customer) {
        return List.of();
    }

    /**
     * Removes, or blanks where figures need the row, all that tells of this person: names, numbers, texts. What is
     * outside the database (a file) goes by a duty of the same transaction. Doing it twice does no harm.
     *
     * @return how many rows were removed or blanked
     */
    int forget(UUID customer);

    /** Gives all rows of the one to the other. @return the ids of the rows, by which {@link #moveBack} finds them */
    List<UUID> move(UUID from, UUID to);

    /**
     * Undoes a move: of the named rows those that are still {@code holder}'s are given back. What came after the move
     * stays.
     */
    void moveBack(Collection<UUID> rows, UUID holder, UUID owner);
}
