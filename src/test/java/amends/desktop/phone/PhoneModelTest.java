package amends.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakePhone;
import amends.kernel.SettableTime;
import amends.media.MediaQuality;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhoneModelTest {
    private final SettableTime time = new SettableTime();
    private final FakePhone phone = new FakePhone(time);
    private final Map<CallId, MediaQuality.Line> lines = new HashMap<>();
    private final PhoneModel model = new PhoneModel(phone, time, call -> Optional.ofNullable(lines.get(call)));

    @Test
    void the_line_is_told_of_while_something_should_be_heard() {
        CallId call = phone.rings("a", "100", "");
        var silent = new MediaQuality.Line(Optional.empty(), true, false);
        lines.put(call, silent);
        assertThat(model.line(model.primary().orElseThrow())).isEmpty();
        model.answer();
        assertThat(model.line(model.primary().orElseThrow())).hasValue(silent);
        model.toggleHold();
        assertThat(model.line(model.primary().orElseThrow())).isEmpty();
    }

    @Test
    void a_ringing_call_is_the_one_at_hand_when_there_is_no_other() {
        phone.rings("a", "100", "");
        assertThat(model.primary()).isEqualTo(model.ringing()).isPresent();
    }

    @Test
    void a_call_that_rings_while_talking_stays_beside() {
        var first = phone.rings("a", "100", "");
        model.answer();
        phone.rings("b", "200", "");
        assertThat(model.primary().orElseThrow().id()).isEqualTo(first);
        assertThat(model.others()).hasSize(1);
    }

    @Test
    void answering_a_second_call_holds_the_first() {
        phone.rings("a", "100", "");
        model.answer();
        phone.rings("b", "200", "");
        model.answer();
        assertThat(phone.asked).containsExactly("answer a", "hold a", "answer b");
    }

    @Test
    void the_hang_up_key_refuses_what_rings_and_clears_what_is_talked_on() {
        phone.rings("a", "100", "");
        model.hangUp();
        phone.rings("b", "200", "");
        model.answer();
        model.hangUp();
        assertThat(phone.asked).containsExactly("reject a", "answer b", "clear b");
    }

    @Test
    void the_hang_up_key_leaves_a_call_ringing_beside_the_one_talked_on() {
        phone.rings("a", "100", "");
        model.answer();
        phone.rings("b", "200", "");
        model.hangUp();
        assertThat(phone.asked).endsWith("clear a");
        assertThat(model.ringing()).isPresent();
    }

    @Test
    void keys_without_a_call_ask_the_phone_nothing() {
        model.answer();
        model.hangUp();
        model.toggleMute();
        model.toggleHold();
        model.press('1');
        assertThat(phone.asked).isEmpty();
    }

    @Test
    void the_talk_is_timed_from_the_answer_whatever_the_wall_clock_does() {
        phone.rings("a", "100", "");
        time.pass(Duration.ofSeconds(9));
        model.answer();
        time.pass(Duration.ofSeconds(5));
        time.setWall(time.now().minusSeconds(3600));
        assertThat(model.elapsed(model.primary().orElseThrow())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void why_a_dialled_call_came_to_nothing_is_told_for_a_while() {
        model.dial(" 200 ");
        phone.farEndClears(new CallId("out-200"), ClearCause.BUSY);
        assertThat(model.ended().orElseThrow().cause()).isEqualTo(ClearCause.BUSY);
        time.pass(PhoneModel.SHOWN.plusSeconds(1));
        model.tick();
        assertThat(model.ended()).isEmpty();
    }

    @Test
    void a_call_that_broke_off_is_told_and_one_that_was_hung_up_is_not() {
        CallId call = phone.rings("a", "100", "");
        model.answer();
        phone.farEndClears(call, ClearCause.UNREACHABLE);
        assertThat(model.ended().filter(PhoneModel.Ended::isLost)).isPresent();
        call = phone.rings("b", "100", "");
        model.answer();
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        assertThat(model.ended()).isEmpty();
    }

    @Test
    void a_refusal_of_the_phone_is_told() {
        phone.next = new Outcome.Rejected("not a number");
        model.dial("///");
        assertThat(model.refusal()).contains("not a number");
    }

    @Test
    void digits_go_to_a_connected_call_only() {
        phone.rings("a", "100", "");
        model.press('5');
        model.answer();
        model.press('6');
        assertThat(phone.asked).containsExactly("answer a", "digits 6");
    }

    @Test
    void views_are_told_of_each_change_until_they_leave() {
        int[] told = {0};
        var following = model.listen(() -> told[0]++);
        phone.rings("a", "100", "");
        following.cancel();
        model.answer();
        assertThat(told[0]).isEqualTo(1);
    }

    @Test
    void what_was_dialled_last_is_remembered_to_be_dialled_again() {
        model.dial(" 1002 ");
        model.dial("  ");
        assertThat(model.dialledLast()).isEqualTo("1002");
    }

    @Test
    void the_next_call_is_gone_to_and_a_waiting_one_refused_by_key() {
        phone.rings("a", "100", "");
        model.answer();
        phone.dial("1002");
        phone.hold(new CallId("a"));
        phone.farEndAnswers(new CallId("out-1002"));
        model.switchNext();
        assertThat(phone.asked).endsWith("hold out-1002", "retrieve a");
        phone.rings("b", "200", "");
        model.rejectWaiting();
        assertThat(phone.asked).endsWith("reject b");
    }

    @Test
    void in_a_conference_both_parties_are_muted() {
        phone.rings("a", "100", "");
        model.answer();
        phone.dial("1002");
        phone.farEndAnswers(new CallId("out-1002"));
        phone.confer(new CallId("a"), new CallId("out-1002"));
        model.toggleMute();
        assertThat(phone.asked).contains("mute a true", "mute out-1002 true");
    }
}
