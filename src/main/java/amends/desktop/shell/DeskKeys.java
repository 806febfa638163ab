package amends.desktop.shell;

import amends.desktop.team.TeamModel;
import amends.desktop.team.TeamView;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.HashMap;
import java.util.Map;
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
        always("F4", () -> window.knowledge().focusSearch());
        always("F5", this::focusNotes);
        always("F6", () -> window.models().phone().toggleMute());
        always("F7", () -> window.models().phone().toggleHold());
        always("F11", window::miniBar);
        always("F12", () -> window.models().agent().toggleReady());
        always("ctrl J", () -> window.centre().owe().settle());
        always("ctrl K", () -> window.rail().keypad().toggle());
        for (int tab = 0; tab < 9; tab++) {
            int place = tab;
            always("ctrl " + (tab + 1), () -> window.centre().goTo(place));
        }
        acts.put(KeyStroke.getKeyStroke(TeamView.WALL_KEY), this::toggleWall);
        always("ctrl U", () -> window.models().answers().toggleUsed());
        acts.put(KeyStroke.getKeyStroke("ctrl ENTER"), this::finish);
        inRecordings("ctrl P", () -> window.models().recordings().togglePlay());
        inRecordings("ctrl LEFT", () -> window.models().recordings().skip(-5));
        inRecordings("ctrl RIGHT", () -> window.models().recordings().skip(5));
        return acts;
    }

    private void always(String key, Runnable act) {
        acts.put(KeyStroke.getKeyStroke(key), () -> {
            act.run();
            return true;
        });
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

    private boolean toggleWall() {
        window.centre().leading().ifPresent(TeamModel::toggleWall);
        return window.centre().leading().isPresent();
    }

    private void focusNotes() {
        JComponent notes = Places.named(window.centre().panel(), "notes.text");
        if (notes != null && notes.isShowing()) notes.requestFocusInWindow();
    }

    private boolean finish() {
        if (!(window.models().stage().stage() instanceof Stage.WritingUp)) return false;
        window.models().wrapUp().finish();
        return true;
    }
}
