package amends.desktop.shell;

import amends.desktop.care.LeavingLine;
import amends.desktop.compensation.GrantLine;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.profile.CallerHeader;
import amends.desktop.profile.OutsideStrip;
import amends.desktop.profile.PortraitView;
import amends.desktop.profile.TimelineView;
import amends.desktop.promise.PromiseLines;
import amends.desktop.readiness.PlanBanner;
import amends.desktop.recovery.AmendsLine;
import amends.desktop.recovery.OutcomesView;
import amends.desktop.recovery.OweView;
import amends.desktop.speak.SpeakView;
import amends.desktop.wrapup.WrapUpView;
import amends.telephony.Call;
import amends.telephony.CallId;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JSeparator;

/** The middle while there is a call: from ring to write-up everything stays in its place but the lowest part. */
final class CallStageView {
    private final Look look;
    private final DeskModels models;
    private final JPanel panel;
    private final CallerHeader header;
    private final PlanBanner plan;
    private final OweView owe;
    private final LeavingLine leaving;
    private final OutsideStrip outside;
    private final AmendsLine amends;
    private final PromiseLines promised;
    private final GrantLine granted;
    private final SpeakView speak;
    private final WritingView writing;
    private final TimelineView timeline;
    private final WrapUpView wrapUp;
    private final PortraitView portrait;
    private final JSeparator line = new JSeparator();
    private final OutcomesView outcomes;
    private final JPanel lowest = new JPanel(new CardLayout());

    CallStageView(Look look, DeskModels models, Consumer<CallId> painted) {
        this.look = look;
        this.models = models;
        header = new CallerHeader(
                look, models.profile(), models.portrait(), models.agent(), models.time(), painted, this::portrait);
        plan = new PlanBanner(look, models.planFeed(), this::prepared);
        leaving = new LeavingLine(look, models.leaving(), models.profile());
        outside = new OutsideStrip(look, models.outside());
        owe = new OweView(look, models.owe(), models.profile(), models.time());
        amends = new AmendsLine(look, models.complaints(), models.callbacks(), models.time());
        promised = new PromiseLines(look, models.promising());
        granted = new GrantLine(look, models.offers());
        speak = new SpeakView(look, models.speak(), models.ticks(), models.time());
        writing = new WritingView(look, models, this::complain, this::promise, this::offer);
        timeline = new TimelineView(look, models.timeline(), models.profile(), models.owe(), models.time());
        portrait = new PortraitView(look, models.portrait(), models.outside(), models.time(), this::portrait);
        wrapUp = new WrapUpView(look, models.wrapUp(), models.agent(), models.surveys(), models.owe(), models.time());
        outcomes = new OutcomesView(look, models.callbacks());
        portrait.panel().setVisible(false);
        lowest.setOpaque(false);
        lowest.add(timeline.panel(), "timeline");
        JPanel writeUp = look.panel("insets 0, fillx, wrap 1, gap 0 4u, hidemode 3", "[grow,fill]", "");
        writeUp.add(outcomes.panel(), "wmin 0");
        writeUp.add(wrapUp.panel(), "wmin 0");
        lowest.add(writeUp, "wrapup");
        panel = look.panel(
                "insets 0, fill, wrap 1, gap 0", "[grow,fill]", "[grow,fill][][:176u:212u,fill,shrinkprio 200]");
        panel.add(ScrollBox.around(look, upper(look)), "wmin 0, hmin 0");
        panel.add(line, look.at("gapleft 24u, gapright 24u, hidemode 3"));
        panel.add(lowest, look.at("wmin 0, gapleft 24u, gapright 24u, gaptop 8u, hidemode 3"));
        Follow.models(panel, this::refresh, models.stage(), models.phone(), models.portrait());
    }

    private JPanel upper(Look look) {
        JPanel upper = look.panel(
                "insets 12u 24u 12u 24u, fill, wrap 1, gap 0 12u, hidemode 3", "[grow,fill]", "[][][grow,fill]");
        upper.add(header, "wmin 0");
        JPanel owed = look.panel("insets 0, fillx, wrap 1, gap 0, hidemode 3", "[grow,fill]", "");
        owed.add(plan.panel(), "wmin 0");
        owed.add(owe.panel(), "wmin 0");
        owed.add(leaving.line(), look.at("wmin 0, gaptop 4u"));
        owed.add(amends.panel(), "wmin 0");
        owed.add(outside.line(), look.at("wmin 0, gaptop 4u"));
        owed.add(promised.panel(), "wmin 0");
        owed.add(granted.panel(), "wmin 0");
        owed.add(speak.panel(), "wmin 0");
        upper.add(owed, "wmin 0");
        upper.add(writing.panel(), "wmin 0");
        upper.add(portrait.panel(), "wmin 0, aligny top");
        return upper;
    }

