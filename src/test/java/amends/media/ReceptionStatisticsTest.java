package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.rtp.RtpPacket;
import org.junit.jupiter.api.Test;

class ReceptionStatisticsTest {
    private static final long TICK = 20_000_000L;
    private final ReceptionStatistics statistics = new ReceptionStatistics();

    @Test
    void what_is_missing_between_the_first_and_the_last_number_is_lost() {
        for (int i : new int[] {10, 11, 14, 13, 20}) count(1, i);
        assertThat(statistics.lost()).isEqualTo(6);
    }

    @Test
    void numbers_that_wrap_are_nothing_lost() {
        for (int i = 65_530; i < 65_550; i++) count(1, i);
        assertThat(statistics.received()).isEqualTo(20);
        assertThat(statistics.lost()).isZero();
    }

    @Test
    void a_duplicate_is_told_and_not_counted_as_received() {
        assertThat(count(1, 5)).isTrue();
        assertThat(count(1, 6)).isTrue();
        assertThat(count(1, 5)).isFalse();
        assertThat(statistics.received()).isEqualTo(2);
        assertThat(statistics.duplicates()).isEqualTo(1);
    }

    @Test
    void the_losses_of_a_source_before_are_kept() {
        count(1, 5);
        count(1, 7);
        count(2, 40_000);
        count(2, 40_003);
        assertThat(statistics.lost()).isEqualTo(3);
    }

    @Test
    void packets_that_come_as_they_were_sent_have_no_jitter() {
        for (int i = 0; i < 500; i++) count(1, i);
        assertThat(statistics.jitterMs()).isLessThan(0.01);
    }

    @Test
    void packets_that_come_ten_ms_early_and_late_by_turns_have_a_jitter_of_twenty() {
        for (int i = 0; i < 500; i++) countAt(1, i, i * TICK + (i % 2 == 0 ? 10 : -10) * 1_000_000L);
        assertThat(statistics.jitterMs()).isBetween(19.0, 20.1);
    }

    private boolean count(long ssrc, int number) {
        return countAt(ssrc, number, number * TICK);
    }

    private boolean countAt(long ssrc, int number, long nanos) {
        return statistics.count(new RtpPacket(false, 8, number, number * 160L, ssrc, new byte[0]), 8000, nanos);
    }
}
