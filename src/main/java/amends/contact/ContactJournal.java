package amends.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where contacts wait on the desk's own disk while the database is away, so that a desk that dies then loses nothing.
 * Blocks. Failures are logged and swallowed: the journal is the second net, not the first.
 */
public interface ContactJournal {
    /** Replaces what is kept of this contact. */
    void keep(Kept kept);

    /** The database has it. */
    void drop(UUID contact);

    /** What an earlier run of the desk could not store. */
    List<Left> left();

    /** @param note as far as it was typed */
    record Kept(Contact contact, String note) {}

    /** @param writtenAt the last that is known of the desk that kept it */
    record Left(Contact contact, String note, Instant writtenAt) {}

    /** Keeps nothing: where the database is a file of the desk itself. */
    static ContactJournal none() {
        return new ContactJournal() {
            @Override
            public void keep(Kept kept) {}

            @Override
            public void drop(UUID contact) {}

            @Override
            public List<Left> left() {
                return List.of();
            }
        };
    }
}
