package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Disposition;
import amends.desktop.FakeDesk;
import amends.desktop.UnderXvfb;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Language;
import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.personality.Sheet;
import java.awt.event.KeyEvent;
import javax.swing.JTextArea;
import javax.swing.MenuSelectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpeakWindowTest extends UnderXvfb {
    private AgentWindow window;

    @BeforeEach
    void open() {
        does(() -> window = AgentWindow.open(desk.ports(), settings(Language.EN)));
        until("the window has the focus", () -> window.frame().isFocused());
        desk.impressions.thinks(FakeDesk.WANG.id(), CustomerType.EXPRESSIVE);
    }

    @AfterEach
    void close() {
        does(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        does(() -> window.miniBarWindow().close());
        does(() -> window.frame().dispose());
    }

    private static boolean isMenuOpen() {
        return MenuSelectionManager.defaultManager().getSelectedPath().length > 0;
    }

    private KeyButton button(String name) {
        return (KeyButton) find(window.frame().getContentPane(), name);
    }

    private String lines() {
        return onScreen(() -> ((JTextArea) find(window.frame().getContentPane(), "speak.lines")).getText());
    }

    @Test
    void at_ringing_stands_how_to_speak_and_to_whom_it_seems() {
        does(desk::ringsWhomWeOwe);

        assertThat(lines()).startsWith("1 Name the fault before explaining it");
        assertThat(onScreen(() -> button("speak.estimate").isShowing())).isTrue();
        assertThat(onScreen(() -> button("speak.estimate").getText())).isEqualTo("expressive 87 % ⓘ");
        assertThat(onScreen(() -> button("speak.seen").isVisible())).isFalse();
    }

    @Test
    void without_consent_there_is_neutral_guidance_no_estimate_and_nothing_to_tick() {
        desk.impressions.of.clear();
        does(desk::ringsWhomWeOwe);
        does(() -> desk.phone.answer(FakeDesk.CALL));

        assertThat(lines()).startsWith("1 Apologise and name what happened");
        assertThat(onScreen(() -> button("speak.estimate").isVisible())).isFalse();
        assertThat(onScreen(() -> button("speak.seen").isVisible())).isFalse();
    }

    @Test
    void behaviours_are_ticked_by_their_digits_while_the_note_has_the_focus() {
        does(desk::ringsWhomWeOwe);
        press(KeyEvent.VK_F2);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_E);
        until("the list is open", SpeakWindowTest::isMenuOpen);
        press(KeyEvent.VK_1);
        press(KeyEvent.VK_4);
        press(KeyEvent.VK_ESCAPE);
        until("the list is closed", () -> !isMenuOpen());

        Sheet last = desk.impressions.sheets.getLast();
        assertThat(desk.impressions.sheets).hasSize(2);
        assertThat(last.marks())
                .containsEntry(Behaviour.COMPLAINS_AT_ONCE, true)
                .containsEntry(Behaviour.ASKS_FOR_SUPERIOR, true)
                .containsEntry(Behaviour.STAYS_POLITE, false)
                .doesNotContainKey(Behaviour.ACCEPTS_FIRST_OFFER);
        assertThat(onScreen(() -> button("speak.seen").getText())).isEqualTo("2 seen");
    }

    @Test
    void in_the_write_up_the_list_s_digits_choose_no_disposition() {
        does(desk::ringsWhomWeOwe);
        does(() -> desk.phone.answer(FakeDesk.CALL));
        does(desk::ends);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_E);
        until("the list is open", SpeakWindowTest::isMenuOpen);
        press(KeyEvent.VK_2);
        until("it is kept", () -> !desk.impressions.sheets.isEmpty());

        assertThat(desk.impressions.sheets.getLast().marks()).containsEntry(Behaviour.RAISES_VOICE, true);
        assertThat(onScreen(() -> window.models().wrapUp().disposition(FakeDesk.CALL)))
                .isEqualTo(Disposition.SOLVED);
    }

    @Test
    void who_thinks_otherwise_says_so_by_the_keys_alone() {
        does(desk::ringsWhomWeOwe);
        press(KeyEvent.VK_F2);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
        until("the reasons are open", SpeakWindowTest::isMenuOpen);
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_RIGHT);
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_ENTER);
        until("it is heard", () -> !desk.impressions.objections.isEmpty());

        assertThat(desk.impressions.objections)
                .singleElement()
                .satisfies(o -> assertThat(o.type()).isEqualTo(CustomerType.RESERVED));
    }
}
