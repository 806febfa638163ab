package amends.recovery.jdbc;

import amends.kernel.PhoneNumber;
import amends.recovery.Assessment;
import amends.recovery.CaseFile;
import amends.recovery.Complaint;
import amends.recovery.Complaint.Source;
import amends.recovery.Complaint.State;
import amends.recovery.ComplaintClock;
import amends.recovery.ComplaintClocks;
import amends.recovery.ComplaintClocks.Timing;
import amends.recovery.Expectation;
import amends.recovery.HandlingRating;
import amends.recovery.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** How a complaint stands in its columns. */
final class ComplaintRow {
    /** What never changes. */
    private static final List<String> FIRST =
            List.of("id", "source", "customer", "customer_name", "contact", "call_back", "subject", "what", "opened");
    /** The clocks' columns: until when, and when it was done; news has no second. */
    private static final Map<ComplaintClock, List<String>> CLOCKS = new EnumMap<>(Map.of(
            ComplaintClock.ACKNOWLEDGE, List.of("acknowledge_by", "acknowledged"),
            ComplaintClock.ASSESS, List.of("assess_by", "assessed"),
            ComplaintClock.INVESTIGATE, List.of("investigate_by", "investigated"),
            ComplaintClock.NEWS, List.of("news_by"),
            ComplaintClock.RESPOND, List.of("respond_by", "responded"),
            ComplaintClock.CLOSE, List.of("close_by", "closed"),
            ComplaintClock.ASK, List.of("ask_by", "asked")));

    private static final List<String> FILE = List.of(
            "cause",
            "business",
            "unit",
            "expectation",
            "hard",
            "answer",
            "read_back",
            "reopened",
            "times_reopened",
            "handovers",
            "escalated",
            "unseen",
            "asking",
            "held",
            "timely",
            "reasonable",
            "fair",
            "changes");
    private static final List<String> CHANGING = Stream.of(
                    List.of("severity", "owner", "state", "next_due"),
                    CLOCKS.values().stream().flatMap(List::stream).toList(),
                    FILE)
            .flatMap(List::stream)
            .toList();
    static final String COLUMNS = Stream.of(List.of("number"), FIRST, CHANGING)
            .flatMap(List::stream)
            .map(column -> "c." + column + " as c_" + column)
            .collect(Collectors.joining(", "));
    private static final String INSERT = "insert into complaint ("
            + Stream.concat(FIRST.stream(), CHANGING.stream()).collect(Collectors.joining(", "))
            + ") values ("
            + Stream.concat(FIRST.stream(), CHANGING.stream()).map(c -> ":" + c).collect(Collectors.joining(", "))
            + ")";
    private static final String UPDATE = "update complaint set "
            + CHANGING.stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "))
            + " where id = :id and changes = :before and state = :was";

    private ComplaintRow() {}

    static void insert(Handle handle, Complaint complaint) {
        Update insert = handle.createUpdate(INSERT)
                .bind("source", complaint.source().name())
                .bindByType("customer", complaint.customer().orElse(null), UUID.class)
                .bind("customer_name", complaint.customerName())
                .bindByType("contact", complaint.contact().orElse(null), UUID.class)
                .bind("call_back", complaint.callBack().map(PhoneNumber::e164).orElse(null))
                .bind("subject", complaint.subject())
                .bind("what", complaint.what())
                .bind("opened", complaint.opened());
        bind(insert, complaint, complaint.file().changes()).execute();
    }

    /** @return how many rows: none when it was changed meanwhile */
    static int update(Handle handle, Complaint before, Complaint now) {
        int changes = before.file().changes();
        Update update = handle.createUpdate(UPDATE)
                .bind("before", changes)
                .bind("was", before.state().name());
        return bind(update, now, changes + 1).execute();
    }

