package amends.desktop.shell;

import amends.desktop.recovery.ComplaintModel;
import amends.desktop.team.TeamModel;
import amends.desktop.team.TeamView;
import amends.telephony.CallId;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/** What each key does; each is shown on its button. */
final class DeskKeys {
    private final AgentWindow window;
    private final Map<KeyStroke, BooleanSupplier> acts = new HashMap<>();

    DeskKeys(AgentWindow window) {
        this.window = window;
    }

    Map<KeyStroke, BooleanSupplier> acts() {
        always("F2", () -> window.models().phone().answer());
        always("F3", () -> window.models().phone().hangUp());
        always("F1", () -> window.answers().flows());
        always("ctrl G", () -> window.answers().acts().pin());
        always("ctrl M", () -> window.models().articleActs().send());
        always("ctrl shift F", () -> window.answers().acts().favour());
        always("ctrl shift C", () -> window.answers().acts().copy());
        always("ctrl shift P", () -> window.answers().acts().print());
        always("F4", () -> window.answers().search());
        always("shift F4", () -> window.answers().filter());
        always("ctrl F4", () -> window.models().answers().widen());
        always("ctrl shift U", () -> window.models().answers().dispute());
        always("F5", this::focusNotes);
        always("F6", () -> window.models().phone().toggleMute());
        always("ctrl F6", window::sound);
        always("F7", () -> window.models().phone().toggleHold());
        always("F8", () -> window.rail().move().first());
        always("ctrl F8", () -> window.rail().move().second());
        always("ctrl H", () -> window.centre().idle().focusSearch());
        always("ctrl F7", () -> window.models().phone().switchNext());
        always("ctrl F3", () -> window.models().phone().rejectWaiting());
        always("F11", window::miniBar);
        always("F12", () -> window.models().agent().toggleReady());
        always("ctrl J", () -> window.centre().owe().settle());
        always("ctrl Y", () -> window.centre().call().speak().why());
        always("ctrl shift J", () -> window.centre().owe().evidence());
        always("ctrl E", () -> window.centre().call().speak().tick());
        always("ctrl T", () -> window.centre().plan().answered());
        always("ctrl shift T", () -> window.centre().plan().granted());
        always("ctrl shift N", () -> window.rail().chooseCaller());
        always("ctrl K", () -> window.rail().keypad().toggle());
        for (int tab = 0; tab < 9; tab++) {
            int place = tab;
            always("ctrl " + (tab + 1), () -> window.centre().goTo(place));
        }
        acts.put(KeyStroke.getKeyStroke(TeamView.WALL_KEY), this::toggleWall);
        acts.putAll(VisitKeys.of(window.models(), window.centre()));
        always("ctrl U", () -> window.models().answers().toggleUsed());
        always("F9", window::complain);
        always("F10", window::promise);
        always("ctrl O", window::offer);
        acts.put(KeyStroke.getKeyStroke("ctrl D"), this::keepPromise);
        always("ctrl I", () -> window.centre().call().portrait());
        always("ctrl shift O", this::openPage);
        always("ctrl shift S", window::improve);
        always("ctrl shift Q", window::signOut);
        acts.put(KeyStroke.getKeyStroke("ctrl B"), this::callBack);
        inComplaint("ctrl R", (model, call) -> model.readBack(call, !model.isReadBack(call)));
        inComplaint("ctrl D", (model, call) -> model.newMatter(call, !model.isNewMatter(call)));
        acts.put(KeyStroke.getKeyStroke("ESCAPE"), this::leaveComplaint);
        acts.put(KeyStroke.getKeyStroke("ctrl ENTER"), this::finish);
        for (String key : List.of("SPACE", "LEFT", "RIGHT", "M", "ctrl U", "ctrl ENTER", "F5")) onInspection(key);
        inRecordings("ctrl P", () -> window.models().recordings().player().togglePlay());
        inRecordings("ctrl LEFT", () -> window.models().recordings().player().skip(-5));
        inRecordings("ctrl RIGHT", () -> window.models().recordings().player().skip(5));
        return acts;
    }

