package amends.desktop.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeAhead;
import amends.desktop.PostingWork;
import amends.kernel.SettableTime;
import amends.readiness.Notice;
import amends.readiness.Plan;
import amends.readiness.PlanCourse.Because;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlansModelTest {
    private static final StaffMember LEAD =
            new StaffMember(new UUID(1, 3), "1003", "赵倩", "1003", Set.of(Role.AGENT, Role.LEAD));
    private final SettableTime time = new SettableTime();
    private final FakeAhead ahead = new FakeAhead();
    private final PlansModel model =
            new PlansModel(ahead.port(time, LEAD).switching(), new PostingWork(Runnable::run, Runnable::run), time);

    @BeforeEach
    void a_prepared_plan_is_chosen() {
        ahead.isAnOrdinaryMorning(time.now());
        model.shown(true);
        model.choose(new UUID(24, 2));
    }

    private static Plan saying(Plan p, String title, String sms) {
        Notice n = p.notice();
        var notice = new Notice(sms, n.advertises(), n.audience(), n.perMinute(), n.most(), n.from(), n.until());
        return new Plan(
                p.id(),
                title,
                p.happened(),
                p.match(),
                p.answer(),
                p.article(),
                p.compensation(),
                notice,
                p.state(),
                p.run(),
                p.version(),
                p.changedBy(),
                p.changed());
    }

    @Test
    void what_was_typed_is_what_is_switched_on() {
        Plan read = model.chosen().orElseThrow();
        model.switchOn(saying(read, read.title(), "改好的短信"));
        assertThat(ahead.byId(read.id())).hasValueSatisfying(p -> {
            assertThat(p.isOn()).isTrue();
            assertThat(p.notice().text()).isEqualTo("改好的短信");
        });
        assertThat(model.chosen()).isEqualTo(ahead.byId(read.id()));
    }

    @Test
    void what_cannot_be_kept_is_not_switched_on() {
        Plan read = model.chosen().orElseThrow();
        model.switchOn(saying(read, " ", "改好的短信"));
        assertThat(ahead.on()).extracting(Plan::id).doesNotContain(read.id());
        assertThat(model.refused()).contains(Because.NO_TITLE);
        assertThat(model.chosen()).contains(read);
    }

    @Test
    void what_was_not_changed_is_not_written_again() {
        Plan read = model.chosen().orElseThrow();
        model.switchOn(read);
        assertThat(ahead.byId(read.id()).orElseThrow().version()).isEqualTo(read.version() + 1);
        assertThat(List.copyOf(ahead.on())).extracting(Plan::id).contains(read.id());
    }
}
