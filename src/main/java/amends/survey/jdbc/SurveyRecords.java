package amends.survey.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.jdbc.Blanks;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OwnedRows;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a person was asked, and what they answered. Erased, scores stay as figures; words, names and numbers go, and
 * with the number their wish to be asked no more: nobody is left to ask.
 */
public final class SurveyRecords implements PersonalRecords {
    private static final String NUMBERS = "(select n.number from customer_number n where n.customer = :customer)";
    private static final String THEIRS = " (customer = :customer or customer is null and number in " + NUMBERS + ") ";
    private final Database database;
    private final OwnedRows rows;

    public SurveyRecords(Database database) {
        this.database = database;
        rows = new OwnedRows(database, "survey");
    }

    @Override
    public String room() {
        return "surveys";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return database.handle(h -> h.createQuery("select due, state, number, score, words from survey where" + THEIRS
                        + "order by due desc, id desc")
                .bind("customer", customer)
                .map((row, context) -> PersonalRecord.of(
                                "survey",
                                row.getObject("due", OffsetDateTime.class).toInstant())
                        .with("number", row.getString("number"))
                        .with("state", row.getString("state"))
                        .with("score", row.getObject("score"))
                        .with("words", row.getString("words")))
                .list());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> {
            h.createUpdate("update survey_answer set text = '' where survey in (select s.id from survey s where"
                            + THEIRS + ")")
                    .bind("customer", customer)
                    .execute();
            h.createUpdate("delete from survey_refusal where number in " + NUMBERS)
                    .bind("customer", customer)
                    .execute();
            return h.createUpdate("update survey set state = case when state in ('DUE', 'SENT', 'DELIVERED')"
                            + " then 'EXPIRED' else state end, customer_name = '', words = '', number = '"
                            + Blanks.NUMBER + "', customer = null where" + THEIRS)
                    .bind("customer", customer)
                    .execute();
        });
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return rows.move(from, to);
    }

    @Override
    public void moveBack(Collection<UUID> moved, UUID holder, UUID owner) {
        rows.moveBack(moved, holder, owner);
    }
}
