package amends.customer.jdbc;

import amends.customer.CustomerOffice.Letter;
import amends.customer.CustomerOffice.Way;
import amends.customer.Letters;
import amends.customer.TimeLineEntry;
import amends.customer.TimeLineSource;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was written by and to customers: entered by people, told in the time line. */
public final class JdbcLetters implements TimeLineSource, Letters {
    private static final int MOST_SUBJECT = 200;
    private static final int MOST_TEXT = 4000;
    private final Database database;
    private final Timekeeper time;

    public JdbcLetters(Database database, Timekeeper time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public Optional<UUID> byOutsideId(String source, String id) {
        return database.handle(h -> h.select(
                        "select coalesce(c.merged_into, c.id) from customer_outside_id o join customer c on c.id = o.customer"
                                + " where o.source = ? and o.outside_id = ? and c.erased is null",
                        source,
                        id)
                .mapTo(UUID.class)
                .findOne());
    }

    @Override
    public Optional<UUID> byNumber(PhoneNumber number) {
        return database.handle(h -> h.select("select customer from customer_number where number = ?", number.e164())
                .mapTo(UUID.class)
                .findOne());
    }

    @Override
    public boolean keep(UUID id, Letter letter, UUID who) {
        return database.handle(h -> {
            if (h.select("select 1 from customer_letter where id = ?", id)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent()) return false;
            h.execute(
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
                    time.now());
            return true;
        });
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
