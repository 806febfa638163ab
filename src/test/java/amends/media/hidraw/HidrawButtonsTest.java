package amends.media.hidraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import amends.kernel.Timekeeper;
import amends.media.CallButtons.Lights;
import amends.media.CallButtons.Press;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the place of devices: a file with one report is a headset that was pressed once and pulled out. */
class HidrawButtonsTest {
    @TempDir
    Path root;

    private final BlockingQueue<Press> pressed = new LinkedBlockingQueue<>();
    private HidrawButtons buttons;

    @BeforeEach
    void open() {
        buttons = new HidrawButtons(root, root.resolve("class"), Timekeeper.system());
        buttons.onPress(pressed::add);
    }

    private void plug(String name, byte[] descriptor) throws IOException {
        Path device =
                Files.createDirectories(root.resolve("class").resolve(name).resolve("device"));
        Files.write(device.resolve("report_descriptor"), descriptor);
    }

    /** One without lights: what is told to a file could be read back in the place of what it reports. */
    @Test
    void a_headset_is_found_and_heeded_and_may_vanish() throws Exception {
        plug("hidraw3", Descriptors.ARRAY);
        Files.write(root.resolve("hidraw3"), new byte[] {3, 1});
        buttons.look();
        assertThat(pressed.poll(5, TimeUnit.SECONDS)).isNotNull();
        buttons.show(new Lights(true, false, true, false));
        buttons.close();
    }

    /** A pipe that gives back what is written to it: its lights come back as if the hook had been lifted. */
    @Test
    void its_lights_are_told_while_nobody_presses_anything() throws Exception {
        plug("hidraw3", Descriptors.HEADSET);
        Path pipe = root.resolve("hidraw3");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        try (var keptOpen = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            buttons.look();
            assertThat(pressed.poll(300, TimeUnit.MILLISECONDS)).isNull();
            buttons.show(new Lights(true, false, false, false));
            assertThat(pressed.poll(5, TimeUnit.SECONDS)).isEqualTo(Press.OFF_HOOK);
            buttons.close();
        }
    }

    @Test
    void without_any_there_is_nothing_to_do() {
        buttons.look();
        buttons.show(Lights.OUT);
        buttons.close();
        assertThat(pressed).isEmpty();
    }

    @Test
    void what_is_no_telephone_broken_or_not_there_is_passed_over() throws Exception {
        plug("hidraw0", Descriptors.KEYBOARD);
        plug("hidraw1", new byte[] {5});
        plug("hidraw2", Descriptors.HEADSET);
        Files.createDirectories(root.resolve("class/hidraw9"));
        buttons.look();
        buttons.look();
        assertThat(pressed).isEmpty();
    }
}
