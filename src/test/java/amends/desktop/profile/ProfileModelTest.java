package amends.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.PopState;
import amends.customer.ScreenPop;
import amends.customer.ScreenPop.Saved;
import amends.desktop.FakeDesk;
import amends.desktop.FakePop;
import amends.desktop.profile.ProfileForm.Field;
import amends.desktop.profile.ProfileForm.Keeping;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.telephony.CallId;
import amends.telephony.Party;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileModelTest {
    private static final CallId CALL = FakeDesk.CALL;
    private final SettableTime time = new SettableTime();
    private final FakePop pop = new FakePop();
    private final ProfileModel model = new ProfileModel(pop, time, "CN");

    private void unknown() {
        pop.pops(new PopState.Unknown(CALL, new Party("anonymous", ""), Optional.empty()));
    }

    private void known(CustomerProfile profile) {
        pop.pops(new PopState.Known(CALL, new Party(FakeDesk.NUMBER, ""), profile));
    }

    private void pause() {
        time.pass(ProfileModel.PAUSE);
        model.tick();
    }

    @Test
    void a_known_caller_fills_the_form() {
        known(FakeDesk.WANG);
        assertThat(model.form(CALL).text(Field.NAME)).isEqualTo("王建国");
        assertThat(model.form(CALL).tier()).isEqualTo(Tier.GOLD);
    }

    @Test
    void what_is_typed_of_an_unknown_caller_saves_itself_after_a_pause() {
        unknown();
        model.typed(CALL, Field.NAME, "张 ");
        model.chosen(CALL, Tier.VIP);
        model.typed(CALL, Field.NUMBER, "138 0013 8000");
        model.tick();
        assertThat(pop.saved).isEmpty();
        pause();
        assertThat(pop.saved)
                .containsExactly(
                        new ScreenPop.Filled("张", Tier.VIP, "", "", Optional.of(new PhoneNumber("+8613800138000"))));
        assertThat(model.form(CALL).keeping()).isEqualTo(Keeping.SAVED);
    }

    @Test
    void a_colleague_is_a_label_until_something_of_a_customer_is_filled_in() {
        pop.pops(new PopState.Colleague(CALL, new Party("1002", ""), "王芳"));
        assertThat(model.colleague(CALL)).contains("王芳");
        assertThat(model.name(CALL)).isEmpty();
        assertThat(model.isColleagueStill(CALL)).isTrue();

        model.typed(CALL, Field.NAME, "张");
        assertThat(model.isColleagueStill(CALL)).isFalse();
        assertThat(model.name(CALL)).contains("张");
        pause();
        assertThat(pop.saved).as("somebody may yet be put through").isEmpty();
        model.leave(CALL);
        assertThat(pop.saved).hasSize(1);
    }

    @Test
    void what_was_typed_to_a_colleague_is_not_written_over_the_customer_who_is_put_through() {
        var gaveWay = new ArrayList<String>();
        model.onGivenWay((call, words) -> gaveWay.add(words));
        pop.pops(new PopState.Colleague(CALL, new Party("1002", ""), "王芳"));
        model.typed(CALL, Field.NAME, "听不清");
        model.chosen(CALL, Tier.VIP);
        pop.pops(new PopState.Looking(CALL, new Party(FakeDesk.NUMBER, "")));
        pause();
        known(FakeDesk.WANG);
        pause();

        assertThat(pop.saved).isEmpty();
        assertThat(model.form(CALL).text(Field.NAME)).isEqualTo("王建国");
        assertThat(model.form(CALL).tier()).isEqualTo(Tier.GOLD);
        assertThat(gaveWay).containsExactly("听不清");

        model.typed(CALL, Field.REGION, "苏州");
        pause();
        assertThat(pop.saved).hasSize(1);
    }

    @Test
    void what_was_typed_to_a_colleague_is_kept_of_a_customer_whom_nobody_knows() {
        pop.pops(new PopState.Colleague(CALL, new Party("1002", ""), "王芳"));
        model.typed(CALL, Field.NAME, "张");
        pop.pops(new PopState.Looking(CALL, new Party(FakeDesk.NUMBER, "")));
        pop.pops(new PopState.Unknown(CALL, new Party(FakeDesk.NUMBER, ""), PhoneNumber.parse(FakeDesk.NUMBER, "CN")));
        pause();

        assertThat(pop.saved).singleElement().extracting(ScreenPop.Filled::name).isEqualTo("张");
    }

    @Test
    void nothing_typed_saves_nothing() {
        unknown();
        pause();
        model.save(CALL);
        assertThat(pop.saved).isEmpty();
    }

    @Test
    void while_the_database_is_away_the_text_stays_and_is_tried_again() {
        unknown();
        pop.answers = Optional.of(Saved.UNAVAILABLE);
        model.typed(CALL, Field.NAME, "张");
        pause();
        assertThat(model.form(CALL).keeping()).isEqualTo(Keeping.UNAVAILABLE);
        assertThat(model.form(CALL).text(Field.NAME)).isEqualTo("张");
        pop.answers = Optional.of(Saved.KEPT);
        time.pass(ProfileModel.RETRY);
        model.tick();
        assertThat(model.form(CALL).keeping()).isEqualTo(Keeping.SAVED);
    }

    @Test
    void what_is_typed_while_a_save_runs_is_saved_too() {
        unknown();
        pop.answers = Optional.empty();
        model.typed(CALL, Field.NAME, "张");
        pause();
        model.typed(CALL, Field.NAME, "张三");
        pop.answer(Saved.KEPT);
        assertThat(model.form(CALL).keeping()).isEqualTo(Keeping.TYPED);
        pop.answers = Optional.of(Saved.KEPT);
        pause();
        assertThat(pop.saved).last().extracting(ScreenPop.Filled::name).isEqualTo("张三");
    }

    @Test
    void a_profile_that_comes_late_does_not_write_over_what_was_typed() {
        pop.pops(new PopState.Looking(CALL, new Party(FakeDesk.NUMBER, "")));
        model.typed(CALL, Field.REGION, "苏州");
        known(FakeDesk.WANG);
        assertThat(model.form(CALL).text(Field.REGION)).isEqualTo("苏州");
        assertThat(model.form(CALL).text(Field.NAME)).isEqualTo("王建国");
    }

    @Test
    void a_change_at_another_desk_is_told_and_saved_again_only_when_asked() {
        known(FakeDesk.WANG);
        pop.answers = Optional.of(Saved.CHANGED_MEANWHILE);
        model.typed(CALL, Field.NOTE, "new");
        pause();
        pause();
        assertThat(pop.saved).hasSize(1);
        assertThat(model.form(CALL).keeping()).isEqualTo(Keeping.CHANGED_MEANWHILE);
        pop.answers = Optional.of(Saved.KEPT);
        model.save(CALL);
        assertThat(model.form(CALL).keeping()).isEqualTo(Keeping.SAVED);
    }

    @Test
    void nonsense_for_a_number_is_named_and_not_kept() {
        unknown();
        model.typed(CALL, Field.NUMBER, "hello");
        assertThat(model.form(CALL).numberUnread("CN")).isTrue();
    }
}
