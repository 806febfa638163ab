package amends.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.EdtExecutor;
import amends.desktop.PostingWork;
import amends.desktop.UnderXvfb;
import amends.desktop.look.Language;
import amends.kernel.SettableTime;
import amends.staff.SignIn;
import amends.staff.StaffMember;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInWindowTest extends UnderXvfb {
    private final List<String> tried = new ArrayList<>();
    private final SettableTime time = new SettableTime();
    private final List<StaffMember> welcomed = new ArrayList<>();
    private SignIn.Result answer = new SignIn.Result.Refused();
    private SignInWindow window;
    private SignInModel model;

    private void open() {
        SignIn door = (login, password) -> {
            tried.add(login + "/" + new String(password));
            return answer;
        };
        var work = new PostingWork(Runnable::run, new EdtExecutor());
        model = new SignInModel(work, time, welcomed::add);
        model.opens(door);
        does(() -> window = SignInWindow.open(model, settings(Language.EN), "limin", () -> {}));
        until("the window has the focus", () -> window.frame().isFocused());
    }

    @AfterEach
    void close() {
        does(() -> window.frame().dispose());
    }

    @Test
    void the_password_and_enter_let_in() {
        open();
        answer = new SignIn.Result.Welcome(desk.member);
        type("secret");
        press(KeyEvent.VK_ENTER);
        until("let in", () -> !welcomed.isEmpty());
        assertThat(tried).containsExactly("limin/secret");
    }

    @Test
    void who_is_slowed_down_sees_the_seconds_pass() {
        open();
        answer = new SignIn.Result.TooSoon(Duration.ofSeconds(8));
        press(KeyEvent.VK_ENTER);
        var result = (JTextArea) find(window.frame().getContentPane(), "signin.said");
        until("it is said", () -> result.getText().contains("8 s"));
        does(() -> {
            time.pass(Duration.ofSeconds(3));
            model.tick();
        });
        assertThat(result.getText()).contains("5 s");
        does(() -> {
            time.pass(Duration.ofSeconds(5));
            model.tick();
        });
        assertThat(result.getText()).isEmpty();
    }

    @Test
    void a_wrong_password_is_said_and_can_be_typed_again() {
        open();
        type("wrong");
        press(KeyEvent.VK_ENTER);
        var result = (JTextArea) find(window.frame().getContentPane(), "signin.said");
        until("it is said", () -> result.getText().contains("wrong"));
        type("again");
        press(KeyEvent.VK_ENTER);
        assertThat(tried).containsExactly("limin/wrong", "limin/again");
    }
}
