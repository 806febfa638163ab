package amends.pbx.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManagerReaderTest {
    private final List<ManagerMessage> messages = new ArrayList<>();
    private final ManagerReader reader = new ManagerReader();

    private void read(String text) throws ManagerReader.Flooded {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        reader.read(bytes, bytes.length, messages::add);
    }

    @Test
    void an_empty_line_ends_a_message() throws Exception {
        read("Action: Ping\r\nActionID: 1\r\n\r\nAction: Logoff\r\n\r\n");
        assertThat(messages).extracting(m -> m.text("action")).containsExactly("Ping", "Logoff");
    }

    @Test
    void bare_line_feeds_and_pieces_of_any_size_do() throws Exception {
        for (byte b : "Action: QueuePause\nReason: 午餐 break\n\n".getBytes(StandardCharsets.UTF_8))
            reader.read(new byte[] {b}, 1, messages::add);
        assertThat(messages.getFirst().text("Reason")).isEqualTo("午餐 break");
    }

    @Test
    void a_value_may_hold_colons_and_a_name_may_come_twice() throws Exception {
        read("Action: Originate\r\nVariable: A=b:c\r\nVariable: D=e\r\n\r\n");
        assertThat(messages.getFirst().all("Variable")).containsExactly("A=b:c", "D=e");
    }

    @Test
    void lines_without_a_name_and_empty_messages_are_passed_over() throws Exception {
        read("\r\n\r\n: x\r\nnonsense\r\nAction: Ping\r\n\r\n");
        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst().fields()).hasSize(1);
    }

    @Test
    void an_endless_line_is_a_flood() {
        assertThatThrownBy(() -> read("A".repeat(9000))).isInstanceOf(ManagerReader.Flooded.class);
    }

    @Test
    void an_endless_message_is_a_flood() {
        assertThatThrownBy(() -> read("A: b\r\n".repeat(200))).isInstanceOf(ManagerReader.Flooded.class);
    }

    @Test
    void random_bytes_never_do_more_than_flood() {
        var random = new Random(20261121);
        for (int round = 0; round < 2000; round++) {
            var one = new ManagerReader();
            var bytes = new byte[random.nextInt(600)];
            for (int i = 0; i < bytes.length; i++)
                bytes[i] = random.nextInt(6) == 0
                        ? (byte) "\r\n: A".charAt(random.nextInt(5))
                        : (byte) random.nextInt(256);
            try {
                one.read(bytes, bytes.length, m -> assertThat(m.fields()).isNotEmpty());
            } catch (ManagerReader.Flooded e) {
                assertThat(e).hasMessageContaining("more than");
            }
        }
    }

    @Test
    void whatever_a_value_holds_it_stays_one_line() {
        String text = Block.response(true, "1\r\nEvent: Forged")
                .put("Message", "a\nb\r\n\r\nc")
                .toString();
        assertThat(text.lines()).hasSize(3).noneMatch(l -> l.startsWith("Event"));
    }
}
