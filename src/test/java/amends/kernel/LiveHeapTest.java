package amends.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("what other tests make is counted too")
class LiveHeapTest {
    @Test
    void what_is_kept_is_counted_and_what_is_let_go_is_not() {
        long before = LiveHeap.bytes();
        byte[] kept = new byte[20_000_000];
        long with = LiveHeap.bytes();
        Reference.reachabilityFence(kept);
        assertThat(with - before).isBetween(19_000_000L, 21_000_000L);
        kept = null;
        assertThat(LiveHeap.bytes() - before).isLessThan(1_000_000);
    }
}
