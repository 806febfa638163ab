package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Duration;
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

    @Test
    void while_a_colleague_is_asked_the_screen_stays_with_the_caller_who_waits() {
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
        desk.phone.hold(FakeDesk.CALL);
        desk.time.pass(Duration.ofSeconds(1));
        models.phone().dial("1002");
        assertThat(models.stage().stage()).isEqualTo(new Stage.Talking(FakeDesk.CALL));

        var colleague = new CallId("out-1002");
        desk.phone.farEndAnswers(colleague);
        assertThat(models.stage().stage()).isEqualTo(new Stage.Talking(FakeDesk.CALL));
        desk.phone.farEndClears(FakeDesk.CALL, ClearCause.REMOTE_HANGUP);
        assertThat(models.stage().stage()).isEqualTo(new Stage.Talking(colleague));
    }

    @Test
    void who_was_called_first_stays_on_the_screen_whichever_of_both_is_talked_with() {
        models.phone().dial("200");
        var customer = new CallId("out-200");
        desk.phone.farEndAnswers(customer);
        desk.phone.hold(customer);
        desk.time.pass(Duration.ofSeconds(1));
        models.phone().dial("1002");
        var colleague = new CallId("out-1002");
        desk.phone.farEndAnswers(colleague);
        desk.phone.hold(colleague);
        desk.phone.retrieve(customer);
        assertThat(models.stage().stage()).isEqualTo(new Stage.Talking(customer));
    }
}
