package amends.contact;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact.State;
import amends.contact.folder.FolderContactJournal;
import amends.kernel.SettableTime;
import amends.kernel.StoreQueue;
import amends.kernel.jdbc.Eventually;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that dies while its database is away, and the desk that starts after it. */
class JournaledContactsTest {
    private static final UUID AGENT = new UUID(1, 1);

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private final ContactMemory memory = new ContactMemory();
    private boolean ownFile;
    private final List<Contact> followedUp = new CopyOnWriteArrayList<>();

    private UUID agent = AGENT;

    private final class Desk {
        private final CallScript phone = new CallScript(time);
        private final StoreQueue queue = new StoreQueue("test", 1000);
        private final ContactWriting writing =
                new ContactWriting(memory, memory, queue, new FolderContactJournal(folder), ownFile);
        private final CallContactKeeping keeping =
                new CallContactKeeping(phone, writing, () -> Optional.of(agent), "CN", time, time);

        Desk() {
            writing.onClosing(followedUp::add);
        }

        CallId talk(String call) {
            CallId id = phone.rings(call, "13800138000");
            phone.isAnswered(id);
            return id;
        }

        List<Contacts.LeftOpen> recovered() {
            var found = new ArrayList<Contacts.LeftOpen>();
            keeping.recover(agent, found::addAll);
            assertThat(queue.flush(Duration.ofSeconds(20))).isTrue();
            return found;
        }
    }

    private int journaled() {
        return new FolderContactJournal(folder).left().size();
    }

    @Test
    void what_the_database_has_does_not_stay_on_the_desk_s_disk() {
        var desk = new Desk();
        desk.talk("1");
        desk.queue.flush(Duration.ofSeconds(20));

        assertThat(memory.latest(9)).hasSize(1);
        Eventually.holds(() -> assertThat(journaled()).isZero());
    }

    @Test
    void where_the_database_is_the_desks_own_file_an_open_contact_outlives_what_that_loses() {
        ownFile = true;
        var dead = new Desk();
        CallId call = dead.talk("1");
        dead.keeping.note(call, "half a note");
        time.pass(Duration.ofSeconds(2));
        assertThat(dead.queue.flush(Duration.ofSeconds(20))).isTrue();
        Eventually.holds(() -> assertThat(new FolderContactJournal(folder).left())
                .anyMatch(left -> left.note().equals("half a note")));
        memory.forgetAll();

        assertThat(new Desk().recovered()).hasSize(1);
        assertThat(memory.latest(9)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.INTERRUPTED);
            assertThat(row.answered()).isPresent();
            assertThat(memory.noteOf(row.id())).isEqualTo("half a note");
        });
        Eventually.holds(() -> assertThat(journaled()).isZero());
    }

    /** The journal file is as old as the last note; the row is seen again and again while the call lasts. */
    @Test
    void a_call_of_who_sat_here_before_lasted_as_long_as_it_was_seen_whoever_sits_here_next() {
        ownFile = true;
        var dead = new Desk();
        dead.talk("1");
        time.pass(Duration.ofMinutes(25));
        assertThat(dead.queue.flush(Duration.ofSeconds(20))).isTrue();
        Eventually.holds(() -> assertThat(journaled()).isEqualTo(1));
        agent = new UUID(2, 2);

        new Desk().recovered();

        assertThat(memory.latest(9)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.INTERRUPTED);
            assertThat(Duration.between(row.began(), row.ended().orElseThrow())).isGreaterThan(Duration.ofMinutes(24));
        });
    }

    @Test
    void there_too_it_leaves_the_disk_when_it_is_closed() {
        ownFile = true;
        var desk = new Desk();
        CallId call = desk.talk("1");
        Eventually.holds(() -> assertThat(journaled()).isEqualTo(1));
        desk.phone.ends(call, ClearCause.REMOTE_HANGUP);
        desk.keeping.finish(call, new WrapUp(Disposition.SOLVED, ""));
        assertThat(desk.queue.flush(Duration.ofSeconds(20))).isTrue();

        Eventually.holds(() -> assertThat(journaled()).isZero());
    }

    @Test
    void what_was_held_is_dropped_from_the_disk_when_the_database_has_it() {
        memory.away = true;
        var desk = new Desk();
        desk.talk("1");
        Eventually.holds(() -> assertThat(journaled()).isEqualTo(1));

        memory.away = false;
        desk.queue.nudge();
        Eventually.holds(() -> assertThat(journaled()).isZero());
        assertThat(memory.latest(9)).hasSize(1);
    }

    @RepeatedTest(20)
    void a_contact_closed_while_the_database_was_away_outlives_its_desk_with_its_follow_ups() {
        memory.away = true;
        var dead = new Desk();
        CallId call = dead.talk("1");
        dead.phone.ends(call, ClearCause.REMOTE_HANGUP);
        dead.keeping.finish(call, new WrapUp(Disposition.COMPLAINT, "call back"));
        Eventually.holds(() -> assertThat(new FolderContactJournal(folder).left())
                .anyMatch(left -> left.contact().state() == State.CLOSED));
        // The dead desk's queue never gets through: it is closed while the database is still away.
        dead.queue.close();

        memory.away = false;
        assertThat(new Desk().recovered()).isEmpty();
        assertThat(memory.latest(9)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.CLOSED);
            assertThat(row.wrapUp()).contains(new WrapUp(Disposition.COMPLAINT, "call back"));
        });
        assertThat(followedUp).hasSize(1);
        Eventually.holds(() -> assertThat(journaled()).isZero());
    }

    @RepeatedTest(5)
    void a_call_that_died_with_its_desk_while_the_database_was_away_is_interrupted_with_its_note() {
        memory.away = true;
        var dead = new Desk();
        CallId call = dead.talk("1");
        dead.keeping.note(call, "half a note");
        time.pass(Duration.ofSeconds(2));
        Eventually.holds(() -> assertThat(new FolderContactJournal(folder).left())
                .anyMatch(left -> left.note().equals("half a note")));
        dead.queue.close();

        memory.away = false;
        assertThat(new Desk().recovered()).singleElement().satisfies(left -> {
            assertThat(left.contact().state()).isEqualTo(State.INTERRUPTED);
            assertThat(left.contact().ended()).isPresent();
            assertThat(left.note()).isEqualTo("half a note");
        });
        assertThat(memory.noteOf(memory.latest(1).getFirst().id())).isEqualTo("half a note");
    }

    @Test
    void what_the_database_already_closed_is_not_followed_up_twice() {
        memory.away = true;
        var dead = new Desk();
        CallId call = dead.talk("1");
        dead.phone.ends(call, ClearCause.REMOTE_HANGUP);
        dead.keeping.finish(call, new WrapUp(Disposition.SOLVED, ""));
        Eventually.holds(() -> assertThat(new FolderContactJournal(folder).left())
                .anyMatch(left -> left.contact().state() == State.CLOSED));
        dead.queue.close();
        memory.away = false;
        memory.save(dead.keeping.of(call).orElseThrow());

        new Desk().recovered();
        assertThat(followedUp).isEmpty();
    }
}
