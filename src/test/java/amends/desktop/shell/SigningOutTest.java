package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AgentState;
import amends.acd.VisitMode;
import amends.acd.VisitState;
import amends.desktop.FakeDesk;
import amends.desktop.status.StatusModel;
import amends.desktop.status.Staying;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When somebody may go, and how it is said that they may not. */
class SigningOutTest {
    private final FakeDesk desk = new FakeDesk();

    private DeskModels models() {
        return DeskModels.of(desk.ports(), Runnable::run);
    }

    @Test
    void between_calls_nothing_keeps_anybody() {
        var models = models();
        for (AgentState state : new AgentState[] {
            new AgentState.Ready(), new AgentState.NotReady(AgentState.Reason.BREAK), new AgentState.LoggedOff()
        }) {
            desk.session.becomes(state);
            assertThat(models.staying()).isEmpty();
        }
    }

    @Test
    void a_call_keeps_who_has_it_from_its_first_ring_to_its_write_up() {
        var models = models();
        desk.rings();
        assertThat(models.staying()).contains(Staying.IN_CALL);
        desk.phone.answer(FakeDesk.CALL);
        assertThat(models.staying()).contains(Staying.IN_CALL);
        desk.ends();
        assertThat(models.staying()).contains(Staying.WRITE_UP);
        models.wrapUp().finish();
        desk.session.becomes(new AgentState.Ready());
        assertThat(models.staying()).isEmpty();
    }

    @Test
    void an_offer_that_does_not_ring_yet_keeps_them_too() {
        var models = models();
        desk.session.becomes(new AgentState.Busy());
        assertThat(models.staying()).contains(Staying.IN_CALL);
    }

    @Test
    void a_lead_in_somebodys_call_stays_until_they_left_it() {
        desk.leads();
        var models = models();
        desk.leads()
                .visiting
                .becomes(new VisitState(
                        Optional.of("1006"),
                        Optional.of(VisitMode.LISTEN),
                        Optional.empty(),
                        Optional.of(desk.time.now()),
                        Optional.empty()));
        assertThat(models.staying()).contains(Staying.IN_CALL);
        desk.leads().visiting.becomes(VisitState.NONE);
        assertThat(models.staying()).isEmpty();
    }

    @Test
    void why_not_is_said_for_a_moment() {
        StatusModel status = models().status();
        status.stays(Staying.WRITE_UP);
        assertThat(status.staying()).contains(Staying.WRITE_UP);
        desk.time.pass(Duration.ofSeconds(9));
        status.tick();
        assertThat(status.staying()).contains(Staying.WRITE_UP);
        desk.time.pass(Duration.ofSeconds(2));
        status.tick();
        assertThat(status.staying()).isEmpty();
    }
}
