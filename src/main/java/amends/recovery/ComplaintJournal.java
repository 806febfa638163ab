package amends.recovery;

import java.util.List;
import java.util.UUID;

/**
 * Where complaints wait on the desk's own disk until the database has them, so that a desk that dies then loses
 * nothing. Blocks. Failures are logged and swallowed: the journal is the second net, not the first.
 */
public interface ComplaintJournal {
    void keep(ComplaintDraft draft);

    /** The database has it. */
    void drop(UUID draft);

    /** What is there: of this run and of earlier ones. */
    List<ComplaintDraft> left();

    /** Keeps nothing. */
    static ComplaintJournal none() {
        return new ComplaintJournal() {
            @Override
            public void keep(ComplaintDraft draft) {}

            @Override
            public void drop(UUID draft) {}

            @Override
            public List<ComplaintDraft> left() {
                return List.of();
            }
        };
    }
}
