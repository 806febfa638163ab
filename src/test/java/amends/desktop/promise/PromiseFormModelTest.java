package amends.desktop.promise;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.profile.ProfileModel;
import amends.desktop.wrapup.NotesModel;
import amends.kernel.Money;
import amends.promise.PromiseMaking.Outcome.Refused;
import amends.promise.PromiseOwner;
import amends.promise.PromiseRefusal;
import amends.promise.PromiseWish;
import amends.telephony.Call;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromiseFormModelTest {
    private final FakeDesk desk = new FakeDesk();
    private NotesModel notes;
    private PromiseFormModel model;
    private Call call;

    @BeforeEach
    void talks() {
        var profile = new ProfileModel(desk.pop, desk.time, "CN");
        notes = new NotesModel(desk.keeping, desk.time);
        model = new PromiseFormModel(
                desk.promises,
                desk.member,
                profile,
                notes,
                new PostingWork(Runnable::run, Runnable::run),
                () -> List.of(desk.member),
                desk.time);
        // A Monday morning, wherever the test runs.
        desk.time.setWall(
                LocalDateTime.parse("2026-01-05T10:00").atZone(model.zone()).toInstant());
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
        call = desk.phone.calls().getFirst();
    }

    private void opens(String note) {
        notes.typed(FakeDesk.CALL, note);
        model.toggle(call);
    }

    private PromiseWish kept() {
        assertThat(model.keep(FakeDesk.CALL)).isTrue();
        return desk.promises.wished.getLast();
    }

    @Test
    void opened_and_kept_it_is_a_promise_of_what_the_note_says() {
        opens("客户说扣了两笔，要退回 268.00 元\n退款：重复扣款");
        PromiseWish wish = kept();
        assertThat(wish.kind()).isEqualTo("refund");
        assertThat(wish.what()).isEqualTo("重复扣款");
        assertThat(wish.amount()).contains(new Money(26800, Currency.getInstance("CNY")));
        assertThat(wish.owner()).contains(new PromiseOwner.Team("accounts"));
        assertThat(wish.customer()).contains(FakeDesk.WANG.id());
        assertThat(wish.number().orElseThrow().e164()).isEqualTo(FakeDesk.NUMBER);
        assertThat(model.isOpen(FakeDesk.CALL)).isFalse();
    }

    @Test
    void without_a_word_of_money_i_promise_to_call_back_myself() {
        opens("核对后告诉客户结果");
        PromiseWish wish = kept();
        assertThat(wish.kind()).isEqualTo("call-back");
        assertThat(wish.owner()).contains(new PromiseOwner.Person(desk.member.id()));
        assertThat(wish.due())
                .isEqualTo(desk.promises
                        .suggest(model.kinds().get(1), wish.owner().orElseThrow())
                        .due());
    }

    @Test
    void a_time_at_which_nobody_works_is_refused_and_the_one_offered_is_taken() {
        opens("核对后告诉客户结果");
        model.typedDue(FakeDesk.CALL, "23:30");
        assertThat(model.refusal(FakeDesk.CALL).map(Refused::reason)).contains(PromiseRefusal.NOT_WORKING_TIME);
        assertThat(model.keep(FakeDesk.CALL)).isFalse();
        assertThat(desk.promises.wished).isEmpty();
        model.takeInstead(FakeDesk.CALL);
        assertThat(model.form(FakeDesk.CALL).due).isEqualTo("1-6 09:00");
        kept();
    }

    @Test
    void what_cannot_be_read_is_told_and_nothing_is_promised() {
        opens("退款 20 元");
        model.typedDue(FakeDesk.CALL, "下周");
        assertThat(model.mistake(FakeDesk.CALL)).contains(FormMistake.DUE_UNREAD);
        assertThat(model.keep(FakeDesk.CALL)).isFalse();
        model.typedDue(FakeDesk.CALL, "+6h");
        model.typedAmount(FakeDesk.CALL, "二十");
        assertThat(model.mistake(FakeDesk.CALL)).contains(FormMistake.AMOUNT_UNREAD);
    }

    @Test
    void another_keeper_brings_another_time_unless_one_was_typed() {
        opens("核对后告诉客户结果");
        String own = model.form(FakeDesk.CALL).due;
        model.choose(FakeDesk.CALL, model.kinds().get(2));
        assertThat(model.form(FakeDesk.CALL).due).isNotEqualTo(own);
        model.typedDue(FakeDesk.CALL, "1-9 15:00");
        model.choose(FakeDesk.CALL, model.kinds().get(1));
        assertThat(model.form(FakeDesk.CALL).due).isEqualTo("1-9 15:00");
    }

    @Test
    void two_promises_of_one_call_are_two() {
        opens("核对后告诉客户结果");
        PromiseWish first = kept();
        opens("核对后告诉客户结果");
        assertThat(kept().id()).isNotEqualTo(first.id());
        assertThat(Optional.of(desk.promises.wished.size())).contains(2);
    }
}
