package amends.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.desktop.FakeQuality;
import amends.desktop.PostingWork;
import amends.desktop.inspection.InspectionModel.Listing;
import amends.desktop.inspection.InspectionModel.Period;
import amends.desktop.inspection.InspectionModel.Seeing;
import amends.desktop.inspection.InspectionModel.Wish;
import amends.kernel.Timekeeper;
import amends.quality.InspectionList.Evaluated;
import amends.recording.RecordingLibrary.Obstacle;
import amends.staff.AuditEntry;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionModelTest {
    private final FakeDesk desk = new FakeDesk().onAnOrdinaryMorning();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final PostingWork work = new PostingWork(background::add, Runnable::run);
    private final InspectionModel model = new InspectionModel(
            desk.quality.inspector(FakeQuality.ZHOU, desk.time),
            work,
            new Player(desk.archive, work, Timekeeper.system()),
            desk.time);

    @BeforeEach
    void load() {
        model.load();
        inBackground();
    }

    private void inBackground() {
        while (!background.isEmpty()) background.remove().run();
    }

    private void choose(int row) {
        model.choose(model.rows().get(row));
        inBackground();
    }

    private void reveal(String reason) {
        model.askNumber();
        model.reveal(reason);
        inBackground();
    }

    @Test
    void recordings_are_listed_with_masked_numbers() {
        assertThat(model.listing()).isEqualTo(Listing.LISTED);
        assertThat(model.rows())
                .extracting(r -> r.number())
                .containsExactly("139****9001", "21****4567", "138****8000");
    }

    @Test
    void a_wish_lists_anew_and_an_answer_to_an_earlier_one_is_dropped() {
        model.wish(new Wish(Optional.empty(), Period.EVER, Evaluated.YES, false));
        model.wish(new Wish(Optional.empty(), Period.DAY, Evaluated.EITHER, false));
        inBackground();
        assertThat(model.rows()).hasSize(2);
        model.wish(new Wish(Optional.empty(), Period.EVER, Evaluated.EITHER, true));
        inBackground();
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void a_database_that_is_away_is_said() {
        desk.archive.databaseAway = true;
        model.load();
        inBackground();
        assertThat(model.listing()).isEqualTo(Listing.UNAVAILABLE);
    }

    @Test
    void a_number_is_shown_for_a_reason_and_hidden_with_the_next_recording() {
        choose(0);
        reveal("complaint says another number");
        assertThat(model.number()).isEqualTo("+8613900139001");
        assertThat(desk.quality.entries).extracting(AuditEntry::why).containsExactly("complaint says another number");
        choose(1);
        assertThat(model.seeing()).isEqualTo(Seeing.MASKED);
        assertThat(model.number()).isEqualTo("21****4567");
        choose(0);
        assertThat(model.number()).isEqualTo("139****9001");
    }

    @Test
    void without_a_reason_it_stays_masked() {
        choose(0);
        reveal(" ");
        assertThat(model.seeing()).isEqualTo(Seeing.NO_REASON);
        assertThat(model.number()).isEqualTo("139****9001");
        assertThat(desk.quality.entries).isEmpty();
    }

    @Test
    void an_answer_that_comes_after_another_was_chosen_reveals_nothing() {
        choose(0);
        model.askNumber();
        model.reveal("a reason");
        model.choose(model.rows().get(1));
        inBackground();
        assertThat(model.seeing()).isEqualTo(Seeing.MASKED);
        assertThat(model.number()).isEqualTo("21****4567");
    }

    @Test
    void while_the_database_is_away_the_number_stays_hidden() {
        choose(0);
        desk.archive.databaseAway = true;
        reveal("a reason");
        assertThat(model.seeing()).isEqualTo(Seeing.AWAY);
        assertThat(model.number()).isEqualTo("139****9001");
    }

    @Test
    void a_missing_file_is_said() {
        desk.archive.sounds.clear();
        choose(0);
        assertThat(model.player().cannotOpen()).contains(Obstacle.FILE_MISSING);
    }

    @Test
    void the_list_shows_at_once_what_was_kept() {
        choose(0);
        for (char key : "111111122222".toCharArray()) model.sheet().typed(key);
        model.sheet().keep();
        inBackground();
        assertThat(model.rows().getFirst().evaluation()).isPresent();
        assertThat(model.chosen()).contains(model.rows().getFirst());
    }
}
