package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformLoopTest {
    private final PlatformLoop loop = new PlatformLoop("test-loop");
    private final List<Integer> done = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private void settled() throws InterruptedException {
        var latch = new CountDownLatch(1);
        loop.execute(latch::countDown);
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tasks_run_in_the_order_handed_in() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            int n = i;
            loop.execute(() -> done.add(n));
        }
        settled();
        assertThat(done).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void a_task_that_throws_does_not_end_the_loop() throws InterruptedException {
        loop.execute(() -> {
            throw new IllegalStateException("on purpose, for this test");
        });
        loop.execute(() -> done.add(1));
        settled();
        assertThat(done).containsExactly(1);
    }

    @Test
    void what_is_called_off_does_not_run() throws InterruptedException {
        var later = new CountDownLatch(1);
        var calledOff = loop.after(Duration.ofMillis(20), () -> done.add(1));
        calledOff.cancel();
        loop.after(Duration.ofMillis(40), later::countDown);
        assertThat(later.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void closing_runs_what_was_handed_in_and_drops_what_was_timed() {
        loop.after(Duration.ofHours(1), () -> done.add(2));
        loop.execute(() -> done.add(1));
        loop.close();
        assertThat(done).containsExactly(1);
    }
}
