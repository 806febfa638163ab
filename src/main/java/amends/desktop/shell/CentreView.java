package amends.desktop.shell;

import amends.desktop.Page;
import amends.desktop.inspection.InspectionModel;
import amends.desktop.inspection.InspectionView;
import amends.desktop.inspection.RecordingsView;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.readiness.PlanBanner;
import amends.desktop.recovery.OweView;
import amends.desktop.team.TeamModel;
import amends.desktop.team.TeamView;
import amends.desktop.wrapup.WrapUpView;
import amends.recovery.Evidence.AnswerCorrected;
import amends.recovery.Failure;
import amends.telephony.CallId;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
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
        /** Finding, importing, showing, erasing customers. */
        CUSTOMERS,
        /** Complaints, callbacks, promises and what else makes amends: mine, or everybody's for a lead. */
        AMENDS,
        /** My own. */
        RECORDINGS,
        /** Everybody's, with the score sheet: in the place of my own for those to whom it is given. */
        INSPECTION,
        /** The lead's page, for those who lead. */
        TEAM,
        /** Figures, drawn first. */
        REPORTS,
        /** Articles written, looked after, recalled: for those to whom it is given. */
        KNOWLEDGE,
        /** Devices, levels, a test call: reached by its key and from the title bar, without a tab. */
        SOUND;

        /** Whether it wants the room of the answers too. */
        boolean isWide() {
            return this != DESK && this != RECORDINGS && this != SOUND;
        }
    }

    private final Look look;
    private final DeskModels models;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final TabHeads tabs;
    private final IdleView idle;
    private final CallStageView call;
    private final Optional<InspectionView> inspection;
    private final Map<Place, Page> pages;
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
        idle = new IdleView(look, models);
        card("idle", idle.panel());
        cards.add(call.panel(), "call");
        inspection = models.inspection().map(i -> new InspectionView(look, i, models.time()));
        inspection.ifPresentOrElse(
                view -> cards.add(view.panel(), "inspection"),
                () -> card("recordings", new RecordingsView(look, models.recordings(), models.time()).panel()));
        models.team().ifPresent(team -> {
            cards.add(new TeamView(look, team, models.time()).panel(), "team");
            Follow.models(cards, () -> placed.run(), team);
        });
        pages = Pages.of(look, models, () -> go(Place.DESK));
        pages.forEach((p, page) -> cards.add(page.panel(), p.name()));
        tabs = new TabHeads(look, places(), this::go);
        panel.add(tabs.panel(), look.at("cell 0 0, growx, wmin 0, h 40u!, hidemode 3"));
        panel.add(cards, "cell 0 1, grow, wmin 0, hmin 0");
        models.owe().opensEvidence(this::evidence);
        Follow.models(panel, this::refresh, models.stage());
    }

    private void card(String name, JPanel content) {
        JPanel padded = look.panel("insets 16u 24u 16u 24u, fill", "[grow,fill]", "[grow,fill]");
        padded.add(content, "wmin 0");
        cards.add(ScrollBox.around(look, padded), name);
    }

    /** Where this person can go, in the order of the tabs. */
    List<Place> places() {
        var given = EnumSet.of(Place.DESK, inspection.isPresent() ? Place.INSPECTION : Place.RECORDINGS);
        if (models.team().isPresent()) given.add(Place.TEAM);
        given.addAll(pages.keySet());
        given.remove(Place.SOUND);
        return List.copyOf(given);
    }

    /** The page that is shown, unless it is the desk or one of the older places. */
    Optional<Page> page() {
        return Optional.ofNullable(pages.get(place));
    }

    /** Goes to the place of the tab of this number, from 0, where there is one. */
    void goTo(int tab) {
        if (tab < places().size()) go(places().get(tab));
    }

    /** The lead's page while it is shown. */
    Optional<TeamModel> leading() {
        return place == Place.TEAM ? models.team() : Optional.empty();
    }

    /** The inspector's page while it is shown. */
    Optional<InspectionView> inspecting() {
        return place == Place.INSPECTION ? inspection : Optional.empty();
    }

    /** Whether everything but the lead's figures makes room. */
    boolean isWall() {
        return leading().filter(TeamModel::isWall).isPresent();
    }

    /** Told when another place is shown, or the same one otherwise; at once too. */
    void onPlaced(Runnable told) {
        placed = () -> {
            tabs.panel().setVisible(!isWall());
            told.run();
        };
        placed.run();
    }

    JPanel panel() {
        return panel;
    }

    /** Goes to what shows a failure: a recording, or the place where the matter stands. */
    private void evidence(Failure failure) {
        switch (failure.kind()) {
            case CALLBACK_LATE -> amends("callbacks");
            case PROMISE_BROKEN -> amends("promises");
            case COMPLAINT_OVERDUE -> amends("complaints");
            case ANSWER_CORRECTED -> {
                if (failure.evidence() instanceof AnswerCorrected answer)
                    models.answers().typed(answer.article().id().replace('-', ' '));
            }
            case LONG_WAIT, GAVE_UP, DROPPED, BADLY_HEARD, CALLED_AGAIN, THIRD_TRANSFER -> {
                models.recordings().chooseCall(failure.evidence().fact());
                go(inspection.isPresent() ? Place.INSPECTION : Place.RECORDINGS);
            }
        }
    }

    private void amends(String tab) {
        models.amends().open(tab);
        if (places().contains(Place.AMENDS)) go(Place.AMENDS);
    }

    PlanBanner plan() {
        return call.plan();
    }

    OweView owe() {
        return call.owe();
    }

    WrapUpView wrapUp() {
        return call.wrapUp();
    }

    IdleView idle() {
        return idle;
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
        tabs.select(next);
        if (next == Place.RECORDINGS) models.recordings().load();
        if (next == Place.INSPECTION) models.inspection().ifPresent(InspectionModel::load);
        arrange();
        inspecting().ifPresent(InspectionView::focusList);
        page().ifPresent(Page::focus);
    }

    private void refresh() {
        Stage stage = models.stage().stage();
        boolean same = stage.equals(shown);
        shown = stage;
        if (same) return;
        if (!(stage instanceof Stage.Idle)) {
            models.pausePlaying();
            place = Place.DESK;
            tabs.select(place);
        }
        arrange();
    }

    /** A focus that loses its place goes nowhere harmful; one in a text that stays is left alone. */
    private void arrange() {
        String card = switch (place) {
            case RECORDINGS -> "recordings";
            case INSPECTION -> "inspection";
            case TEAM -> "team";
            case DESK -> models.stage().stage() instanceof Stage.Idle ? "idle" : "call";
            case CUSTOMERS, AMENDS, REPORTS, KNOWLEDGE, SOUND -> place.name();
        };
        models.team().ifPresent(team -> team.show(place == Place.TEAM));
        pages.forEach((p, page) -> page.shown(p == place));
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
