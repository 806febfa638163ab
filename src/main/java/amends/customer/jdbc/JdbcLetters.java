package amends.customer.jdbc;

import amends.customer.CustomerOffice.Letter;
import amends.customer.CustomerOffice.Way;
import amends.customer.TimeLineEntry;
import amends.customer.TimeLineSource;
import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What was written by and to customers: entered by people, told in the time line. */
public final class JdbcLetters implements TimeLineSource {
    private static final int MOST_SUBJECT = 200;
    private static final int MOST_TEXT = 4000;
    private final Database database;
    private final Timekeeper time;

    public JdbcLetters(Database database, Timekeeper time) {
        this.database = database;
        this.time = time;
    }

    /** @return its id */
    public UUID keep(Letter letter, UUID who) {
        UUID id = Ids.next();
        database.handle(h -> h.execute(
                "insert into customer_letter (id, customer, channel, from_us, at, subject, content, who, entered)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                letter.customer(),
                letter.way().name(),
                letter.fromUs(),
                letter.at(),
                PlainText.line(letter.subject(), MOST_SUBJECT),
                PlainText.lines(letter.text(), MOST_TEXT),
                who,
                time.now()));
        return id;
    }

    /** A complaint was made of it. */
    public void becomes(UUID letter, UUID complaint) {
        database.handle(h -> h.execute("update customer_letter set complaint = ? where id = ?", complaint, letter));
    }

    @Override
    public List<TimeLineEntry> of(UUID customer, int most) {
        return database.handle(h -> h.select(
                        "select id, at, channel, subject, content from customer_letter where customer = ?"
                                + " order by at desc, id desc limit ?",
                        customer,
                        most)
                .map((row, context) -> TimeLineEntry.of(
                                TimeLineEntry.Kind.CONTACT,
                                row.getObject("id", UUID.class),
                                row.getObject("at", OffsetDateTime.class).toInstant())
                        .marked(Way.valueOf(row.getString("channel")))
                        .saying((row.getString("subject") + "\n" + row.getString("content")).strip()))
                .list());
    }
}
