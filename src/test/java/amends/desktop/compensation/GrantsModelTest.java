package amends.desktop.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.compensation.FailureKind;
import amends.compensation.Grant;
import amends.compensation.GrantWish;
import amends.customer.CustomerProfile.Tier;
import amends.desktop.FakeAmending;
import amends.desktop.PostingWork;
import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.recovery.Severity;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantsModelTest {
    private static final StaffMember AGENT = member(1, Role.AGENT);
    private static final StaffMember EXPERT = member(3, Role.EXPERT);
    private final SettableTime time = new SettableTime();
    private final FakeAmending amending = new FakeAmending(time);
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final GrantsModel model =
            new GrantsModel(amending.port(), EXPERT, id -> "李敏", new PostingWork(background::add, Runnable::run), time);

    private static StaffMember member(int n, Role role) {
        return new StaffMember(new UUID(1, n), "m" + n, "m" + n, "100" + n, Set.of(role));
    }

    private UUID asked() {
        var wish = new GrantWish(
                Ids.next(),
                List.of(),
                Optional.of(new GrantWish.Stated(new FailureKind("actual-loss"), Severity.MINOR)),
                Optional.of(new UUID(7, 1)),
                Tier.REGULAR,
                Optional.of(Ids.next()),
                "loss-500",
                "");
        amending.ask(AGENT, wish);
        return wish.id();
    }

    private void worksOff() {
        while (!background.isEmpty()) background.remove().run();
    }

    private Grant.State stateOf(UUID grant) {
        return amending.grants.get(grant).state();
    }

    @Test
    void an_approval_pressed_twice_decides_nothing_that_was_not_read() {
        UUID first = asked();
        UUID unread = asked();
        model.show(true);
        worksOff();
        assertThat(model.chosen()).map(Grant::id).contains(first);

        model.approve();
        assertThat(model.mayDecide()).isFalse();
        model.approve();
        assertThat(background).hasSize(1);
        worksOff();
        assertThat(stateOf(first)).isEqualTo(Grant.State.GRANTED);
        assertThat(model.chosen()).isEmpty();

        model.approve();
        time.pass(Duration.ofSeconds(6));
        model.tick();
        worksOff();
        model.approve();
        worksOff();
        assertThat(stateOf(unread)).isEqualTo(Grant.State.PENDING);
        assertThat(model.last()).isPresent();
    }

    @Test
    void one_decided_by_another_is_not_followed_by_the_next() {
        UUID first = asked();
        asked();
        model.show(true);
        worksOff();
        amending.approve(member(4, Role.EXPERT), first);
        time.pass(Duration.ofSeconds(6));
        model.tick();
        worksOff();
        assertThat(model.rows()).hasSize(1);
        assertThat(model.mayDecide()).isFalse();
    }

    @Test
    void a_reason_belongs_to_the_request_it_was_typed_for() {
        asked();
        UUID second = asked();
        model.show(true);
        worksOff();
        model.typedReason("凭据不全");
        model.choose(Optional.of(second));
        assertThat(model.reason()).isEmpty();
        assertThat(model.refuse()).isFalse();
    }

    @Test
    void what_was_chosen_meanwhile_stays_chosen() {
        asked();
        UUID second = asked();
        model.show(true);
        worksOff();
        model.approve();
        model.choose(Optional.of(second));
        worksOff();
        assertThat(model.chosen()).map(Grant::id).contains(second);
        assertThat(model.mayDecide()).isTrue();
    }
}
