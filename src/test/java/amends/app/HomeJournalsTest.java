package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.ContactJournal.Kept;
import amends.contact.folder.FolderContactJournal;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.recovery.Complaint;
import amends.recovery.ComplaintDraft;
import amends.recovery.Severity;
import amends.recovery.folder.FolderComplaintJournal;
import amends.telephony.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeJournalsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800138000");
    private static final PhoneNumber OTHER = new PhoneNumber("+8613900139000");

    @TempDir
    Path home;

    private static Contact contact(PhoneNumber number, Optional<UUID> customer) {
        return new Contact(
                Ids.next(),
                "c",
                Direction.INBOUND,
                new UUID(1, 1),
                number.e164(),
                customer,
                "support",
                Duration.ZERO,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Contact.State.OPEN);
    }

    private static ComplaintDraft draft(Optional<UUID> customer, PhoneNumber number) {
        return new ComplaintDraft(
                Ids.next(),
                Complaint.Source.CALL,
                customer,
                "王建国",
                Optional.empty(),
                Optional.of(number),
                "重复扣款",
                "",
                Severity.SEVERE,
                new UUID(1, 1),
                NOW,
                Optional.empty());
    }

    @Test
    void what_waits_of_an_erased_person_goes_whoever_left_it_here_and_the_rest_stays() {
        UUID who = Ids.next();
        var contacts = new FolderContactJournal(home.resolve("held-contacts"));
        var personal = new FolderContactJournal(home.resolve("held-contacts-" + new UUID(1, 1)));
        var complaints = new FolderComplaintJournal(home.resolve("held-complaints"));
        Contact stays = contact(OTHER, Optional.empty());
        contacts.keep(new Kept(stays, "x"));
        contacts.keep(new Kept(contact(MOBILE, Optional.empty()), "王建国说"));
        personal.keep(new Kept(contact(OTHER, Optional.of(who)), ""));
        complaints.keep(draft(Optional.of(who), OTHER));
        complaints.keep(draft(Optional.empty(), MOBILE));
        complaints.keep(draft(Optional.empty(), OTHER));

        new HomeJournals(home).forget(who, List.of(MOBILE));

        assertThat(contacts.left()).extracting(left -> left.contact().id()).containsExactly(stays.id());
        assertThat(personal.left()).isEmpty();
        assertThat(complaints.left())
                .singleElement()
                .satisfies(left -> assertThat(left.callBack()).contains(OTHER));
    }

    @Test
    void a_home_where_nothing_waits_is_fine() {
        new HomeJournals(home.resolve("none")).forget(Ids.next(), List.of(MOBILE));
        assertThat(home.resolve("none")).doesNotExist();
    }
}
