package amends.desktop.team;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.VisitMode;
import amends.acd.VisitState;
import amends.desktop.FakeVisiting;
import amends.kernel.SettableTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitModelTest {
    private final SettableTime time = new SettableTime();
    private final FakeVisiting visiting = new FakeVisiting();
    private final VisitModel model = new VisitModel(visiting, time);

    @Test
    void a_wish_is_about_who_is_chosen() {
        model.choose(Optional.of("1001"));
        model.want(VisitMode.LISTEN);
        assertThat(visiting.wishes).containsExactly("LISTEN 1001");
    }

    @Test
    void a_wish_about_nobody_asks_whom_until_somebody_is_chosen() {
        model.want(VisitMode.LISTEN);
        assertThat(visiting.wishes).isEmpty();
        assertThat(model.isNobodyChosen()).isTrue();
        model.choose(Optional.of("1001"));
        assertThat(model.isNobodyChosen()).isFalse();
    }

    @Test
    void while_in_a_call_another_way_is_about_that_call_whoever_is_chosen() {
        visiting.becomes(new VisitState(
                Optional.of("1001"),
                Optional.of(VisitMode.LISTEN),
                Optional.empty(),
                Optional.of(time.now()),
                Optional.empty()));
        model.choose(Optional.of("1002"));
        time.pass(Duration.ofSeconds(40));
        model.want(VisitMode.BARGE);
        model.leave();

        assertThat(visiting.wishes).containsExactly("BARGE 1001", "leave");
        assertThat(model.lasting()).hasSeconds(40);
    }
}
