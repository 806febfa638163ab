package amends.media.hidraw;

import static org.assertj.core.api.Assertions.assertThat;

import amends.media.CallButtons.Lights;
import amends.media.CallButtons.Press;
import amends.media.hidraw.DescriptorParser.Broken;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelephonyReportsTest {
    private static TelephonyReports of(byte[] descriptor) throws Broken {
        return new TelephonyReports(DescriptorParser.parse(descriptor));
    }

    private static List<Press> took(TelephonyReports reports, int... bytes) {
        var report = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) report[i] = (byte) bytes[i];
        return reports.took(report, report.length);
    }

    @Test
    void a_hook_tells_both_ways_and_a_button_only_its_press() throws Broken {
        var headset = of(Descriptors.HEADSET);
        assertThat(took(headset, 2, 0b0001)).containsExactly(Press.OFF_HOOK);
        assertThat(took(headset, 2, 0b0011)).containsExactly(Press.MUTE);
        assertThat(took(headset, 2, 0b0001)).isEmpty();
        assertThat(took(headset, 2, 0b0011)).containsExactly(Press.MUTE);
        assertThat(took(headset, 2, 0b0000)).containsExactly(Press.ON_HOOK);
        assertThat(took(headset, 2, 0b1000)).containsExactly(Press.DROP);
        assertThat(took(headset, 2, 0b0100)).containsExactly(Press.FLASH);
    }

    @Test
    void what_stays_pressed_while_something_else_changes_is_no_news() throws Broken {
        var headset = of(Descriptors.HEADSET);
        took(headset, 2, 0b0010);
        assertThat(took(headset, 2, 0b0011)).containsExactly(Press.OFF_HOOK);
    }

    @Test
    void other_reports_short_ones_and_none_say_nothing() throws Broken {
        var headset = of(Descriptors.HEADSET);
        assertThat(took(headset, 1, 0xFF)).isEmpty();
        assertThat(took(headset, 2)).isEmpty();
        assertThat(took(headset)).isEmpty();
        assertThat(took(headset, 9, 9, 9)).isEmpty();
    }

    @Test
    void a_mute_that_stays_says_which() throws Broken {
        var plain = of(Descriptors.PLAIN);
        assertThat(took(plain, 0b11)).containsExactly(Press.OFF_HOOK, Press.MUTE_ON);
        assertThat(took(plain, 0b01)).containsExactly(Press.MUTE_OFF);
    }

    @Test
    void numbers_of_an_array_are_pressed_once() throws Broken {
        var array = of(Descriptors.ARRAY);
        assertThat(took(array, 3, 16)).hasSize(1);
        assertThat(took(array, 3, 16)).isEmpty();
        assertThat(took(array, 3, 0)).isEmpty();
        assertThat(took(array, 3, 16)).hasSize(1);
    }

    @Test
    void each_light_is_its_bit_and_the_rest_is_dark() throws Broken {
        var headset = of(Descriptors.HEADSET);
        assertThat(headset.told(Lights.OUT)).containsExactly(new byte[] {2, 0});
        assertThat(headset.told(new Lights(true, false, false, false))).containsExactly(new byte[] {2, 0b00001});
        assertThat(headset.told(new Lights(true, false, true, false))).containsExactly(new byte[] {2, 0b00011});
        assertThat(headset.told(new Lights(false, true, false, false))).containsExactly(new byte[] {2, 0b10100});
        assertThat(headset.told(new Lights(true, false, false, true))).containsExactly(new byte[] {2, 0b01001});
    }

    @Test
    void reports_without_numbers_are_written_with_0_in_front() throws Broken {
        assertThat(of(Descriptors.PLAIN).told(new Lights(true, true, true, false)))
                .containsExactly(new byte[] {0, 0b11});
        assertThat(of(Descriptors.ARRAY).told(Lights.OUT)).isEmpty();
    }
}
