package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.rtp.RtpPacket;
import amends.rtp.TelephoneEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final List<Character> heard = new ArrayList<>();
    private final KeySender sender = new KeySender();
    private final KeyReceiver receiver = new KeyReceiver(heard::add);

    @Test
    void a_press_takes_100_ms_and_its_end_is_sent_thrice() {
        sender.press("7");
        var presses = presses(8);
        assertThat(presses).extracting(p -> p.event(8000).duration()).containsExactly(160, 320, 480, 640, 800);
        assertThat(presses).extracting(KeySender.Press::times).containsExactly(1, 1, 1, 1, 3);
        assertThat(presses).extracting(p -> p.event(8000).end()).containsExactly(false, false, false, false, true);
    }

    @Test
    void keys_are_60_ms_apart() {
        sender.press("12");
        for (int i = 0; i < 5; i++) assertThat(sender.tick()).isNotNull();
        for (int i = 0; i < 3; i++) assertThat(sender.tick()).isNull();
        assertThat(sender.tick().event(8000).event()).isEqualTo(2);
    }

    @Test
    void what_is_no_key_is_left_out() {
        sender.press("1 (x)-2");
        assertThat(presses(30))
                .extracting(p -> p.event(8000).key().orElseThrow())
                .containsOnly('1', '2');
    }

    @Test
    void the_many_packets_of_a_press_are_one_key() {
        for (int duration : new int[] {160, 320, 800, 800, 800}) take(1000, 4, duration);
        assertThat(heard).containsExactly('4');
    }

    @Test
    void the_same_key_pressed_again_is_another() {
        take(1000, 4, 800);
        take(3000, 4, 160);
        assertThat(heard).containsExactly('4', '4');
    }

    @Test
    void a_packet_of_an_older_press_that_was_overtaken_is_not_heard_again() {
        take(1000, 4, 640);
        take(3000, 5, 160);
        take(1000, 4, 800);
        assertThat(heard).containsExactly('4', '5');
    }

    @Test
    void a_press_of_which_only_the_end_arrives_is_heard() {
        receiver.take(packet(1000), new TelephoneEvent(9, true, 10, 800));
        assertThat(heard).containsExactly('9');
    }

    @Test
    void each_packet_tells_how_much_silence_it_adds() {
        assertThat(take(1000, 4, 160)).isEqualTo(160);
        assertThat(take(1000, 4, 480)).isEqualTo(320);
        assertThat(take(1000, 4, 480)).isZero();
    }

    private int take(long timestamp, int event, int duration) {
        return receiver.take(packet(timestamp), new TelephoneEvent(event, duration >= 800, 10, duration));
    }

    private static RtpPacket packet(long timestamp) {
        return new RtpPacket(false, 101, 0, timestamp, 1, new byte[0]);
    }

    private List<KeySender.Press> presses(int ticks) {
        var presses = new ArrayList<KeySender.Press>();
        for (int i = 0; i < ticks; i++) {
            var press = sender.tick();
            if (press != null) presses.add(press);
        }
        return presses;
    }
}
