package amends.desktop.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Disposition;
import amends.desktop.FakeCallbacks;
import amends.desktop.FakeDesk;
import amends.desktop.wrapup.NotesModel;
import amends.desktop.wrapup.WrapUpModel;
import amends.recovery.CallbackOutcome;
import amends.recovery.CallbackTask;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallbacksModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final WrapUpModel wrapUps =
            new WrapUpModel(desk.phone, desk.keeping, desk.session, new NotesModel(desk.keeping, desk.time));
    private final CallbacksModel model = new CallbacksModel(desk.callbacks, wrapUps, desk.time);
    private int changes;

    private CallbackTask due(int number, Duration in) {
        return FakeCallbacks.task(number, "s", "王建国", desk.time.now().plus(in), 0);
    }

    @Test
    void what_falls_due_in_the_meantime_shows() {
        desk.callbacks.shows(due(1042, Duration.ofMinutes(1)));
        model.listen(() -> changes++);
        model.tick();
        assertThat(changes).isZero();
        desk.time.pass(Duration.ofMinutes(2));
        model.tick();
        model.tick();
        assertThat(changes).isEqualTo(1);
        assertThat(model.isOverdue(model.mine().getFirst())).isTrue();
    }

    @Test
    void the_first_due_is_begun_first() {
        assertThat(model.beginFirst()).isFalse();
        desk.callbacks.shows(due(1042, Duration.ofMinutes(1)), due(1043, Duration.ofMinutes(2)));
        assertThat(model.beginFirst()).isTrue();
        assertThat(desk.callbacks.asked).containsExactly("begin 1042");
    }

    @Test
    void the_one_in_hand_is_not_in_the_list() {
        desk.callbacks.shows(due(1042, Duration.ofMinutes(1)), due(1043, Duration.ofMinutes(2)));
        desk.callbacks.isMade(FakeDesk.CALL);
        assertThat(model.mine()).extracting(t -> t.complaint().number()).containsExactly(1043);
        assertThat(model.of(FakeDesk.CALL)).isPresent();
    }

    @Test
    void what_nobody_called_settled_is_not_and_choosing_chooses_the_disposition_too() {
        desk.callbacks.shows(due(1042, Duration.ofMinutes(1)));
        desk.callbacks.isMade(FakeDesk.CALL);
        assertThat(model.outcome(FakeDesk.CALL)).isEqualTo(CallbackOutcome.NOT_SETTLED);
        assertThat(wrapUps.disposition(FakeDesk.CALL)).isEqualTo(Disposition.FOLLOW_UP);
        model.choose(FakeDesk.CALL, CallbackOutcome.NOT_REACHED);
        assertThat(wrapUps.disposition(FakeDesk.CALL)).isEqualTo(Disposition.FOLLOW_UP);
        model.choose(FakeDesk.CALL, CallbackOutcome.SETTLED);
        assertThat(model.outcome(FakeDesk.CALL)).isEqualTo(CallbackOutcome.SETTLED);
        assertThat(wrapUps.disposition(FakeDesk.CALL)).isEqualTo(Disposition.SOLVED);
    }
}
