package amends.recording;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.media.AudioSink;
import amends.media.Pcm;
import amends.recording.Player.Progress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private final LinkedBlockingQueue<short[]> heard = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> speaker = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Progress> told = new LinkedBlockingQueue<>();
    private final Player player = new Player(this::open, Timekeeper.system());

    private AudioSink open() {
        speaker.add("opened");
        return new AudioSink() {
            @Override
            public void write(short[] frame) {
                heard.add(frame.clone());
            }

            @Override
            public void close() {
                speaker.add("closed");
            }
        };
    }

    private static RecordingLibrary.Sound sound(int frames) {
        short[] customer = new short[frames * Pcm.FRAME];
        short[] agent = new short[frames * Pcm.FRAME];
        for (int i = 0; i < customer.length; i++) customer[i] = (short) (i / Pcm.FRAME);
        Arrays.fill(agent, (short) 1000);
        return new RecordingLibrary.Sound(Pcm.RATE, customer, agent);
    }

    private Progress await(Predicate<Progress> wanted) throws InterruptedException {
        while (true) {
            Progress progress = told.poll(10, TimeUnit.SECONDS);
            assertThat(progress).as("what the player tells").isNotNull();
            if (wanted.test(progress)) return progress;
        }
    }

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void both_sides_are_heard_together_from_the_beginning_to_the_end() throws InterruptedException {
        player.progress().add(told::add);
        player.load(sound(8));
        player.play();
        await(p -> !p.playing() && p.position().equals(Duration.ofMillis(160)));
        assertThat(heard).hasSize(8);
        assertThat(heard.stream().mapToInt(f -> f[0])).containsExactly(1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007);
        assertThat(speaker).containsExactly("opened", "closed");
    }

    @Test
    void it_goes_on_where_it_is_sent() throws InterruptedException {
        player.progress().add(told::add);
        player.load(sound(500));
        player.seek(Duration.ofMillis(9940));
        player.play();
        await(p -> !p.playing() && p.position().equals(Duration.ofSeconds(10)));
        assertThat(heard.peek()[0]).isEqualTo((short) 1497);
    }

    @Test
    void a_pause_keeps_the_place() throws InterruptedException {
        player.progress().add(told::add);
        player.load(sound(500));
        player.play();
        await(p -> p.playing() && !p.position().isZero());
        player.pause();
        var paused = await(p -> !p.playing() && !p.position().isZero());
        assertThat(paused.position()).isLessThan(Duration.ofSeconds(10));
        assertThat(player.now().position()).isEqualTo(paused.position());
    }

    @Test
    void a_place_outside_is_the_nearest_inside() {
        player.load(sound(10));
        player.seek(Duration.ofHours(1));
        assertThat(player.now().position()).isEqualTo(Duration.ofMillis(200));
        player.seek(Duration.ofSeconds(-1));
        assertThat(player.now().position()).isZero();
    }
}
