package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakePhone;
import amends.kernel.SettableTime;
import amends.media.Ringer;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingingSoundTest {
    private final FakePhone phone = new FakePhone(new SettableTime());
    private final List<Boolean> tone = new ArrayList<>();
    private boolean rings;

    RingingSoundTest() {
        new RingingSound(
                phone,
                new Ringer() {
                    @Override
                    public void start() {
                        rings = true;
                    }

                    @Override
                    public void stop() {
                        rings = false;
                    }
                },
                tone::add);
    }

    @Test
    void a_call_rings_until_it_is_answered() {
        CallId call = phone.rings("1@pbx", "13800138000", "");
        assertThat(rings).isTrue();
        phone.answer(call);
        assertThat(rings).isFalse();
        assertThat(tone).isEmpty();
    }

    @Test
    void over_a_conversation_it_does_not_ring_but_the_tone_begins_and_ends() {
        phone.answer(phone.rings("1@pbx", "13800138000", ""));
        CallId second = phone.rings("2@pbx", "13900139000", "");
        assertThat(rings).isFalse();
        assertThat(tone).containsExactly(true);
        phone.farEndClears(second, ClearCause.CANCELLED);
        assertThat(tone).containsExactly(true, false);
    }

    @Test
    void over_one_that_is_held_too() {
        CallId first = phone.rings("1@pbx", "13800138000", "");
        phone.answer(first);
        phone.hold(first);
        phone.rings("2@pbx", "13900139000", "");
        assertThat(rings).isFalse();
        assertThat(tone).containsExactly(true);
    }

    @Test
    void over_one_that_is_being_dialled_too() {
        phone.dial("1002");
        phone.rings("2@pbx", "13900139000", "");
        assertThat(rings).isFalse();
        assertThat(tone).containsExactly(true);
    }

    @Test
    void when_the_conversation_ends_the_waiting_call_rings() {
        CallId first = phone.rings("1@pbx", "13800138000", "");
        phone.answer(first);
        phone.rings("2@pbx", "13900139000", "");
        phone.farEndClears(first, ClearCause.REMOTE_HANGUP);
        assertThat(rings).isTrue();
        assertThat(tone).containsExactly(true, false);
    }
}
