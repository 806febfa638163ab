package amends.contact.folder;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.CallLine;
import amends.contact.Contact;
import amends.contact.Contact.State;
import amends.contact.ContactJournal.Kept;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.kernel.Ids;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderContactJournalTest {
    @TempDir
    Path home;

    private Path folder;
    private FolderContactJournal journal;

    @BeforeEach
    void open() {
        folder = home.resolve("contacts");
        journal = new FolderContactJournal(folder);
    }

    private static Contact contact() {
        return new Contact(
                Ids.next(),
                "1=a:#!\\@desk",
                Direction.INBOUND,
                new UUID(1, 1),
                "+8613800138000",
                Optional.empty(),
                "支持 = support",
                Duration.ofMillis(1500),
                Instant.parse("2026-01-05T01:00:00.123456Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                State.OPEN);
    }

    private static Contact closed() {
        Contact c = contact();
        return new Contact(
                c.id(),
                c.call(),
                c.direction(),
                c.agent(),
                c.number(),
                Optional.of(new UUID(2, 2)),
                c.queue(),
                c.waited(),
                c.began(),
                Optional.of(c.began().plusSeconds(3)),
                Optional.of(c.began().plusSeconds(60)),
                Optional.of(ClearCause.REMOTE_HANGUP),
                Optional.of(new UUID(3, 3)),
                Optional.of(new WrapUp(Disposition.SOLVED, "两行\nsecond line = x")),
                State.CLOSED,
                Optional.empty(),
                Optional.of(new CallLine(312, 145, 61, Optional.empty(), Optional.of(190))));
    }

    @Test
    void a_contact_comes_back_as_it_was_kept() {
        Contact contact = contact();
        journal.keep(new Kept(contact, "half\na note"));

        assertThat(journal.left()).singleElement().satisfies(left -> {
            assertThat(left.contact()).isEqualTo(contact);
            assertThat(left.note()).isEqualTo("half\na note");
            assertThat(left.writtenAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
    }

    @Test
    void a_closed_contact_comes_back_with_everything() {
        Contact contact = closed();
        journal.keep(new Kept(contact, ""));

        assertThat(journal.left().getFirst().contact()).isEqualTo(contact);
    }

    @Test
    void a_newer_state_replaces_the_older() {
        Contact open = contact();
        journal.keep(new Kept(open, "a"));
        journal.keep(new Kept(open, "b"));

        assertThat(journal.left())
                .singleElement()
                .satisfies(left -> assertThat(left.note()).isEqualTo("b"));
    }

    @Test
    void what_is_stored_is_dropped() {
        Contact contact = contact();
        journal.keep(new Kept(contact, ""));
        journal.drop(contact.id());
        journal.drop(contact.id());

        assertThat(journal.left()).isEmpty();
    }

    @Test
    void a_folder_that_is_not_there_holds_nothing() {
        assertThat(new FolderContactJournal(home.resolve("nowhere")).left()).isEmpty();
    }

    @Test
    void a_broken_file_is_set_aside_and_the_others_are_read() throws IOException {
        journal.keep(new Kept(contact(), ""));
        Files.writeString(folder.resolve("broken.contact"), "id=not an id\n");

        assertThat(journal.left()).hasSize(1);
        assertThat(folder.resolve("broken.contact.unreadable")).exists();
    }

    @Test
    void only_the_desk_s_user_may_read_it() throws IOException {
        Contact contact = contact();
        journal.keep(new Kept(contact, ""));

        Path file = folder.resolve(contact.id() + ".contact");
        if (Files.getFileStore(file).supportsFileAttributeView("posix"))
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void random_damage_is_never_more_than_an_unreadable_file() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Contact contact = closed();
            journal.keep(new Kept(contact, "note"));
            Path file = folder.resolve(contact.id() + ".contact");
            byte[] bytes = Files.readAllBytes(file);
            for (int n = 0; n < 4; n++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Files.write(file, bytes);

            assertThat(journal.left()).hasSizeLessThanOrEqualTo(1);
            journal.drop(contact.id());
        }
    }
}
