package amends.media.hidraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.law.BesideOthers;
import amends.media.hidraw.DescriptorParser.Broken;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class DescriptorParserTest {
    @Test
    void a_headset_has_its_controls_and_lights_where_they_are() throws Broken {
        ReportDescriptor headset = DescriptorParser.parse(Descriptors.HEADSET);
        assertThat(headset.numbered()).isTrue();
        assertThat(headset.inputs())
                .extracting(f -> HidControl.of(f.usages().getFirst()).orElseThrow())
                .containsExactly(HidControl.HOOK, HidControl.MUTE, HidControl.FLASH, HidControl.DROP);
        assertThat(headset.inputs()).extracting(HidField::at).containsExactly(0, 1, 2, 3);
        assertThat(headset.inputs()).extracting(HidField::report).containsOnly(2);
        assertThat(headset.outputs())
                .extracting(f -> HidLight.of(f.usages().getFirst()).orElseThrow())
                .containsExactly(HidLight.OFF_HOOK, HidLight.MUTE, HidLight.RING, HidLight.HOLD, HidLight.RINGER);
        assertThat(headset.outputBytes()).containsEntry(2, 1).hasSize(1);
    }

    @Test
    void a_switch_is_told_from_a_button() throws Broken {
        List<HidField> fields = DescriptorParser.parse(Descriptors.HEADSET).inputs();
        assertThat(HidControl.HOOK.isLatched(fields.get(0))).isTrue();
        assertThat(HidControl.MUTE.isLatched(fields.get(1))).isFalse();
        assertThat(HidControl.MUTE.isLatched(
                        DescriptorParser.parse(Descriptors.PLAIN).inputs().get(1)))
                .isTrue();
    }

    @Test
    void reports_without_numbers_are_known_as_such() throws Broken {
        ReportDescriptor plain = DescriptorParser.parse(Descriptors.PLAIN);
        assertThat(plain.numbered()).isFalse();
        assertThat(plain.outputBytes()).containsEntry(0, 1);
    }

    @Test
    void an_array_says_what_its_numbers_mean() throws Broken {
        HidField slot = DescriptorParser.parse(Descriptors.ARRAY).inputs().getFirst();
        assertThat(slot.variable()).isFalse();
        assertThat(HidControl.of(slot.held(1))).contains(HidControl.HOOK);
        assertThat(HidControl.of(slot.held(16))).contains(HidControl.MUTE);
        assertThat(slot.held(0)).isZero();
        assertThat(slot.held(17)).isZero();
    }

    @Test
    void kept_states_come_back_and_a_usage_brings_its_own_page() throws Broken {
        HidField hook = DescriptorParser.parse(Descriptors.KEPT).inputs().getFirst();
        assertThat(hook.bits()).isEqualTo(1);
        assertThat(HidControl.of(hook.usages().getFirst())).contains(HidControl.HOOK);
    }

    @Test
    void a_keyboard_is_no_telephone() throws Broken {
        assertThat(DescriptorParser.parse(Descriptors.KEYBOARD).isTelephone()).isFalse();
        assertThat(DescriptorParser.parse(new byte[0]).isTelephone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05", // an item without its byte
                "0B2000", // a usage of four bytes, cut
                "FE", // a long item without a length
                "FE1000", // a long item that goes beyond the end
                "B4", // back to nothing
                "8500", // the report 0
                "860001", // the report 256
                "77FFFFFFFF", // a size of four thousand million
                "97FFFFFF7F", // a count beyond what a report holds
                "050B092075209610808122", // 32 bits, 32,784 times
            })
    void what_makes_no_sense_is_an_error(String hex) {
        assertThatThrownBy(() -> DescriptorParser.parse(HexFormat.of().parseHex(hex)))
                .isInstanceOf(Broken.class);
    }

    /** Ten bytes that stand for an array of thousands of slots, each of which may mean a thousand things. */
    @Test
    void more_fields_than_a_telephone_has_are_an_error() {
        byte[] many = HexFormat.of().parseHex("050B190129FF7501960080" + "8100");
        assertThatThrownBy(() -> DescriptorParser.parse(many)).isInstanceOf(Broken.class);
    }

    @Test
    void the_slots_of_an_array_share_what_they_mean() throws Broken {
        byte[] six = HexFormat.of().parseHex("050B1501251019202" + "92F750895068100");
        List<HidField> slots = DescriptorParser.parse(six).inputs();
        assertThat(slots).hasSize(6);
        assertThat(slots.getLast().usages()).isSameAs(slots.getFirst().usages());
    }

    @Test
    void states_kept_without_end_are_an_error() {
        byte[] pushes = new byte[100];
        java.util.Arrays.fill(pushes, (byte) 0xA4);
        assertThatThrownBy(() -> DescriptorParser.parse(pushes)).isInstanceOf(Broken.class);
        assertThatThrownBy(() -> DescriptorParser.parse(new byte[5000])).isInstanceOf(Broken.class);
    }

    /** Seeded: random bytes, and our own descriptors with some bytes changed; then random reports for what came of it. */
    @Test
    void whatever_a_device_says_is_read_or_refused_in_no_time() {
        var random = new Random(20261122);
        byte[][] seeds = {
            Descriptors.HEADSET, Descriptors.PLAIN, Descriptors.ARRAY, Descriptors.KEPT, Descriptors.KEYBOARD
        };
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 3 == 0 ? new byte[random.nextInt(80)] : seeds[i % seeds.length].clone();
            if (i % 3 == 0) random.nextBytes(bytes);
            else for (int k = 0; k < 3; k++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            ReportDescriptor read;
            try {
                read = DescriptorParser.parse(bytes);
            } catch (Broken refused) {
                continue;
            }
            var reports = new TelephonyReports(read);
            for (int k = 0; k < 4; k++) {
                byte[] report = new byte[random.nextInt(12)];
                random.nextBytes(report);
                reports.took(report, report.length);
            }
            reports.told(new amends.media.CallButtons.Lights(true, true, true, true));
        }
    }
}
