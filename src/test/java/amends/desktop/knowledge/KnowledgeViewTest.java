package amends.desktop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AgentState;
import amends.desktop.FakeAnswers;
import amends.desktop.FakeDesk;
import amends.desktop.UnderXvfb;
import amends.desktop.look.Language;
import amends.desktop.shell.AgentWindow;
import amends.knowledge.SomeFiles;
import java.awt.Component;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answers, by keyboard alone. */
class KnowledgeViewTest extends UnderXvfb {
    private AgentWindow window;
    private JFrame frame;

    @BeforeEach
    void open() {
        does(() -> {
            window = AgentWindow.open(desk.ports(), settings(Language.ZH_CN));
            frame = (JFrame) java.util.Arrays.stream(Frame.getFrames())
                    .filter(f -> f.isShowing() && f.getTitle().equals("Amends"))
                    .findFirst()
                    .orElseThrow();
            desk.session.becomes(new AgentState.Ready());
        });
        until("the window has the focus", () -> frame.isFocused());
    }

    @AfterEach
    void close() {
        does(() -> window.close());
    }

    private Component part(String name) {
        return find(frame.getContentPane(), name);
    }

    private int listed() {
        return onScreen(() -> ((JList<?>) part("knowledge.answers")).getModel().getSize());
    }

    @Test
    void an_answer_is_found_read_marked_and_left_without_the_mouse() {
        does(desk::rings);
        assertThat(listed()).isEqualTo(3);
        press(KeyEvent.VK_F4);
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_UP);
        press(KeyEvent.VK_ENTER);
        assertThat(focused()).isEqualTo("knowledge.article");
        assertThat(onScreen(() -> ((JTextComponent) part("knowledge.article")).getText()))
                .contains("还款被重复扣款")
                .contains("多扣的一笔会在 1 个工作日内")
                .contains("【云杉银行】");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_U);
        press(KeyEvent.VK_ESCAPE);
        assertThat(focused()).isEqualTo("knowledge.search");
        assertThat(desk.answers.asked).containsExactly("mark zh-CN/card-double 3 SUGGESTED");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_U);
        assertThat(desk.answers.asked).hasSize(2);
    }

    @Test
    void a_picture_below_an_article_is_enlarged_and_left_without_the_mouse() {
        for (int version = 1; version <= 3; version++)
            desk.authors.attach(
                    FakeAnswers.DOUBLE.text(), "plan.png", "三步", SomeFiles.picture("png", 60, 40 + version));
        does(desk::rings);
        press(KeyEvent.VK_F4);
        press(KeyEvent.VK_ENTER);
        press(KeyEvent.VK_A);
        assertThat(focused()).isEqualTo("attachment.list");
        press(KeyEvent.VK_ENTER);
        assertThat(focused()).isEqualTo("attachment.enlarged");
        press(KeyEvent.VK_RIGHT);
        press(KeyEvent.VK_ESCAPE);
        assertThat(focused()).isEqualTo("attachment.list");
        press(KeyEvent.VK_ENTER);
        does(() -> desk.phone.answer(FakeDesk.CALL));
        until("the call has the window", () -> part("notes.text").isFocusOwner());
        until("the picture is gone", () -> find(frame.getLayeredPane(), "attachment.enlarged") == null);
    }

    @Test
    void suggestions_that_come_take_no_focus_from_who_types() {
        does(() -> part("knowledge.search").requestFocusInWindow());
        until("the field has the focus", () -> part("knowledge.search").isFocusOwner());
        type("e1");
        does(desk::rings);
        type("001");
        assertThat(focused()).isEqualTo("knowledge.search");
        assertThat(onScreen(() -> ((JTextComponent) part("knowledge.search")).getText()))
                .isEqualTo("e1001");
        does(() -> desk.phone.answer(FakeDesk.CALL));
        assertThat(focused()).isEqualTo("knowledge.search");
    }
}
