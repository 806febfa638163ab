package amends.acd.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ManagerActionTest {
    @Test
    void a_value_cannot_smuggle_in_a_header() {
        var action = new ManagerAction("QueueAdd").with("MemberName", "Eve\r\nAction: Command\r\n\r\nAction: x");
        assertThat(new String(action.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("Action: QueueAdd\r\nMemberName: Eve Action: Command Action: x\r\n\r\n");
    }

    @Test
    void a_value_is_no_longer_than_the_protocol_likes() {
        assertThat(new ManagerAction("X").with("V", "y".repeat(10_000)).bytes()).hasSizeLessThan(300);
    }
}