    /** A key does one thing: a second one for it is a mistake of ours, and told at once. */
    private void always(String key, Runnable act) {
        BooleanSupplier before = acts.put(KeyStroke.getKeyStroke(key), () -> {
            act.run();
            return true;
        });
        if (before != null) throw new IllegalStateException(key + " does something already");
    }

    /** The inspector's page has keys of its own; while it is shown they come first. */
    private void onInspection(String key) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        BooleanSupplier otherwise = acts.getOrDefault(stroke, () -> false);
        acts.put(
                stroke,
                () -> window.centre()
                        .inspecting()
                        .map(view -> view.acts().get(stroke))
                        .orElse(otherwise)
                        .getAsBoolean());
    }

    private void inRecordings(String key, Runnable act) {
        acts.put(KeyStroke.getKeyStroke(key), () -> {
            Component focused =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            if (window.centre().place() != CentreView.Place.RECORDINGS || focused instanceof JTextComponent)
                return false;
            act.run();
            return true;
        });
    }

    private void inComplaint(String key, BiConsumer<ComplaintModel, CallId> act) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        BooleanSupplier otherwise = acts.getOrDefault(stroke, () -> false);
        acts.put(stroke, () -> {
            Optional<CallId> open = complaintAtHand();
            open.ifPresent(call -> act.accept(window.models().complaints(), call));
            return open.isPresent() || otherwise.getAsBoolean();
        });
    }

    private boolean toggleWall() {
        window.centre().leading().ifPresent(TeamModel::toggleWall);
        return window.centre().leading().isPresent();
    }

    private void focusNotes() {
        JComponent notes = Places.named(window.centre().panel(), "notes.text");
        if (notes != null && notes.isShowing()) notes.requestFocusInWindow();
    }

    /** The page that another system has of whoever is on the line. */
    private void openPage() {
        window.models().stage().stage().about().ifPresent(window.models().outside()::openPage);
    }

    private boolean callBack() {
        return window.models().stage().stage() instanceof Stage.Idle
                && window.models().callbacks().beginFirst();
    }

    private boolean keepPromise() {
        return window.models().stage().stage() instanceof Stage.Idle
                && window.centre().place() == CentreView.Place.DESK
                && window.models().promises().keepFirst();
    }

    private Optional<CallId> promiseAtHand() {
        return window.models().stage().stage().about().filter(window.models().promising()::isOpen);
    }

    private Optional<CallId> offersAtHand() {
        return window.models().stage().stage().about().filter(window.models().offers()::isOpen);
    }

    private Optional<CallId> complaintAtHand() {
        return window.models().stage().stage().about().filter(window.models().complaints()::isOpen);
    }

    private boolean leaveComplaint() {
        if (window.centre().call().leavePortrait()) return true;
        if (isSuggesting()) {
            window.models().improvements().leave();
            return true;
        }
        Optional<CallId> open = complaintAtHand();
        open.ifPresent(window.models().complaints()::cancel);
        if (open.isEmpty()) {
            open = promiseAtHand();
            open.ifPresent(window.models().promising()::cancel);
        }
        if (open.isEmpty()) {
            open = offersAtHand();
            open.ifPresent(window.models().offers()::cancel);
        }
        return open.isPresent();
    }

    /** What is being written is finished first. */
    private boolean finish() {
        if (isSuggesting()) {
            window.models().improvements().send();
            return true;
        }
        Optional<CallId> complaint = complaintAtHand();
        complaint.ifPresent(window.models().complaints()::keep);
        if (complaint.isPresent()) return true;
        Optional<CallId> promise = promiseAtHand();
        promise.ifPresent(window.models().promising()::keep);
        if (promise.isPresent()) return true;
        Optional<CallId> offers = offersAtHand();
        offers.ifPresent(window.models().offers()::give);
        if (offers.isPresent()) return true;
        if (!(window.models().stage().stage() instanceof Stage.WritingUp)) return false;
        window.models().wrapUp().finish();
        return true;
    }

    /** Whether the keys are typed into a suggestion. */
    static boolean isSuggesting() {
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return focused != null && "improve.what".equals(focused.getName());
    }
}
