package amends.customer.jdbc;

import amends.customer.Customers.ChangedMeanwhile;
import amends.customer.Occasion;
import amends.customer.Portrait;
import amends.customer.Portrait.Channel;
import amends.customer.Portrait.Hours;
import amends.customer.Portrait.JourneyStage;
import amends.customer.Portrait.NumberLabel;
import amends.customer.Portraits;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.SqlFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;

/** The portraits as rows: one for the person, one for each word, day and label. */
public final class JdbcPortraits implements Portraits {
    private static final int MINUTES = 60;
    private final Database database;

    private enum WordKind {
        PRODUCT,
        HABIT,
        INTEREST
    }

    public JdbcPortraits(Database database) {
        this.database = database;
    }

    @Override
    public Portrait of(UUID customer) {
        return database.handle(h -> read(h, customer));
    }

    private static Portrait read(Handle h, UUID customer) {
        var words = new HashMap<WordKind, List<String>>();
        for (WordKind kind : WordKind.values()) words.put(kind, words(h, customer, kind));
        Map<PhoneNumber, NumberLabel> labels = labels(h, customer);
        List<Occasion> occasions = occasions(h, customer);
        return h.select("select * from customer_portrait where customer = ?", customer)
                .map((row, context) -> new Portrait(
                        customer,
                        labels,
                        row.getString("segment"),
                        row.getString("language"),
                        occasions,
                        words.get(WordKind.PRODUCT),
                        words.get(WordKind.HABIT),
                        words.get(WordKind.INTEREST),
                        Optional.ofNullable(row.getString("channel")).map(Channel::valueOf),
                        hours(row),
                        Optional.ofNullable(row.getString("stage")).map(JourneyStage::valueOf),
                        row.getLong("version")))
                .findOne()
                .orElseGet(() -> Portrait.blank(customer));
    }

    private static List<String> words(Handle h, UUID customer, WordKind kind) {
        return h.select(
                        "select words from customer_word where customer = ? and kind = ? order by place",
                        customer,
                        kind.name())
                .mapTo(String.class)
                .list();
    }

    private static Map<PhoneNumber, NumberLabel> labels(Handle h, UUID customer) {
        var labels = new HashMap<PhoneNumber, NumberLabel>();
        h.select("select number, label from customer_number_label where customer = ?", customer)
                .map((row, context) -> Map.entry(
                        new PhoneNumber(row.getString("number")), NumberLabel.valueOf(row.getString("label"))))
                .forEach(label -> labels.put(label.getKey(), label.getValue()));
        return labels;
    }

    private static List<Occasion> occasions(Handle h, UUID customer) {
        return h.select(
                        "select kind, name, in_month, on_day, in_year from customer_occasion where customer = ?"
                                + " order by place",
                        customer)
                .map(JdbcPortraits::occasion)
                .list();
    }

    private static Occasion occasion(ResultSet row, StatementContext context) throws SQLException {
        return new Occasion(
                Occasion.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                MonthDay.of(row.getInt("in_month"), row.getInt("on_day")),
                Optional.ofNullable(row.getObject("in_year", Integer.class)));
    }

    private static Optional<Hours> hours(ResultSet row) throws SQLException {
        Integer from = row.getObject("hours_from", Integer.class);
        Integer until = row.getObject("hours_until", Integer.class);
        return from == null || until == null ? Optional.empty() : Optional.of(new Hours(time(from), time(until)));
    }

    private static LocalTime time(int minutes) {
        return LocalTime.of(minutes / MINUTES, minutes % MINUTES);
    }

    private static int minutes(LocalTime time) {
        return time.getHour() * MINUTES + time.getMinute();
    }

    @Override
    public Portrait save(Portrait portrait) {
        return database.handle(h -> {
            try {
                return write(h, portrait);
            } catch (JdbiException e) {
                // Another desk kept the first one a moment ago.
                if (SqlFailure.isDuplicate(e)) throw new ChangedMeanwhile(portrait.customer());
                throw e;
            }
        });
    }

    private static Portrait write(Handle h, Portrait portrait) {
        String sql = portrait.version() == 0
                ? "insert into customer_portrait (customer, segment, language, channel, hours_from, hours_until, stage,"
                        + " version) values (:customer, :segment, :language, :channel, :from, :until, :stage,"
                        + " :version + 1)"
                : "update customer_portrait set segment = :segment, language = :language, channel = :channel,"
                        + " hours_from = :from, hours_until = :until, stage = :stage, version = :version + 1"
                        + " where customer = :customer and version = :version";
        int rows = h.createUpdate(sql)
                .bind("customer", portrait.customer())
                .bind("segment", PlainText.line(portrait.segment(), Portrait.LONGEST_SEGMENT))
                .bind("language", PlainText.line(portrait.language(), Portrait.LONGEST_LANGUAGE))
                .bind("channel", portrait.channel().map(Enum::name).orElse(null))
                .bindByType(
                        "from",
                        portrait.hours().map(hours -> minutes(hours.from())).orElse(null),
                        Integer.class)
                .bindByType(
                        "until",
                        portrait.hours().map(hours -> minutes(hours.until())).orElse(null),
                        Integer.class)
                .bind("stage", portrait.stage().map(Enum::name).orElse(null))
                .bind("version", portrait.version())
                .execute();
        if (rows == 0) throw new ChangedMeanwhile(portrait.customer());
        writeWords(h, portrait.customer(), WordKind.PRODUCT, portrait.products());
        writeWords(h, portrait.customer(), WordKind.HABIT, portrait.habits());
        writeWords(h, portrait.customer(), WordKind.INTEREST, portrait.interests());
        writeOccasions(h, portrait);
        writeLabels(h, portrait);
        return portrait.kept(portrait.version() + 1);
    }

    private static void writeWords(Handle h, UUID customer, WordKind kind, List<String> words) {
        h.execute("delete from customer_word where customer = ? and kind = ?", customer, kind.name());
        for (int place = 0; place < words.size(); place++)
            h.execute(
                    "insert into customer_word (customer, kind, place, words) values (?, ?, ?, ?)",
                    customer,
                    kind.name(),
                    place,
                    PlainText.line(words.get(place), Portrait.LONGEST_WORDS));
    }

    private static void writeOccasions(Handle h, Portrait portrait) {
        h.execute("delete from customer_occasion where customer = ?", portrait.customer());
        for (int place = 0; place < portrait.occasions().size(); place++) {
            Occasion occasion = portrait.occasions().get(place);
            h.createUpdate("""
                            insert into customer_occasion (customer, place, kind, name, in_month, on_day, in_year)
                            values (:customer, :place, :kind, :name, :month, :day, :year)""")
                    .bind("customer", portrait.customer())
                    .bind("place", place)
                    .bind("kind", occasion.kind().name())
                    .bind("name", PlainText.line(occasion.name(), Occasion.LONGEST_NAME))
                    .bind("month", occasion.day().getMonthValue())
                    .bind("day", occasion.day().getDayOfMonth())
                    .bindByType("year", occasion.year().orElse(null), Integer.class)
                    .execute();
        }
    }

    private static void writeLabels(Handle h, Portrait portrait) {
        h.execute("delete from customer_number_label where customer = ?", portrait.customer());
        portrait.labels()
                .forEach((number, label) -> h.execute(
                        "insert into customer_number_label (customer, number, label) values (?, ?, ?)",
                        portrait.customer(),
                        number.e164(),
                        label.name()));
    }
}
