package amends.media.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.media.Pcm;
import amends.media.Sounds;
import amends.media.device.WavDevices.AtEnd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavDevicesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} Hz, {1} bits, {2} channels")
    @CsvSource({
        "8000,16,1",
        "16000,16,1",
        "44100,16,2",
        "48000,24,2",
        "48000,32,1",
        "8000,8,1",
        "11025,8,2",
        "96000,24,6"
    })
    void any_usual_wav_becomes_the_desks_shape(int rate, int bits, int channels) throws IOException {
        short[] clip = WavClip.read(tone(rate, bits, channels));
        assertThat(clip.length).isBetween(Pcm.RATE - 60, Pcm.RATE + 60);
        assertThat(Sounds.strength(Arrays.copyOfRange(clip, 2000, 6000), 1000)).isBetween(7800.0, 8200.0);
    }

    @Test
    void a_microphone_begins_with_the_clip_in_each_call() throws IOException {
        try (var devices = new WavDevices(tone(8000, 16, 1), AtEnd.SILENCE, null)) {
            var first = new short[Pcm.FRAME];
            devices.openMicrophone().read(first);
            var second = new short[Pcm.FRAME];
            devices.openMicrophone().read(second);
            assertThat(second).isEqualTo(first);
            assertThat(Sounds.rms(first)).isGreaterThan(5000);
        }
    }

    @Test
    void a_clip_played_once_is_followed_by_silence() throws IOException {
        try (var devices = new WavDevices(tone(8000, 16, 1), AtEnd.SILENCE, null)) {
            assertThat(Sounds.rms(secondSecond(devices))).isZero();
        }
    }

    @Test
    void a_clip_that_loops_goes_on() throws IOException {
        try (var devices = new WavDevices(tone(8000, 16, 1), AtEnd.LOOP, null)) {
            assertThat(Sounds.rms(secondSecond(devices))).isGreaterThan(5000);
        }
    }

    @Test
    void what_is_heard_comes_back_from_the_file_to_the_sample() throws IOException {
        var out = folder.resolve("out.wav");
        var said = Sounds.babble(3, 2);
        try (var devices = new WavDevices(null, AtEnd.SILENCE, out)) {
            say(devices, said);
            say(devices, said);
        }
        short[] read = WavClip.read(out);
        assertThat(Arrays.copyOf(read, said.length)).isEqualTo(said);
        assertThat(Arrays.copyOfRange(read, said.length, read.length)).isEqualTo(said);
    }

    @Test
    void a_file_whose_writer_was_killed_can_be_read_but_for_a_second() throws Exception {
        var out = folder.resolve("killed.wav");
        var writer = WavWriter.open(out);
        for (int i = 0; i < 125; i++) writer.write(new short[Pcm.FRAME]);
        try (var stream = AudioSystem.getAudioInputStream(out.toFile())) {
            assertThat(stream.getFrameLength()).isEqualTo(100L * Pcm.FRAME);
        }
        writer.close();
    }

    @Test
    void a_missing_file_is_named() {
        var missing = folder.resolve("nobody.wav");
        assertThatThrownBy(() -> new WavDevices(missing, AtEnd.LOOP, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nobody.wav");
    }

    @Test
    void a_file_that_is_no_sound_is_named() throws IOException {
        var text = Files.writeString(folder.resolve("text.wav"), "not a sound at all, but long enough to be looked at");
        assertThatThrownBy(() -> WavClip.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text.wav");
    }

    @Test
    void an_output_that_cannot_be_written_is_named() {
        var nowhere = folder.resolve("no/such/folder.wav");
        assertThatThrownBy(() -> new WavDevices(null, AtEnd.LOOP, nowhere))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("folder.wav");
    }

    private static short[] secondSecond(WavDevices devices) {
        var microphone = devices.openMicrophone();
        var sound = new short[2 * Pcm.RATE];
        var frame = new short[Pcm.FRAME];
        for (int at = 0; at < sound.length; at += Pcm.FRAME) {
            microphone.read(frame);
            System.arraycopy(frame, 0, sound, at, Pcm.FRAME);
        }
        return Arrays.copyOfRange(sound, Pcm.RATE, 2 * Pcm.RATE);
    }

    private static void say(WavDevices devices, short[] said) {
        try (var speaker = devices.openSpeaker()) {
            for (int at = 0; at < said.length; at += Pcm.FRAME)
                speaker.write(Arrays.copyOfRange(said, at, at + Pcm.FRAME));
        }
    }

    /** A second of 1 kHz at an amplitude of 8000 of 32768, written by Java Sound itself. */
    private Path tone(int rate, int bits, int channels) throws IOException {
        boolean signed = bits > 8;
        var bytes = ByteBuffer.allocate(rate * bits / 8 * channels).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rate; i++) {
            double value = 8000 / 32768.0 * Math.sin(2 * Math.PI * 1000 * i / rate);
            for (int c = 0; c < channels; c++) put(bytes, value, bits);
        }
        var format = new AudioFormat(rate, bits, channels, signed, false);
        var stream = new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, rate);
        var file = folder.resolve("tone.wav");
        AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        return file;
    }

    private static void put(ByteBuffer bytes, double value, int bits) {
        switch (bits) {
            case 8 -> bytes.put((byte) Math.round(128 + 127 * value));
            case 16 -> bytes.putShort((short) Math.round(32767 * value));
            case 24 -> {
                int sample = (int) Math.round(8388607 * value);
                bytes.put((byte) sample).put((byte) (sample >> 8)).put((byte) (sample >> 16));
            }
            default -> bytes.putInt((int) Math.round(2147483647L * value));
        }
    }
}
