package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.Seats;
import amends.desktop.UnderXvfb;
import amends.desktop.look.Language;
import amends.quality.Evaluation;
import amends.staff.StaffMember;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfficeWindowTest extends UnderXvfb {
    private final List<StaffMember> changed = new ArrayList<>();
    private OfficeWindow window;

    @BeforeEach
    void open() {
        desk.seats = new Seats() {
            @Override
            public List<StaffMember> seats() {
                return List.of(desk.member);
            }

            @Override
            public void change(StaffMember to) {
                changed.add(to);
            }
        };
        does(() -> window = OfficeWindow.open(desk.office(), settings(Language.EN)));
        until("the window has the focus", () -> window.frame().isFocused());
        until("recordings are listed", () -> !window.inspection().rows().isEmpty());
    }

    @AfterEach
    void close() {
        does(() -> window.frame().dispose());
    }

    /** On the screen's thread. */
    private String text(String name) {
        var found = find(window.frame().getContentPane(), name);
        return found instanceof JLabel label ? label.getText() : ((JTextComponent) found).getText();
    }

    private void awaitFocus(String name) {
        until("the focus is on " + name, () -> {
            var found = find(window.frame().getContentPane(), name);
            return found != null && found.isFocusOwner();
        });
    }

    private void chooseFirst() {
        does(() -> find(window.frame().getContentPane(), "inspection.list").requestFocusInWindow());
        awaitFocus("inspection.list");
        press(KeyEvent.VK_DOWN);
        until("the sheet is there", () -> window.inspection().sheet().typed('1'));
    }

    @Test
    void a_recording_is_heard_judged_and_kept_by_keyboard_alone() {
        chooseFirst();
        press(KeyEvent.VK_RIGHT);
        press(KeyEvent.VK_M);
        awaitFocus("sheet.remark");
        type("interrupts 2 times");
        press(KeyEvent.VK_ENTER);
        type("111111");
        type("22222");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        until(
                "it is kept",
                () -> desk.quality.evaluations.values().stream().anyMatch(e -> e.state() == Evaluation.State.KEPT));
        Evaluation kept = desk.quality.evaluations.values().iterator().next();
        assertThat(kept.percent()).isEqualTo(100);
        assertThat(kept.remarks()).hasSize(1);
        assertThat(kept.remarks().getFirst().text()).isEqualTo("interrupts 2 times");
        assertThat(kept.remarks().getFirst().at().toSeconds()).isEqualTo(5);
    }

    @Test
    void a_number_is_shown_for_a_reason_that_is_typed() {
        chooseFirst();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_U);
        awaitFocus("inspection.reason");
        type("call back");
        press(KeyEvent.VK_ENTER);
        until("it is shown", () -> text("inspection.number").equals("+8613900139001"));
        assertThat(desk.quality.entries.getFirst().why()).isEqualTo("call back");
    }

    @Test
    void another_language_keeps_what_is_typed() {
        chooseFirst();
        press(KeyEvent.VK_F5);
        type("half a note");
        does(() -> window.house().speak(Language.ZH_TW));
        assertThat(onScreen(() -> text("sheet.note"))).isEqualTo("half a note");
    }

    @Test
    void another_seat_can_be_taken() {
        does(() -> window.house().changeSeat(desk.member));
        assertThat(changed).containsExactly(desk.member);
    }

    @Test
    void a_seat_is_not_changed_during_a_call() {
        var agent = onScreen(() -> AgentWindow.open(desk.ports(), settings(Language.EN)));
        does(desk::rings);
        does(() -> agent.changeSeat(amends.desktop.FakeQuality.ZHOU));
        assertThat(changed).isEmpty();
        does(agent::close);
    }
}
