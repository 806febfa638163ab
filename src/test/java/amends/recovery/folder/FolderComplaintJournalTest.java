package amends.recovery.folder;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.recovery.Complaint;
import amends.recovery.ComplaintDraft;
import amends.recovery.Matter;
import amends.recovery.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderComplaintJournalTest {
    @TempDir
    Path folder;

    private static ComplaintDraft draft(String what, Matter matter) {
        return new ComplaintDraft(
                Ids.next(),
                Complaint.Source.CALL,
                Optional.of(Ids.next()),
                "王建国",
                Optional.of(Ids.next()),
                Optional.of(new PhoneNumber("+8613800138000")),
                "重复扣款 = # ! \\ :",
                what,
                Severity.SEVERE,
                new UUID(1, 1),
                Instant.parse("2026-01-05T01:00:00.123456Z"),
                Optional.of(Instant.parse("2026-01-06T02:00:00Z")),
                true,
                matter);
    }

    @Test
    void what_is_kept_comes_back_whole_to_the_next_run_until_it_is_dropped() {
        var one = draft("扣了两笔\n客户要求当天退\u2028 \\u0041", new Matter.New());
        var other = draft("", new Matter.Again(Ids.next()));
        var journal = new FolderComplaintJournal(folder.resolve("held"));
        journal.keep(one);
        journal.keep(other);
        assertThat(new FolderComplaintJournal(folder.resolve("held")).left()).containsExactlyInAnyOrder(one, other);
        journal.drop(one.id());
        assertThat(journal.left()).containsExactly(other);
    }

    @Test
    void a_file_that_is_none_is_set_aside_and_hides_no_other() throws IOException {
        var journal = new FolderComplaintJournal(folder);
        var one = draft("x", new Matter.Unsaid());
        journal.keep(one);
        Files.writeString(folder.resolve("broken.complaint"), "id=nonsense\n");
        assertThat(journal.left()).isEqualTo(List.of(one));
        assertThat(folder.resolve("broken.complaint.unreadable")).exists();
    }

    @Test
    void whatever_a_half_written_file_holds_nothing_fails() throws IOException {
        var journal = new FolderComplaintJournal(folder);
        String whole = DraftText.of(draft("扣了两笔", new Matter.Unsaid()));
        var random = new Random(7);
        for (int i = 0; i < 60; i++)
            Files.writeString(folder.resolve(i + ".complaint"), whole.substring(0, random.nextInt(whole.length())));
        assertThat(journal.left().size()).isLessThanOrEqualTo(60);
    }
}
