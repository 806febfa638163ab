package amends.acd.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManagerFrameReaderTest {
    private static ManagerFrameReader reader(String text) {
        return new ManagerFrameReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_message_ends_at_the_empty_line() throws IOException {
        var reader = reader("Asterisk Call Manager/5.0.4\r\nEvent: A\r\nName: 李敏\r\n\r\nEvent: B\r\n\r\n");
        assertThat(reader.banner()).isEqualTo("Asterisk Call Manager/5.0.4");
        ManagerFrame first = reader.next();
        assertThat(first.event()).isEqualTo("A");
        assertThat(first.get("name")).isEqualTo("李敏");
        assertThat(reader.next().event()).isEqualTo("B");
    }

    @Test
    void values_keep_their_colons() throws IOException {
        assertThat(reader("Event: X\nDevice: Queue:support: y\n\n").next().get("Device"))
                .isEqualTo("Queue:support: y");
    }

    @Test
    void of_a_repeated_key_the_first_counts() throws IOException {
        assertThat(reader("Event: X\nevent: Y\n\n").next().event()).isEqualTo("X");
    }

    @Test
    void a_line_that_is_too_long_is_cut() throws IOException {
        ManagerFrame frame =
                reader("Long: " + "x".repeat(100_000) + "\nEvent: X\n\n").next();
        assertThat(frame.get("Long").length()).isLessThan(ManagerFrameReader.LINE);
        assertThat(frame.event()).isEqualTo("X");
    }

    @Test
    void headers_beyond_reason_are_left_out() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) text.append("K").append(i).append(": v\n");
        assertThat(reader(text + "\n").next().headers()).hasSize(ManagerFrameReader.HEADERS);
    }

    @Test
    void a_message_without_end_ends_the_reading_in_bounded_memory() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatThrownBy(() -> new ManagerFrameReader(endless).next())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("without end");
    }

    @Test
    void a_closed_stream_is_told() {
        assertThatThrownBy(() -> reader("Event: X\n").next()).isInstanceOf(EOFException.class);
    }

    @Test
    void a_number_that_is_none_counts_as_zero() throws IOException {
        ManagerFrame frame =
                reader("A: 12\nB: -3\nC: 99999999999999999999\nD: x\nE: ٣\n\n").next();
        assertThat(frame.number("A")).isEqualTo(12);
        assertThat(frame.number("B") + frame.number("C") + frame.number("D") + frame.number("E") + frame.number("F"))
                .isZero();
    }

    @Test
    void whatever_the_bytes_reading_ends_or_gives_messages() throws IOException {
        var random = new Random(2026);
        byte[] favoured = "Event: ActionID:\r\n\r\n:  ".getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < 2_000; round++) {
            var bytes = new byte[random.nextInt(400)];
            for (int i = 0; i < bytes.length; i++)
                bytes[i] =
                        random.nextInt(3) == 0 ? (byte) random.nextInt(256) : favoured[random.nextInt(favoured.length)];
            var reader = new ManagerFrameReader(new ByteArrayInputStream(bytes));
            int frames = 0;
            try {
                for (; frames < 1_000; frames++)
                    assertThat(reader.next().headers()).isNotEmpty();
            } catch (EOFException end) {
                assertThat(frames).isLessThan(200);
            }
        }
    }
}
