package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AgentState;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.desktop.FakeCallbacks;
import amends.desktop.FakeDesk;
import amends.desktop.FakeSeat;
import amends.desktop.UnderXvfb;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import amends.kernel.PhoneNumber;
import amends.recovery.Grievance;
import amends.recovery.Severity;
import amends.telephony.CallId;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentWindowTest extends UnderXvfb {
    private final FakeSeat seat = new FakeSeat();
    private AgentWindow window;

    @BeforeEach
    void open() {
        desk.seats = seat;
        does(() -> window = AgentWindow.open(desk.ports(), settings(Language.EN)));
        does(() -> desk.session.becomes(new AgentState.Ready()));
        until("the window has the focus", () -> window.frame().isFocused());
    }

    @AfterEach
    void close() {
        does(() -> window.miniBarWindow().close());
        does(() -> window.frame().dispose());
    }

    private JTextComponent text(String name) {
        return (JTextComponent) find(window.frame().getContentPane(), name);
    }

    private void focus(String name) {
        does(() -> find(window.frame().getContentPane(), name).requestFocusInWindow());
        awaitFocus(name);
    }

    private void awaitFocus(String name) {
        until(
                "the focus is on " + name,
                () -> find(window.frame().getContentPane(), name).isFocusOwner());
    }

    @Test
    void f2_answers_and_f3_hangs_up() {
        does(desk::rings);
        press(KeyEvent.VK_F2);
        press(KeyEvent.VK_F3);
        assertThat(desk.phone.asked).containsExactly("answer " + FakeDesk.CALL, "clear " + FakeDesk.CALL);
    }

    @Test
    void ctrl_shift_q_signs_out_but_not_in_a_call_nor_before_it_is_written_up() {
        does(desk::rings);
        press(KeyEvent.VK_F2);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_Q);
        until("it is said why not", () -> window.models().status().staying().isPresent());
        does(desk::ends);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_Q);
        assertThat(seat.signedOut).isZero();
        assertThat(desk.closed).isFalse();
        does(() -> window.models().wrapUp().finish());
        does(() -> desk.session.becomes(new AgentState.Ready()));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_Q);
        until("the window is closed", () -> desk.closed);
        assertThat(seat.signedOut).isOne();
        assertThat(window.frame().isDisplayable()).isFalse();
    }

    @Test
    void f6_mutes_and_f7_holds() {
        does(desk::rings);
        press(KeyEvent.VK_F2);
        press(KeyEvent.VK_F6);
        press(KeyEvent.VK_F7);
        assertThat(desk.phone.asked).endsWith("mute " + FakeDesk.CALL + " true", "hold " + FakeDesk.CALL);
    }

    @Test
    void whoever_calls_the_buttons_of_the_call_stay_in_their_column() {
        String user = "maximilian.mustermann-von-hohenstein-zu-hohenberg";
        does(() -> desk.phone.rings("long", user, user + " " + user));
        does(() -> desk.phone.answer(new CallId("long")));
        until(
                "the call is shown",
                () -> find(window.frame().getContentPane(), "phone.hold").isShowing());
        int edge = onScreen(() -> rightOf("phone.dial"));
        assertThat(onScreen(() -> rightOf("phone.hold"))).isLessThanOrEqualTo(edge);
        assertThat(onScreen(() -> rightOf("phone.hangUp"))).isLessThanOrEqualTo(edge);
    }

    private int rightOf(String name) {
        Component part = find(window.frame().getContentPane(), name);
        return part.getLocationOnScreen().x + part.getWidth();
    }

    @Test
    void ctrl_j_and_enter_settle_what_is_owed_once_the_call_is_answered() {
        does(desk::ringsWhomWeOwe);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_J);
        assertThat(onScreen(() -> MenuSelectionManager.defaultManager().getSelectedPath()))
                .isEmpty();
        press(KeyEvent.VK_F2);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_J);
        until("the choice is there", () -> MenuSelectionManager.defaultManager().getSelectedPath().length > 0);
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_ENTER);
        until("it is settled", () -> !desk.owing.settled.isEmpty());
        assertThat(desk.owing.settled).containsExactly("APOLOGISED 3");
    }

    @Test
    void what_is_still_owed_is_settled_with_the_write_up_when_ticked() {
        does(desk::ringsWhomWeOwe);
        does(() -> desk.phone.answer(FakeDesk.CALL));
        does(desk::ends);
        does(() -> window.centre().wrapUp().focus());
        press(KeyEvent.VK_6);
        press(KeyEvent.VK_ENTER);
        assertThat(desk.owing.settled).containsExactly("APOLOGISED 3");
    }

    @Test
    void f2_answers_from_within_a_table_too() {
        focus("day.contacts");
        does(desk::rings);
        press(KeyEvent.VK_F2);
        assertThat(desk.phone.asked).containsExactly("answer " + FakeDesk.CALL);
    }

    @Test
    void a_ringing_call_leaves_the_focus_where_someone_types() {
        focus("knowledge.search");
        type("ref");
        does(desk::rings);
        type("und");
        assertThat(focused()).isEqualTo("knowledge.search");
        assertThat(onScreen(() -> text("knowledge.search").getText())).isEqualTo("refund");
    }

    @Test
    void a_ringing_call_gives_the_focus_to_no_button() {
        focus("day.contacts");
        does(desk::rings);
        press(KeyEvent.VK_SPACE);
        press(KeyEvent.VK_ENTER);
        assertThat(desk.phone.asked).isEmpty();
    }

    @Test
    void notes_typed_while_it_rings_keep_text_and_focus_through_the_call() {
        does(desk::rings);
        press(KeyEvent.VK_F5);
        type("wants a ");
        press(KeyEvent.VK_F2);
        type("refund");
        does(desk::ends);
        type(" today");
        assertThat(focused()).isEqualTo("notes.text");
        assertThat(onScreen(() -> text("notes.text").getText())).isEqualTo("wants a refund today");
    }

    @Test
    void the_write_up_is_finished_with_a_digit_and_enter() {
        does(desk::rings);
        does(() -> desk.phone.answer(FakeDesk.CALL));
        does(desk::ends);
        does(() -> window.centre().wrapUp().focus());
        press(KeyEvent.VK_2);
        press(KeyEvent.VK_ENTER);
        assertThat(desk.keeping.finished).containsEntry(FakeDesk.CALL, new WrapUp(Disposition.FOLLOW_UP, ""));
        assertThat(desk.session.asked).contains("finishAfterCallWork");
    }

    @Test
    void ctrl_enter_finishes_the_write_up_from_within_the_note() {
        does(desk::rings);
        press(KeyEvent.VK_F2);
        type("done");
        does(desk::ends);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        assertThat(desk.keeping.finished).containsEntry(FakeDesk.CALL, new WrapUp(Disposition.SOLVED, "done"));
    }

    @Test
    void two_keystrokes_in_the_call_make_a_complaint_of_what_is_known() {
        does(desk::rings);
        press(KeyEvent.VK_F2);
        type("paid twice");
        press(KeyEvent.VK_F9);
        awaitFocus("complaint.keep");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        assertThat(desk.complaints.opened)
                .containsEntry(
                        FakeDesk.CALL,
                        new Grievance(
                                "paid twice",
                                "paid twice",
                                Severity.MODERATE,
                                Optional.of(new PhoneNumber(FakeDesk.NUMBER)),
                                Optional.empty(),
                                "王建国"));
        awaitFocus("notes.text");
        does(desk::ends);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        assertThat(desk.keeping.finished).containsEntry(FakeDesk.CALL, new WrapUp(Disposition.COMPLAINT, "paid twice"));
    }

    @Test
    void a_callback_is_begun_with_a_key_and_its_outcome_chosen_with_a_digit() {
        does(() -> desk.callbacks.shows(FakeCallbacks.task(1042, "paid twice", "Wang", desk.time.now(), 0)));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
        assertThat(desk.callbacks.asked).containsExactly("begin 1042");
        does(desk::rings);
        does(() -> desk.phone.answer(FakeDesk.CALL));
        does(() -> desk.callbacks.isMade(FakeDesk.CALL));
        does(desk::ends);
        does(() -> window.centre().wrapUp().focus());
        press(KeyEvent.VK_6);
        press(KeyEvent.VK_ENTER);
        assertThat(desk.callbacks.asked).contains("outcome SETTLED");
        assertThat(desk.keeping.finished).containsEntry(FakeDesk.CALL, new WrapUp(Disposition.SOLVED, ""));
    }

    @Test
    void another_language_keeps_what_is_typed_and_where() {
        does(desk::rings);
        press(KeyEvent.VK_F2);
        type("half a sen");
        does(() -> window.speak(Language.ZH_CN));
        until("the notes have the focus again", () -> text("notes.text").isFocusOwner());
        type("tence");
        assertThat(onScreen(() -> text("notes.text").getText())).isEqualTo("half a sentence");
        assertThat(onScreen(() -> ((AbstractButton) find(window.frame().getContentPane(), "phone.hangUp")).getText()))
                .isEqualTo("挂断");
    }

    @Test
    void the_dark_theme_and_larger_text_keep_what_is_typed() {
        does(() -> desk.strangerRings("13912345678", ""));
        press(KeyEvent.VK_F2);
        focus("profile.name");
        type("anna");
        does(() -> window.theme(Theme.DARK));
        does(() -> window.textPercent(150));
        assertThat(onScreen(() -> text("profile.name").getText())).isEqualTo("anna");
    }

    @Test
    void html_in_a_callers_name_is_shown_as_text() {
        does(() -> desk.strangerRings("13912345678", "<html><img src='http://127.0.0.1:9/x.png'><b>A"));
        var name = onScreen(() -> find(window.frame().getContentPane(), "caller.name"));
        assertThat(((javax.swing.JLabel) name).getText()).startsWith("<html>");
        assertThat(((javax.swing.JLabel) name).getClientProperty("html")).isNull();
    }

    @Test
    void the_painted_profile_is_told_once() {
        does(desk::rings);
        until("it was painted", () -> !desk.painted.isEmpty());
        does(() -> window.models().tick());
        does(() -> window.frame().repaint());
        assertThat(desk.painted).containsExactly(FakeDesk.CALL);
    }

    @Test
    void the_mini_bar_comes_by_its_key_without_taking_the_focus() {
        focus("knowledge.search");
        press(KeyEvent.VK_F11);
        until("the mini bar is there", () -> window.miniBarWindow().isVisible());
        assertThat(focused()).isEqualTo("knowledge.search");
        assertThat(onScreen(() -> window.miniBarWindow().frame().isAlwaysOnTop()))
                .isTrue();
    }

    @Test
    void every_control_has_a_spoken_name() {
        does(desk::rings);
        does(() -> desk.phone.answer(FakeDesk.CALL));
        List<String> nameless = onScreen(() -> nameless(window.frame().getContentPane(), new ArrayList<>()));
        assertThat(nameless).isEmpty();
    }

    private static List<String> nameless(Container root, List<String> found) {
        for (Component child : root.getComponents()) {
            boolean control = child instanceof AbstractButton b && b.isFocusable()
                    || child instanceof JTextComponent t && t.isFocusable()
                    || child instanceof JTable
                    || child instanceof JComboBox<?>;
            boolean ours = SwingUtilities.getAncestorOfClass(JComboBox.class, child) == null
                    && SwingUtilities.getAncestorOfClass(javax.swing.JScrollBar.class, child) == null;
            String spoken = child.getAccessibleContext() == null
                    ? ""
                    : child.getAccessibleContext().getAccessibleName();
            if (control && ours && (spoken == null || spoken.isBlank()))
                found.add(child.getClass().getSimpleName() + " " + child.getName());
            if (child instanceof Container inner) nameless(inner, found);
        }
        return found;
    }

    @Test
    void tab_walks_through_the_whole_call_and_comes_back() {
        does(desk::rings);
        does(() -> desk.phone.answer(FakeDesk.CALL));
        focus("notes.text");
        Set<String> visited = new LinkedHashSet<>();
        for (int i = 0; i < 40 && visited.add(focused()); i++) press(KeyEvent.VK_TAB);
        assertThat(visited)
                .contains(
                        "notes.text",
                        "profile.name",
                        "profile.tier",
                        "profile.region",
                        "profile.note",
                        "knowledge.search",
                        "state.choose",
                        "phone.mute",
                        "phone.hold",
                        "phone.hangUp");
        assertThat(new ArrayList<>(visited)).containsSubsequence("notes.text", "profile.name", "profile.note");
    }

    @Test
    void closing_remembers_the_place_and_tells() {
        does(() -> window.frame().setBounds(40, 50, 1300, 900));
        does(() -> window.close());
        assertThat(desk.closed).isTrue();
        assertThat(amends.desktop.DesktopSettings.in(home).now().window())
                .contains(new amends.desktop.Preferences.Place(40, 50, 1300, 900));
    }

    @ParameterizedTest
    @CsvSource({"EN,100", "ZH_CN,100", "EN,150", "ZH_CN,150"})
    void no_button_of_a_call_is_cut(Language language, int percent) {
        does(() -> window.textPercent(percent));
        does(() -> window.speak(language));
        List<String> cut = new ArrayList<>();
        does(desk::rings);
        cut.addAll(onScreen(() -> cut(window.frame().getContentPane(), new ArrayList<>())));
        does(() -> desk.phone.answer(FakeDesk.CALL));
        does(() -> desk.phone.mute(FakeDesk.CALL, true));
        does(() -> desk.phone.hold(FakeDesk.CALL));
        cut.addAll(onScreen(() -> cut(window.frame().getContentPane(), new ArrayList<>())));
        does(desk::ends);
        cut.addAll(onScreen(() -> cut(window.frame().getContentPane(), new ArrayList<>())));
        assertThat(cut).isEmpty();
    }

    private static List<String> cut(Container root, List<String> found) {
        for (Component child : root.getComponents()) {
            if (child instanceof KeyButton button && button.isShowing() && button.getWidth() < needed(button))
                found.add(button.getName() + " '" + button.getText() + "' has " + button.getWidth() + " of "
                        + needed(button));
            if (child instanceof Container inner) cut(inner, found);
        }
        return found;
    }

    private static int needed(KeyButton button) {
        var icon = button.getIcon() == null
                ? 0
                : button.getIcon().getIconWidth() + com.formdev.flatlaf.util.UIScale.scale(button.getIconTextGap());
        var insets = button.getInsets();
        int text = button.getFontMetrics(button.getFont()).stringWidth(button.getText());
        return insets.left + icon + text + insets.right;
    }

    @Test
    void nothing_above_the_write_up_moves_from_ring_to_the_end() {
        Set<java.awt.Point> places = new LinkedHashSet<>();
        does(desk::rings);
        places.add(onScreen(() -> text("profile.name").getLocationOnScreen()));
        does(() -> desk.phone.answer(FakeDesk.CALL));
        places.add(onScreen(() -> text("profile.name").getLocationOnScreen()));
        does(desk::ends);
        places.add(onScreen(() -> text("profile.name").getLocationOnScreen()));
        assertThat(places).hasSize(1);
    }
}
