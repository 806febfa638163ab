package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("what other tests make is counted too")
class LiveHeapTest {
    /** Far more than what others leave behind, which comes and goes meanwhile. */
    private static final int SOME = 100_000_000;

    @Test
    void what_is_kept_is_counted_and_what_is_let_go_is_not() {
        long before = LiveHeap.bytes();
        byte[] kept = new byte[SOME];
        long with = LiveHeap.bytes();
        Reference.reachabilityFence(kept);
        assertThat(with - before).isBetween(SOME - 10_000_000L, SOME + 10_000_000L);
        kept = null;
        assertThat(LiveHeap.bytes() - before).isLessThan(10_000_000);
    }
}
