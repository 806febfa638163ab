package amends.desktop.shell;

import amends.desktop.inspection.RecordingsView;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.wrapup.WrapUpView;
import amends.telephony.CallId;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/**
 * The middle: the desk, which follows the call, or the recordings. When a call begins the desk comes forward by
 * itself; nothing else does.
 */
final class CentreView {
    /** What the agent can go to. */
    enum Place {
        DESK,
        RECORDINGS
    }

    private final Look look;
    private final DeskModels models;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final Map<Place, JToggleButton> tabs = new EnumMap<>(Place.class);
    private final CallStageView call;
    private Place place = Place.DESK;
    private Stage shown;

    CentreView(Look look, DeskModels models, Consumer<CallId> painted) {
        this.look = look;
        this.models = models;
        call = new CallStageView(look, models, painted);
        panel = look.panel("insets 0, fill, wrap 1, gap 0", "[grow,fill]", "[40u!][grow,fill]");
        panel.setOpaque(true);
        Look.styled(panel, "sheet");
        panel.setFocusable(true);
        cards.setOpaque(false);
        card("idle", new IdleView(look, models).panel());
        cards.add(call.panel(), "call");
        card("recordings", new RecordingsView(look, models.recordings(), models.time()).panel());
        panel.add(tabs(), "growx");
        panel.add(cards, "grow, wmin 0, hmin 0");
        Follow.models(panel, this::refresh, models.stage());
    }

    private void card(String name, JPanel content) {
        JPanel padded = look.panel("insets 16u 24u 16u 24u, fill", "[grow,fill]", "[grow,fill]");
        padded.add(content, "wmin 0");
        cards.add(ScrollBox.around(look, padded), name);
    }

    private JPanel tabs() {
        JPanel row = look.panel("insets 0 16u 0 16u, fill, gap 0", "[][]push", "[grow,fill]");
        var group = new ButtonGroup();
        for (Place p : Place.values()) {
            String word = look.texts().word(p);
            var tab = new JToggleButton(word + "   Ctrl+" + (p.ordinal() + 1), p == place);
            tab.putClientProperty("JButton.buttonType", "tab");
            Look.named(tab, "place." + p, word);
            tab.addActionListener(e -> go(p));
            group.add(tab);
            tabs.put(p, tab);
            row.add(tab);
        }
        return row;
    }

    JPanel panel() {
        return panel;
    }

    WrapUpView wrapUp() {
        return call.wrapUp();
    }

    CallStageView call() {
        return call;
    }

    Place place() {
        return place;
    }

    /** Draws the call's part once out of sight: what is drawn for the first time is drawn slowly. */
    void rehearse() {
        Component part = call.panel();
        if (part.isVisible() || part.getWidth() <= 0) return;
        var unseen = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
        part.validate();
        Graphics2D g = unseen.createGraphics();
        part.paint(g);
        g.dispose();
    }

    void go(Place next) {
        place = next;
        tabs.get(next).setSelected(true);
        if (next == Place.RECORDINGS) models.recordings().load();
        arrange();
    }

    private void refresh() {
        Stage stage = models.stage().stage();
        boolean same = stage.equals(shown);
        shown = stage;
        if (same) return;
        if (!(stage instanceof Stage.Idle)) {
            models.recordings().pause();
            place = Place.DESK;
            tabs.get(place).setSelected(true);
        }
        arrange();
    }

    /** A focus that loses its place goes nowhere harmful; one in a text that stays is left alone. */
    private void arrange() {
        String card = place == Place.RECORDINGS
                ? "recordings"
                : models.stage().stage() instanceof Stage.Idle ? "idle" : "call";
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        boolean inCards = focused != null && SwingUtilities.isDescendingFrom(focused, cards);
        ((CardLayout) cards.getLayout()).show(cards, card);
        if (inCards && !focused.isShowing()) panel.requestFocusInWindow();
        boolean typing = focused instanceof JTextComponent && focused.isShowing();
        if (!typing) offerFocus();
    }

    private void offerFocus() {
        switch (models.stage().stage()) {
            case Stage.Talking ignored -> focus("notes.text");
            case Stage.WritingUp ignored -> wrapUp().focus();
            default -> {}
        }
    }

    private void focus(String name) {
        JComponent found = Places.named(panel, name);
        if (found != null) found.requestFocusInWindow();
    }
}
