package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final DeskModels models = DeskModels.of(desk.ports(), Runnable::run);

    @Test
    void the_stage_follows_the_call_from_ring_to_write_up_without_a_gap() {
        List<Stage> stages = new ArrayList<>();
        models.stage().listen(() -> stages.add(models.stage().stage()));
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
        desk.ends();
        models.wrapUp().finish();
        assertThat(stages)
                .containsExactly(
                        new Stage.Ringing(FakeDesk.CALL),
                        new Stage.Talking(FakeDesk.CALL),
                        new Stage.WritingUp(FakeDesk.CALL),
                        new Stage.Idle());
    }

    @Test
    void a_call_that_rings_during_the_write_up_takes_nothing_away() {
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
        desk.ends();
        desk.phone.rings("next", "100", "");
        assertThat(models.stage().stage()).isEqualTo(new Stage.WritingUp(FakeDesk.CALL));
    }

    @Test
    void an_unfinished_write_up_comes_back_after_the_next_call() {
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
        desk.ends();
        var next = desk.phone.rings("next", "100", "");
        models.phone().answer();
        assertThat(models.stage().stage()).isEqualTo(new Stage.Talking(next));
        desk.phone.farEndClears(next, ClearCause.REMOTE_HANGUP);
        models.wrapUp().finish();
        assertThat(models.stage().stage()).isEqualTo(new Stage.WritingUp(FakeDesk.CALL));
    }

    @Test
    void a_dialled_call_is_on_stage_at_once() {
        models.phone().dial("200");
        assertThat(models.stage().stage()).isEqualTo(new Stage.Talking(new CallId("out-200")));
    }
}
