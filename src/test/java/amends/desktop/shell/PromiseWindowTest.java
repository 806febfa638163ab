package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.desktop.UnderXvfb;
import amends.desktop.look.Language;
import java.awt.event.KeyEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promises by their keys: given in a call, kept between calls, given up on the tab. */
class PromiseWindowTest extends UnderXvfb {
    private AgentWindow window;

    @BeforeEach
    void open() {
        does(() -> window = AgentWindow.open(desk.ports(), settings(Language.ZH_CN)));
        until("the window has the focus", () -> window.frame().isFocused());
    }

    @AfterEach
    void close() {
        does(() -> window.close());
    }

    @Test
    void a_promise_is_given_in_a_call_by_two_keys() {
        does(desk::rings);
        does(() -> desk.phone.answer(FakeDesk.CALL));
        does(() -> window.models().notes().typed(FakeDesk.CALL, "核对两笔流水后回电"));
        press(KeyEvent.VK_F10);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        assertThat(onScreen(() -> desk.promises.wished))
                .singleElement()
                .satisfies(wish -> assertThat(wish.kind()).isEqualTo("call-back"));
    }

    @Test
    void escape_leaves_the_form_and_nothing_was_promised() {
        does(desk::rings);
        does(() -> desk.phone.answer(FakeDesk.CALL));
        press(KeyEvent.VK_F10);
        assertThat(onScreen(() -> window.models().promising().isOpen(FakeDesk.CALL)))
                .isTrue();
        press(KeyEvent.VK_ESCAPE);
        assertThat(onScreen(() -> window.models().promising().isOpen(FakeDesk.CALL)))
                .isFalse();
        assertThat(desk.promises.wished).isEmpty();
    }

    @Test
    void the_first_of_mine_is_kept_by_a_key_and_another_given_up_with_a_reason() {
        does(() -> desk.promises.shows(desk.promises.promise(
                1, "K7Q2", "send", "补寄对账单", "王建国", desk.time.now().plus(Duration.ofHours(1)))));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_D);
        assertThat(onScreen(() -> desk.promises.stepped)).contains("1 KEPT ");
        does(() -> window.centre().go(CentreView.Place.AMENDS));
        does(() -> window.models().amends().open("promises"));
        does(() -> window.centre().page().orElseThrow().focus());
        press(KeyEvent.VK_B);
        press(KeyEvent.VK_X);
        press(KeyEvent.VK_ENTER);
        assertThat(onScreen(() -> desk.promises.stepped)).contains("1 BROKEN x");
    }
}
