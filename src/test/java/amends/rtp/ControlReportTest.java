package amends.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import amends.rtp.ControlReport.Block;
import amends.rtp.ControlReport.Sent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ControlReportTest {
    private static final Block BLOCK = new Block(0xCAFEBABEL, 12, -3, 70_000, 80, 0x12345678L, 65_536);

    @Test
    void a_senders_report_is_read_as_it_was_written() {
        var report = new ControlReport(
                0xDEADBEEFL, Optional.of(new Sent(0x1122334455667788L, 160, 50, 8000)), List.of(BLOCK), true);
        byte[] bytes = report.bytes("desk@10.0.0.1");
        assertThat(bytes.length % 4).isZero();
        assertThat(ControlReport.parse(bytes, bytes.length)).hasValue(report);
    }

    @Test
    void a_receivers_report_is_read_as_it_was_written() {
        var report = new ControlReport(1, Optional.empty(), List.of(BLOCK, BLOCK), false);
        byte[] bytes = report.bytes("x");
        assertThat(ControlReport.parse(bytes, bytes.length)).hasValue(report);
    }

    @Test
    void a_report_that_is_cut_short_is_none() {
        byte[] bytes = new ControlReport(1, Optional.empty(), List.of(BLOCK), false).bytes("x");
        for (int length = 0; length < 32; length++)
            assertThat(ControlReport.parse(bytes, length)).isEmpty();
        bytes[0] = (byte) (0x80 | 31);
        assertThat(ControlReport.parse(bytes, bytes.length)).isEmpty();
    }

    @Test
    void any_bytes_are_taken_without_an_exception() {
        var random = new Random(3550);
        byte[] whole = new ControlReport(1, Optional.of(new Sent(1, 2, 3, 4)), List.of(BLOCK), true).bytes("someone");
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = i % 2 == 0 ? whole.clone() : new byte[random.nextInt(80)];
            if (i % 2 != 0) random.nextBytes(bytes);
            for (int k = 0; k < 3 && bytes.length > 0; k++)
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            ControlReport.parse(bytes, random.nextInt(bytes.length + 2));
        }
        assertThat(ControlReport.parse(Arrays.copyOf(whole, whole.length), whole.length))
                .isPresent();
    }
}
