package amends.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakePhone;
import amends.desktop.phone.MoveModel.Face;
import amends.kernel.SettableTime;
import amends.telephony.CallId;
import amends.telephony.CallMarks;
import amends.telephony.CallerNumber;
import amends.telephony.CallerNumbers;
import amends.telephony.Party;
import amends.telephony.ShownAs;
import amends.telephony.Transfer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoveModelTest {
    private final SettableTime time = new SettableTime();
    private final FakePhone phone = new FakePhone(time);
    private final PhoneModel model = new PhoneModel(phone, time, call -> java.util.Optional.empty());
    private final MoveModel moves = model.moves();

    @Test
    void without_a_call_there_is_nothing_to_lead_anywhere() {
        moves.first("1002");
        moves.second("1002");

        assertThat(moves.face()).isInstanceOf(Face.Nothing.class);
        assertThat(phone.asked).isEmpty();
    }

    @Test
    void a_call_is_passed_on_unheard() {
        talking("a");
        moves.first("");
        assertThat(moves.face()).isInstanceOf(Face.Choosing.class);
        moves.first("1002");

        assertThat(phone.asked).endsWith("transfer a 1002");
        assertThat(moves.face()).isInstanceOf(Face.Moving.class);
    }

    @Test
    void who_is_asked_first_is_called_as_was_chosen() {
        var numbers = new CallerNumbers(List.of(new CallerNumber("+864008001000", "Service", true)), true);
        model.callsAs(numbers);
        model.caller().choose(ShownAs.WITHHELD);
        talking("a");
        moves.first("");
        moves.second("13800138000");
        assertThat(phone.lastShown).isEqualTo(ShownAs.WITHHELD);
    }

    @Test
    void an_empty_field_passes_nobody_on() {
        talking("a");
        moves.first("");
        moves.first("  ");

        assertThat(moves.face()).isInstanceOf(Face.Choosing.class);
    }

    @Test
    void a_colleague_is_asked_first_and_then_both_are_connected() {
        CallId customer = talking("a");
        moves.first("");
        moves.second("1002");
        phone.hold(customer);
        phone.farEndAnswers(new CallId("out-1002"));
        assertThat(moves.face()).isInstanceOf(Face.Two.class);
        moves.first("");

        assertThat(phone.asked).contains("dial 1002").endsWith("connect a out-1002");
    }

    @Test
    void both_can_be_brought_together_and_left_to_each_other() {
        CallId customer = talking("a");
        phone.dial("1002");
        phone.hold(customer);
        phone.farEndAnswers(new CallId("out-1002"));
        moves.second("");
        assertThat(moves.face()).isInstanceOf(Face.Together.class);
        moves.first("");

        assertThat(phone.asked).contains("confer a out-1002").endsWith("connect a out-1002");
    }

    @Test
    void a_failure_is_shown_with_the_call_still_there() {
        CallId customer = talking("a");
        var failed = new Transfer(new Party("1002", ""), Optional.empty(), Transfer.Stage.FAILED, 486);
        phone.passes(customer, failed);

        assertThat(moves.face())
                .isInstanceOfSatisfying(
                        Face.Possible.class,
                        possible -> assertThat(possible.failed()).contains(failed));
    }

    @Test
    void a_ringing_call_is_sent_elsewhere() {
        phone.rings("a", "100", "");
        moves.first("");
        moves.first("1002");

        assertThat(phone.asked).containsExactly("redirect a 1002");
    }

    @Test
    void the_agent_is_asked_whether_somebody_outside_is_called() {
        CallId customer = talking("a");
        phone.marks(customer, CallMarks.NONE.askedFor(Optional.of(new Party("13900139000", ""))));
        assertThat(moves.face()).isInstanceOf(Face.Asked.class);
        moves.second("");

        assertThat(phone.asked).endsWith("decide a false");
    }

    @Test
    void a_call_that_ends_while_choosing_ends_the_choosing() {
        CallId customer = talking("a");
        moves.first("");
        phone.clear(customer);
        talking("b");

        assertThat(moves.face()).isInstanceOf(Face.Possible.class);
    }

    private CallId talking(String id) {
        CallId call = phone.rings(id, "100", "");
        model.answer();
        return call;
    }
}