    private static Update bind(Update update, Complaint complaint, int changes) {
        update.bind("id", complaint.id())
                .bind("severity", complaint.severity().name())
                .bind("owner", complaint.owner())
                .bind("state", complaint.state().name())
                .bindByType(
                        "next_due",
                        complaint
                                .clocks()
                                .next()
                                .map(ComplaintClocks.Running::by)
                                .orElse(null),
                        Instant.class);
        CLOCKS.forEach((clock, columns) ->
                bind(update, columns, complaint.clocks().timings().get(clock)));
        CaseFile file = complaint.file();
        var as = file.assessment();
        return update.bind("cause", as.map(Assessment::cause).orElse(null))
                .bind("business", as.flatMap(Assessment::business).orElse(null))
                .bind("unit", as.flatMap(Assessment::unit).orElse(null))
                .bind("expectation", as.map(a -> a.expectation().name()).orElse(null))
                .bindByType("hard", as.map(Assessment::hard).orElse(null), Boolean.class)
                .bind("answer", file.answer())
                .bindByType("read_back", file.readBack().orElse(null), Instant.class)
                .bindByType("reopened", file.reopened().orElse(null), Instant.class)
                .bind("times_reopened", file.timesReopened())
                .bind("handovers", file.handovers())
                .bind("escalated", file.escalated())
                .bind("unseen", file.unseen())
                .bind("asking", file.asking())
                .bindByType("held", file.held().orElse(null), Boolean.class)
                .bindByType("timely", file.rating().map(HandlingRating::timely).orElse(null), Integer.class)
                .bindByType(
                        "reasonable",
                        file.rating().map(HandlingRating::reasonable).orElse(null),
                        Integer.class)
                .bindByType("fair", file.rating().map(HandlingRating::fair).orElse(null), Integer.class)
                .bind("changes", changes);
    }

    private static void bind(Update update, List<String> columns, Timing timing) {
        update.bindByType(columns.getFirst(), timing == null ? null : timing.by(), Instant.class);
        if (columns.size() > 1)
            update.bindByType(
                    columns.get(1), timing == null ? null : timing.done().orElse(null), Instant.class);
    }

    static Complaint read(ResultSet row) throws SQLException {
        return new Complaint(
                row.getObject("c_id", UUID.class),
                row.getInt("c_number"),
                Source.valueOf(row.getString("c_source")),
                Optional.ofNullable(row.getObject("c_customer", UUID.class)),
                row.getString("c_customer_name"),
                Optional.ofNullable(row.getObject("c_contact", UUID.class)),
                Optional.ofNullable(row.getString("c_call_back")).map(PhoneNumber::new),
                row.getString("c_subject"),
                row.getString("c_what"),
                Severity.valueOf(row.getString("c_severity")),
                row.getObject("c_owner", UUID.class),
                instant(row, "opened").orElseThrow(),
                State.valueOf(row.getString("c_state")),
                clocks(row),
                file(row));
    }

    private static ComplaintClocks clocks(ResultSet row) throws SQLException {
        var timings = new EnumMap<ComplaintClock, Timing>(ComplaintClock.class);
        for (var each : CLOCKS.entrySet()) {
            List<String> columns = each.getValue();
            Optional<Instant> done = columns.size() > 1 ? instant(row, columns.get(1)) : Optional.empty();
            instant(row, columns.getFirst())
                    .or(() -> done)
                    .ifPresent(by -> timings.put(each.getKey(), new Timing(by, done)));
        }
        return new ComplaintClocks(timings);
    }

    private static CaseFile file(ResultSet row) throws SQLException {
        return new CaseFile(
                assessment(row),
                row.getString("c_answer"),
                instant(row, "read_back"),
                instant(row, "reopened"),
                row.getInt("c_times_reopened"),
                row.getInt("c_handovers"),
                row.getBoolean("c_escalated"),
                row.getBoolean("c_unseen"),
                row.getBoolean("c_asking"),
                Optional.ofNullable(row.getObject("c_held", Boolean.class)),
                rating(row),
                row.getInt("c_changes"));
    }

    private static Optional<Assessment> assessment(ResultSet row) throws SQLException {
        String cause = row.getString("c_cause");
        if (cause == null) return Optional.empty();
        return Optional.of(new Assessment(
                Severity.valueOf(row.getString("c_severity")),
                cause,
                Optional.ofNullable(row.getString("c_business")),
                Optional.ofNullable(row.getString("c_unit")),
                Expectation.valueOf(row.getString("c_expectation")),
                row.getBoolean("c_hard")));
    }

    private static Optional<HandlingRating> rating(ResultSet row) throws SQLException {
        Integer timely = row.getObject("c_timely", Integer.class);
        return timely == null
                ? Optional.empty()
                : Optional.of(new HandlingRating(timely, row.getInt("c_reasonable"), row.getInt("c_fair")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject("c_" + column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
