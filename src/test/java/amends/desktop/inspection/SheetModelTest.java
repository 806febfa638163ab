package amends.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.desktop.FakeQuality;
import amends.desktop.PostingWork;
import amends.desktop.inspection.SheetModel.Storing;
import amends.quality.Evaluation;
import amends.quality.Mark;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SheetModelTest {
    private static final String ALL = "111111122222";
    private final FakeDesk desk = new FakeDesk().onAnOrdinaryMorning();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final PostingWork work = new PostingWork(background::add, Runnable::run);
    private final List<UUID> kept = new ArrayList<>();
    private final SheetModel model =
            new SheetModel(desk.quality.inspector(FakeQuality.ZHOU, desk.time), work, desk.time, kept::add);

    @BeforeEach
    void open() {
        open(0);
    }

    private void open(int recording) {
        model.open(desk.quality.row(desk.archive.recordings.get(recording).id()).orElseThrow());
        inBackground();
    }

    private void inBackground() {
        while (!background.isEmpty()) background.remove().run();
    }

    private void types(String keys) {
        for (char key : keys.toCharArray()) model.typed(key);
    }

    private void passes() {
        desk.time.pass(SheetModel.SETTLES);
        model.tick();
        inBackground();
    }

    private Evaluation stored() {
        return desk.quality.evaluations.values().iterator().next();
    }

    @Test
    void digits_give_marks_one_after_the_other() {
        types("1-0");
        assertThat(model.current()).isEqualTo(3);
        assertThat(model.mark(model.scorecard().criteria().get(1))).contains(Mark.NOT_APPLICABLE);
        assertThat(model.total().open()).isEqualTo(9);
        assertThat(model.total().failed()).isTrue();
    }

    @Test
    void a_digit_beyond_the_steps_is_nobodys() {
        assertThat(model.typed('2')).isFalse();
        assertThat(model.typed('x')).isFalse();
        assertThat(model.isUnmarked()).isTrue();
    }

    @Test
    void nothing_is_stored_by_looking() {
        passes();
        assertThat(desk.quality.evaluations).isEmpty();
        assertThat(model.storing()).isEqualTo(Storing.UNTOUCHED);
    }

    @Test
    void a_draft_saves_itself_when_nothing_was_typed_for_a_second() {
        types("1");
        model.tick();
        inBackground();
        assertThat(desk.quality.evaluations).isEmpty();
        passes();
        assertThat(stored().state()).isEqualTo(Evaluation.State.DRAFT);
        assertThat(model.storing()).isEqualTo(Storing.SAVED);
    }

    @Test
    void what_is_typed_is_there_again_after_another_recording() {
        types("1");
        model.noteTyped("half a note");
        open(1);
        assertThat(model.isUnmarked()).isTrue();
        open(0);
        assertThat(model.note()).isEqualTo("half a note");
        assertThat(model.current()).isEqualTo(1);
    }

    @Test
    void what_was_typed_while_the_database_was_away_is_stored_later_from_whichever_recording() {
        types("1");
        desk.archive.databaseAway = true;
        passes();
        assertThat(model.storing()).isEqualTo(Storing.AWAY);
        desk.archive.databaseAway = false;
        open(1);
        passes();
        assertThat(stored().recording())
                .isEqualTo(desk.archive.recordings.getFirst().id());
    }

    @Test
    void places_stand_in_the_order_of_time_and_can_be_taken_back() {
        model.remark(Duration.ofSeconds(90));
        assertThat(model.remark(Duration.ofSeconds(10))).isZero();
        model.remarkTyped(0, "interrupts");
        model.removeRemark(1);
        assertThat(model.remarks()).containsExactly(new SheetModel.Place(Duration.ofSeconds(10), "interrupts"));
    }

    @Test
    void an_incomplete_sheet_is_not_kept_and_the_open_line_comes_to_hand() {
        types("111");
        model.go(0);
        model.keep();
        inBackground();
        assertThat(model.storing()).isEqualTo(Storing.INCOMPLETE);
        assertThat(model.current()).isEqualTo(3);
        assertThat(kept).isEmpty();
    }

    @Test
    void what_is_kept_is_shown_and_does_not_change() {
        types(ALL);
        model.keep();
        inBackground();
        assertThat(kept).containsExactly(desk.archive.recordings.getFirst().id());
        assertThat(model.storing()).isEqualTo(Storing.KEPT);
        types("0");
        model.noteTyped("late");
        assertThat(model.total().percent()).isEqualTo(100);
        assertThat(model.note()).isEmpty();
    }

    @Test
    void a_correction_begins_with_the_marks_and_leaves_what_it_corrects() {
        types(ALL);
        model.keep();
        inBackground();
        Evaluation first = stored();
        model.correct();
        model.give(model.scorecard().criteria().getLast(), Mark.of(0));
        model.keep();
        inBackground();
        assertThat(desk.quality.byId(first.id())).contains(first);
        Evaluation second = desk.quality.keptOf(first.recording()).stream()
                .filter(e -> !e.id().equals(first.id()))
                .findFirst()
                .orElseThrow();
        assertThat(second.corrects()).contains(first.id());
        assertThat(second.percent()).isEqualTo(95);
    }
}
