package amends.media.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import amends.media.SoundWishes;
import java.util.List;
import org.junit.jupiter.api.Test;

@BesideOthers
class ChosenDeviceTest {
    private static final List<NativeDevice> KNOWN = List.of(
            new NativeDevice(3, "Built-in Audio", true, true, true, true),
            new NativeDevice(5, "Jabra Evolve2 40", true, true, false, false));

    @Test
    void the_wished_device_is_opened() {
        assertThat(ChosenDevice.microphone(KNOWN, "jabra")).isEqualTo(new ChosenDevice(5, ""));
        assertThat(ChosenDevice.speaker(KNOWN, "")).isEqualTo(new ChosenDevice(3, ""));
    }

    @Test
    void for_one_that_is_not_there_the_systems_choice_stands_in() {
        assertThat(ChosenDevice.microphone(KNOWN, "Poly")).isEqualTo(new ChosenDevice(3, "Poly"));
        assertThat(ChosenDevice.speaker(List.of(), "Poly")).isEqualTo(new ChosenDevice(NativeStream.NONE, "Poly"));
    }

    @Test
    void none_is_none_and_nothing_is_missing() {
        var none = new ChosenDevice(NativeStream.NONE, "");
        assertThat(ChosenDevice.microphone(KNOWN, SoundWishes.NONE)).isEqualTo(none);
        assertThat(ChosenDevice.speaker(KNOWN, SoundWishes.NONE)).isEqualTo(none);
    }
}
