package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.desktop.UnderXvfb;
import amends.desktop.flow.FlowFace;
import amends.desktop.look.Language;
import amends.knowledge.FlowEnd;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A flow by keyboard alone, and an article sent by two keys. */
class FlowWindowTest extends UnderXvfb {
    private AgentWindow window;

    @BeforeEach
    void open() {
        does(() -> window = AgentWindow.open(desk.ports(), settings(Language.ZH_CN)));
        until("the window has the focus", () -> window.frame().isFocused());
        does(desk::rings);
        does(() -> desk.phone.answer(FakeDesk.CALL));
    }

    @AfterEach
    void close() {
        does(() -> window.close());
    }

    private FlowFace face() {
        return onScreen(() -> window.models().flows().face().orElseThrow());
    }

    @Test
    void a_flow_is_found_walked_stepped_back_and_ended_without_the_mouse() {
        press(KeyEvent.VK_F1);
        assertThat(focused()).isEqualTo("flow.search");
        press(KeyEvent.VK_ENTER);
        until("the step is shown", () -> window.models().flows().face().isPresent());
        press(KeyEvent.VK_1);
        assertThat(face().step().id()).isEqualTo("refund");
        press(KeyEvent.VK_2);
        assertThat(face().step().id()).isEqualTo("pay");
        press(KeyEvent.VK_ENTER);
        assertThat(face().paused()).isTrue();
        press(KeyEvent.VK_BACK_SPACE);
        assertThat(desk.following.paused).containsExactly("begin c1@pbx", "end c1@pbx");
        press(KeyEvent.VK_ENTER);
        assertThat(onScreen(() -> window.models().promising().isOpen(FakeDesk.CALL)))
                .isTrue();
        press(KeyEvent.VK_ESCAPE);
        press(KeyEvent.VK_F1);
        press(KeyEvent.VK_F1);
        press(KeyEvent.VK_1);
        assertThat(face().step().end()).contains(FlowEnd.SOLVED);
        assertThat(onScreen(() -> desk.following.kept.getLast().taken())).hasSize(2);
        assertThat(onScreen(() -> desk.following.kept.getLast().end())).contains(FlowEnd.SOLVED);
    }

    @Test
    void digits_typed_into_a_note_answer_nothing() {
        press(KeyEvent.VK_F1);
        press(KeyEvent.VK_ENTER);
        until("the step is shown", () -> window.models().flows().face().isPresent());
        press(KeyEvent.VK_F5);
        type("12");
        assertThat(face().number()).isEqualTo(1);
    }

    @Test
    void what_a_colleague_began_is_gone_on_with() {
        does(() -> {
            desk.following.begunByAColleague();
            window.models().flows().leave(FakeDesk.CALL);
            window.models().flows().about(java.util.Optional.empty());
            window.models().flows().about(java.util.Optional.of(FakeDesk.CALL));
            window.models().tick();
        });
        press(KeyEvent.VK_F1);
        press(KeyEvent.VK_ENTER);
        until("the step is shown", () -> window.models().flows().face().isPresent());
        assertThat(face().step().id()).isEqualTo("refund");
        assertThat(face().done()).containsExactly("两笔都已入账");
    }

    @Test
    void an_article_is_sent_by_two_keys_and_nothing_before_the_second() {
        press(KeyEvent.VK_F4);
        press(KeyEvent.VK_ENTER);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_M);
        assertThat(onScreen(() -> desk.following.sent)).isEmpty();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_M);
        assertThat(onScreen(() -> desk.following.sent))
                .singleElement()
                .asString()
                .startsWith(FakeDesk.NUMBER);
    }
}