    JPanel panel() {
        return panel;
    }

    PlanBanner plan() {
        return plan;
    }

    OweView owe() {
        return owe;
    }

    SpeakView speak() {
        return speak;
    }

    WrapUpView wrapUp() {
        return wrapUp;
    }

    OutcomesView outcomes() {
        return outcomes;
    }

    /** What Enter does: it keeps a complaint that is being written, and finishes the write-up otherwise. */
    Optional<JButton> entered() {
        return writing.keepButton()
                .or(() -> models.stage().stage() instanceof Stage.WritingUp
                        ? Optional.of(wrapUp.finishButton())
                        : Optional.empty());
    }

    /** Opens the form of a complaint in this call, or leaves it. */
    void complain(CallId id) {
        worksIn(id).ifPresent(models.complaints()::toggle);
    }

    /** Opens the form of a promise in this call, or leaves it. */
    void promise(CallId id) {
        worksIn(id).ifPresent(models.promising()::toggle);
    }

    /** Opens what may be given for what is owed in this call, or leaves it. */
    void offer(CallId id) {
        worksIn(id).map(Call::id).ifPresent(models.offers()::toggle);
    }

    /** Opens what may be given at what a plan prepared. */
    private void prepared(CallId id, String option) {
        worksIn(id).ifPresent(call -> models.offers().open(call.id(), option));
    }

    /** The call, in which something is done now that is written up. */
    private Optional<Call> worksIn(CallId id) {
        Optional<Call> call = call(id).filter(this::mayComplain);
        call.map(Call::id).ifPresent(models.wrapUp()::worksIn);
        return call;
    }

    /** Nobody complains, and nothing is promised, before they were talked to. */
    private boolean mayComplain(Call call) {
        return call.answered().isPresent();
    }

    /** Opens the whole profile of whom the call is about, or leaves it. */
    void portrait() {
        models.stage().stage().about().ifPresent(models.portrait()::toggle);
    }

    /** Leaves the whole profile. @return whether it was open */
    boolean leavePortrait() {
        boolean open =
                models.stage().stage().about().filter(models.portrait()::isOpen).isPresent();
        if (open) portrait();
        return open;
    }

    /** In the place of everything but who it is and what we owe them. */
    private void showPortrait(Stage stage) {
        boolean open = stage.about().filter(models.portrait()::isOpen).isPresent();
        if (open == portrait.panel().isVisible()) return;
        portrait.panel().setVisible(open);
        writing.panel().setVisible(!open);
        lowest.setVisible(!open);
        line.setVisible(!open);
        if (open) portrait.focus();
        panel.revalidate();
        panel.repaint();
    }

    private void refresh() {
        Stage stage = models.stage().stage();
        showPortrait(stage);
        stage.about().flatMap(this::call).ifPresent(call -> {
            header.show(call);
            plan.show(call.id());
            owe.show(call);
            leaving.show(call.id());
            outside.show(call.id());
            portrait.about(call.id());
            amends.show(call.id());
            promised.show(call.id());
            granted.show(call.id());
            speak.show(call);
            writing.show(call.id(), mayComplain(call));
            outcomes.show(call.id());
            timeline.show(call.id());
        });
        boolean writingUp = stage instanceof Stage.WritingUp;
        int writeUp = outcomes.panel().isVisible() ? 204 : 168;
        // The write-up's room is kept from the first ring on: nothing above it moves when it comes.
        lowest.setMinimumSize(new Dimension(0, look.px(writeUp)));
        ((CardLayout) lowest.getLayout()).show(lowest, writingUp ? "wrapup" : "timeline");
    }

    private Optional<Call> call(CallId id) {
        return models.phone()
                .primary()
                .filter(c -> c.id().equals(id))
                .or(() -> models.phone().others().stream()
                        .filter(c -> c.id().equals(id))
                        .findFirst())
                .or(() -> models.wrapUp().current().filter(c -> c.id().equals(id)));
    }
}
