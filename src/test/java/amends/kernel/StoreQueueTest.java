package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoreQueueTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    private Runnable writing(String what) {
        return () -> {
            if (away) throw new StoreUnavailable("away", null);
            done.add(what);
        };
    }

    @Test
    void work_is_done_in_the_order_handed_in() {
        try (var queue = new StoreQueue("test", 100)) {
            for (int i = 0; i < 50; i++) queue.put(i, writing("" + i));
            assertThat(queue.flush(LONG)).isTrue();
        }

        assertThat(done).hasSize(50).startsWith("0", "1", "2").endsWith("48", "49");
    }

    @Test
    void work_has_a_thread_of_its_own_and_waits_for_none_that_share_the_processors() throws Exception {
        var virtual = new CompletableFuture<Boolean>();
        try (var queue = new StoreQueue("test", 100)) {
            queue.put("a", () -> virtual.complete(Thread.currentThread().isVirtual()));

            assertThat(virtual.get(LONG.toSeconds(), TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void work_is_held_while_the_database_is_away_and_done_when_it_is_back() {
        away = true;
        try (var queue = new StoreQueue("test", 100)) {
            queue.put("a", writing("a"));
            queue.put("b", writing("b"));
            assertThat(queue.flush(Duration.ofMillis(300))).isFalse();

            away = false;
            queue.nudge();
            assertThat(queue.flush(LONG)).isTrue();
        }
        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void newer_work_under_the_same_key_replaces_what_still_waits() {
        away = true;
        try (var queue = new StoreQueue("test", 100)) {
            queue.put("row", writing("old"));
            queue.put("other", writing("other"));
            queue.put("row", writing("new"));
            away = false;
            queue.nudge();
            assertThat(queue.flush(LONG)).isTrue();
        }

        assertThat(done).containsExactly("new", "other");
    }

    @Test
    void work_handed_in_while_its_older_self_is_being_done_is_done_too() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var queue = new StoreQueue("test", 100)) {
            queue.put("row", () -> {
                begun.countDown();
                await(go);
                done.add("old");
            });
            await(begun);
            queue.put("row", writing("new"));
            go.countDown();
            assertThat(queue.flush(LONG)).isTrue();
        }

        assertThat(done).containsExactly("old", "new");
    }

    @Test
    void work_that_can_never_be_done_does_not_hold_up_the_rest() {
        try (var queue = new StoreQueue("test", 100)) {
            queue.put("bad", () -> {
                throw new StoreRefused("a rule is broken", null);
            });
            queue.put("good", writing("good"));
            assertThat(queue.flush(LONG)).isTrue();
        }

        assertThat(done).containsExactly("good");
    }

    @Test
    void a_full_queue_takes_no_more() {
        away = true;
        try (var queue = new StoreQueue("test", 2)) {
            queue.put("a", writing("a"));
            queue.put("b", writing("b"));
            queue.put("c", writing("c"));
            assertThat(queue.waiting()).isEqualTo(2);
            away = false;
        }
    }

    @Test
    void closing_stores_what_waits() {
        var queue = new StoreQueue("test", 100);
        for (int i = 0; i < 20; i++) queue.put(i, writing("" + i));
        queue.close();

        assertThat(done).hasSize(20);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
