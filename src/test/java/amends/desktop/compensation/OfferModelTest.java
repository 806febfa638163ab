package amends.desktop.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.compensation.FailureKind;
import amends.compensation.Grant;
import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.compensation.OfferModel.Progress;
import amends.desktop.compensation.OfferModel.Standing;
import amends.desktop.profile.ProfileModel;
import amends.desktop.recovery.OweModel;
import amends.recovery.Evidence.PromiseBroken;
import amends.recovery.Failure;
import amends.recovery.Severity;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfferModelTest {
    private static final CallId CALL = FakeDesk.CALL;
    private final FakeDesk desk = new FakeDesk();
    private final StaffMember lead = new StaffMember(new UUID(1, 3), "1003", "赵倩", "1003", Set.of(Role.EXPERT));
    private final OfferModel model = new OfferModel(
            desk.amending.port(),
            desk.member,
            new OweModel(desk.owing, desk.member),
            new ProfileModel(desk.pop, desk.time, "CN"),
            call -> Optional.of(new UUID(3, 3)),
            new PostingWork(Runnable::run, Runnable::run),
            desk.time);

    private void owes() {
        desk.owing.owes(
                CALL,
                Failure.of(
                        new PromiseBroken(new UUID(8, 8), desk.time.now()),
                        desk.time.now(),
                        Optional.of(FakeDesk.WANG.id()),
                        Optional.empty()));
    }

    @Test
    void two_keystrokes_give_what_is_best() {
        owes();
        model.toggle(CALL);
        assertThat(model.standing(CALL)).isEqualTo(Standing.KNOWN);
        assertThat(model.give(CALL)).isTrue();

        assertThat(model.isOpen(CALL)).isFalse();
        assertThat(model.progress(CALL))
                .hasValueSatisfying(
                        p -> assertThat(((Progress.Made) p).grant().state()).isEqualTo(Grant.State.GRANTED));
        assertThat(desk.amending.given).containsExactly(CALL);
    }

    @Test
    void what_a_plan_prepared_is_chosen_where_the_policy_gives_it_and_nothing_is_given_yet() {
        owes();
        model.toggle(CALL);
        String last = model.offers(CALL).getLast().option().key();
        model.cancel(CALL);
        model.open(CALL, last);
        assertThat(model.chosenOffer(CALL).orElseThrow().option().key()).isEqualTo(last);
        assertThat(desk.amending.given).isEmpty();
        model.cancel(CALL);
        model.open(CALL, "of-no-policy");
        assertThat(model.chosen(CALL)).isZero();
    }

    @Test
    void nothing_owed_offers_nothing_until_somebody_says_what_went_wrong() {
        model.toggle(CALL);
        assertThat(model.offers(CALL)).isEmpty();
        assertThat(model.give(CALL)).isFalse();
        model.state(CALL, Optional.of(new FailureKind("wrong-charge")), Severity.SEVERE);
        assertThat(model.offers(CALL)).isNotEmpty();
    }

    @Test
    void what_somebody_decides_later_is_told_in_the_calls_line() {
        model.toggle(CALL);
        model.state(CALL, Optional.of(new FailureKind("wrong-charge")), Severity.SEVERE);
        int dear =
                model.offers(CALL).stream().map(o -> o.option().key()).toList().indexOf("cash-200");
        model.choose(CALL, dear);
        model.give(CALL);
        Grant waiting = ((Progress.Made) model.progress(CALL).orElseThrow()).grant();
        assertThat(waiting.state()).isEqualTo(Grant.State.PENDING);

        desk.amending.approve(lead, waiting.id());
        desk.time.pass(Duration.ofSeconds(5));
        model.tick();

        assertThat(((Progress.Made) model.progress(CALL).orElseThrow()).grant().state())
                .isEqualTo(Grant.State.GRANTED);
        assertThat(desk.amending.given).containsExactly(CALL);
    }

    @Test
    void a_database_that_is_away_is_said_to_be() {
        owes();
        desk.amending.away = true;
        model.toggle(CALL);
        assertThat(model.standing(CALL)).isEqualTo(Standing.AWAY);
        assertThat(model.give(CALL)).isFalse();
    }
}
