package amends.customer.jdbc;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The recordings of a person's calls. Forgetting destroys the keys that the database has at once and leaves a duty for
 * each, carried out by a desk that has the vault: the sealed file goes with the key that is wrapped in it, and a
 * tombstone stays in the chain. Asked before the contacts are forgotten, by which recordings are found; they move with
 * them.
 */
public final class RecordingRecords implements PersonalRecords {
    /** The kind of the duty; its subject is the recording. */
    public static final String ERASE = "erase-recording";

    private static final String THEIRS = """
            (select c.recording from contact c where c.recording is not null and (c.customer = :customer
            or c.customer is null and c.number in
            (select n.number from customer_number n where n.customer = :customer)))""";

    private final Database database;
    private final Duties duties;
    private final Timekeeper time;

    public RecordingRecords(Database database, Duties duties, Timekeeper time) {
        this.database = database;
        this.duties = duties;
        this.time = time;
    }

    @Override
    public String room() {
        return "recordings";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return database.handle(h -> h.createQuery(
                        "select began, length, announced from recording where id in " + THEIRS + " order by began desc")
                .bind("customer", customer)
                .map((row, context) -> PersonalRecord.of(
                                "recording",
                                row.getObject("began", OffsetDateTime.class).toInstant())
                        .with(
                                "seconds",
                                Duration.ofNanos(row.getLong("length") * 1000).toSeconds())
                        .with("announced", row.getBoolean("announced")))
                .list());
    }

    @Override
    public int forget(UUID customer) {
        return database.handle(h -> {
            List<UUID> recordings = h.createQuery("select id from recording where id in " + THEIRS)
                    .bind("customer", customer)
                    .mapTo(UUID.class)
                    .list();
            for (UUID recording : recordings) {
                h.execute("delete from recording_key where recording = ?", recording);
                // How it was judged stays, in figures; what inspectors wrote down of the talk goes.
                h.execute("update evaluation set note = '' where recording = ?", recording);
                h.execute(
                        "update evaluation_remark set text = '' where evaluation in"
                                + " (select e.id from evaluation e where e.recording = ?)",
                        recording);
                duties.add(new Duty(Ids.named(ERASE + ":" + recording), ERASE, recording, time.now(), 0));
            }
            return recordings.size();
        });
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return List.of();
    }

    @Override
    public void moveBack(Collection<UUID> moved, UUID holder, UUID owner) {}
}
