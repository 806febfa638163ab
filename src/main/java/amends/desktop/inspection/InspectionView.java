package amends.desktop.inspection;

import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.kernel.Timekeeper;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/** The inspector's page: the list left, the sound with its marks and notes in the middle, the score sheet right. */
public final class InspectionView {
    private final Look look;
    private final InspectionModel model;
    private final JPanel panel;
    private final RemarksView remarks;
    private final InspectionListView list;

    public InspectionView(Look look, InspectionModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        boolean large = look.textPercent() > 125;
        list = new InspectionListView(look, model, time);
        var sheet = new SheetView(look, model.sheet(), time, large).panel();
        remarks = new RemarksView(look, model.sheet(), model.player(), this::focusSheet);
        if (large) {
            // Three columns have no room for large text: the sheet follows below the notes.
            panel = look.panel(
                    "insets 16u 20u 12u 20u, fill, gap 20u 0", "[300px:300u:360u,fill][grow,fill]", "[grow,fill]");
            JPanel both = look.panel("insets 0, fill, wrap 1, gap 0 16u", "[grow,fill]", "[grow,fill][]");
            both.add(middle(time), "wmin 0");
            both.add(sheet, "wmin 0");
            panel.add(list.panel(), "grow, wmin 0, hmin 0");
            panel.add(ScrollBox.around(look, both), "grow, wmin 0, hmin 0");
        } else {
            panel = look.panel(
                    "insets 16u 20u 12u 20u, fill, gap 24u 0",
                    "[230px:360u:420u,fill][340px:420u:9999px,grow,fill][310px:340u:380u,fill]",
                    "[grow,fill]");
            panel.add(list.panel(), "grow, wmin 0, hmin 0");
            panel.add(ScrollBox.around(look, middle(time)), "grow, wmin 0, hmin 0");
            panel.add(sheet, "grow, wmin 0, hmin 0");
        }
    }

    private JPanel middle(Timekeeper time) {
        var player = new PlayerView(
                look,
                model.player(),
                PlayerView.Keys.alone(look),
                () -> model.sheet().remarks().stream().map(SheetModel.Place::at).toList());
        JPanel middle = look.panel("insets 0, fill, wrap 1, gap 0 12u", "[grow,fill]", "[][][grow,fill]");
        middle.add(new NumberView(look, model, time).panel(), "wmin 0");
        middle.add(player.panel(), "wmin 0");
        middle.add(remarks.panel(), "wmin 0, hmin 0");
        return middle;
    }

    public JPanel panel() {
        return panel;
    }

    /** What the page's keys do while it is shown; each answers whether it did something. */
    public Map<KeyStroke, BooleanSupplier> acts() {
        var acts = new HashMap<KeyStroke, BooleanSupplier>();
        elsewhere(acts, "SPACE", true, model.player()::togglePlay);
        elsewhere(acts, "LEFT", false, () -> model.player().skip(-PlayerView.SKIP));
        elsewhere(acts, "RIGHT", false, () -> model.player().skip(PlayerView.SKIP));
        elsewhere(acts, "M", false, remarks::markHere);
        always(acts, "ctrl U", model::askNumber);
        always(acts, "ctrl ENTER", () -> model.sheet().keep());
        always(acts, "F5", () -> focus("sheet.note"));
        return acts;
    }

    private static void always(Map<KeyStroke, BooleanSupplier> acts, String key, Runnable act) {
        acts.put(KeyStroke.getKeyStroke(key), () -> {
            act.run();
            return true;
        });
    }

    /** Where nothing is typed or chosen, and, for the space bar, no button is pressed with it. */
    private static void elsewhere(Map<KeyStroke, BooleanSupplier> acts, String key, boolean buttonsToo, Runnable act) {
        acts.put(KeyStroke.getKeyStroke(key), () -> {
            Component focused =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            boolean theirs = focused instanceof JTextComponent
                    || focused instanceof JComboBox<?>
                    || buttonsToo && focused instanceof AbstractButton;
            if (theirs) return false;
            act.run();
            return true;
        });
    }

    /** A digit where no text is typed is a mark. */
    public boolean typed(char key) {
        return model.sheet().typed(key);
    }

    public void focusList() {
        list.focus();
    }

    private void focusSheet() {
        focus("sheet.criteria");
    }

    private void focus(String name) {
        JComponent found = named(panel, name);
        if (found != null) found.requestFocusInWindow();
    }

    private static JComponent named(java.awt.Container root, String name) {
        for (Component child : root.getComponents()) {
            if (child instanceof JComponent c && name.equals(c.getName())) return c;
            if (child instanceof java.awt.Container inner) {
                JComponent found = named(inner, name);
                if (found != null) return found;
            }
        }
        return null;
    }
}
