package amends.customer;

import amends.staff.Permission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything that the member who sits here may do with customers as a whole. Blocks. */
public interface CustomerOffice extends WholePersons {
    boolean may(Permission act);

    FindingCustomers.Page find(String typed, int from, int most);

    /** One customer whole; logged. */
    Optional<Correcting.Standing> look(UUID customer);

    /** As {@link Correcting#correct}. */
    ProfileOutcome correct(Correcting.Standing shown, OutsideField field, String value, String why);

    /** @param typed a number as people write it */
    ProfileOutcome addNumber(UUID customer, String typed);

    /** Makes the number of this place, from 0, the main one. */
    ProfileOutcome mainNumber(UUID customer, int place);

    ProfileOutcome label(UUID customer, int place, Portrait.NumberLabel label);

    Table open(Path file) throws Table.Unreadable;

    /** As {@link CustomerImport.Ask}, by this member. @param kind whose import it is */
    record Import(
            ImportKind kind,
            Table table,
            List<ImportField> columns,
            String source,
            boolean changeKnown,
            boolean goodRowsOnly) {}

    List<Merge> mergedInto(UUID kept);

    /** A list written to a file, as CSV or XLSX: an import's report, a person's record. */
    void write(Path file, List<String> header, List<List<String>> rows) throws IOException;

    /**
     * A letter, an e-mail, a message: written down by this member, and a complaint opened of it where it is one.
     *
     * @return the complaint's number, where one was opened
     */
    Optional<Integer> keep(Letter letter);

    /** What was written by or to a customer. @param fromUs whether we wrote it */
    record Letter(
            UUID customer,
            Way way,
            boolean fromUs,
            java.time.Instant at,
            String subject,
            String text,
            boolean complaint) {}

    enum Way {
        LETTER,
        EMAIL,
        SOCIAL_MEDIA,
        OTHER
    }
}
