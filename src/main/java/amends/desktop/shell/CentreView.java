package amends.desktop.shell;

import amends.desktop.inspection.RecordingsView;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.recovery.OweView;
import amends.desktop.team.TeamModel;
import amends.desktop.team.TeamView;
import amends.desktop.wrapup.WrapUpView;
import amends.telephony.CallId;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/**
 * The middle: the desk, which follows the call, or another place. When a call begins the desk comes forward by
 * itself; nothing else does.
 */
final class CentreView {
    /** What the agent can go to. */
    enum Place {
        DESK,
        RECORDINGS,
        /** The lead's page, for those who lead. */
        TEAM;

        /** Whether it wants the room of the answers too. */
        boolean isWide() {
            return this == TEAM;
        }
    }

    private final Look look;
    private final DeskModels models;
    private final JPanel panel;
    private final JPanel tabRow;
    private final JPanel cards = new JPanel(new CardLayout());
    private final Map<Place, JToggleButton> tabs = new EnumMap<>(Place.class);
    private final CallStageView call;
    private Runnable placed = () -> {};
    private Place place = Place.DESK;
    private Stage shown;

    CentreView(Look look, DeskModels models, Consumer<CallId> painted) {
        this.look = look;
        this.models = models;
        call = new CallStageView(look, models, painted);
        panel = look.panel("insets 0, fill, gap 0", "[grow,fill]", "[][grow,fill]");
        panel.setOpaque(true);
        Look.styled(panel, "sheet");
        panel.setFocusable(true);
        cards.setOpaque(false);
        card("idle", new IdleView(look, models.day(), models.time()).panel());
        cards.add(call.panel(), "call");
        card("recordings", new RecordingsView(look, models.recordings(), models.time()).panel());
        models.team().ifPresent(team -> {
            cards.add(new TeamView(look, team, models.time()).panel(), "team");
            Follow.models(cards, () -> placed.run(), team);
        });
        tabRow = tabs();
        panel.add(tabRow, look.at("cell 0 0, growx, h 40u!, hidemode 3"));
        panel.add(cards, "cell 0 1, grow, wmin 0, hmin 0");
        Follow.models(panel, this::refresh, models.stage());
    }

    private void card(String name, JPanel content) {
        JPanel padded = look.panel("insets 16u 24u 16u 24u, fill", "[grow,fill]", "[grow,fill]");
        padded.add(content, "wmin 0");
        cards.add(ScrollBox.around(look, padded), name);
    }

    private JPanel tabs() {
        JPanel row = look.panel("insets 0 16u 0 16u, filly, gap 0", "", "[grow,fill]");
        var group = new ButtonGroup();
        for (Place p : places()) {
            String word = look.texts().word(p);
            var tab = new JToggleButton(word + "   Ctrl+" + (tabs.size() + 1), p == place);
            tab.putClientProperty("JButton.buttonType", "tab");
            Look.named(tab, "place." + p, word);
            tab.addActionListener(e -> go(p));
            group.add(tab);
            tabs.put(p, tab);
            row.add(tab);
        }
        return row;
    }

    /** Where this person can go, in the order of the tabs. */
    List<Place> places() {
        return models.team().isPresent()
                ? List.of(Place.DESK, Place.RECORDINGS, Place.TEAM)
                : List.of(Place.DESK, Place.RECORDINGS);
    }

    /** Goes to the place of the tab of this number, from 0, where there is one. */
    void goTo(int tab) {
        if (tab < places().size()) go(places().get(tab));
    }

    /** The lead's page while it is shown. */
    Optional<TeamModel> leading() {
        return place == Place.TEAM ? models.team() : Optional.empty();
    }

    /** Whether everything but the lead's figures makes room. */
    boolean isWall() {
        return leading().filter(TeamModel::isWall).isPresent();
    }

    /** Told when another place is shown, or the same one otherwise; at once too. */
    void onPlaced(Runnable told) {
        placed = () -> {
            tabRow.setVisible(!isWall());
            told.run();
        };
        placed.run();
    }

    JPanel panel() {
        return panel;
    }

    OweView owe() {
        return call.owe();
    }

    WrapUpView wrapUp() {
        return call.wrapUp();
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
        String card = switch (place) {
            case RECORDINGS -> "recordings";
            case TEAM -> "team";
            case DESK -> models.stage().stage() instanceof Stage.Idle ? "idle" : "call";
        };
        models.team().ifPresent(team -> team.show(place == Place.TEAM));
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        boolean inCards = focused != null && SwingUtilities.isDescendingFrom(focused, cards);
        placed.run();
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
