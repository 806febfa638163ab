package amends.desktop.shell;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.profile.CallerHeader;
import amends.desktop.profile.ProfileView;
import amends.desktop.profile.TimelineView;
import amends.desktop.recovery.OweView;
import amends.desktop.wrapup.NotesView;
import amends.desktop.wrapup.WrapUpView;
import amends.telephony.Call;
import amends.telephony.CallId;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JSeparator;

/** The middle while there is a call: from ring to write-up everything stays in its place but the lowest part. */
final class CallStageView {
    private final Look look;
    private final DeskModels models;
    private final JPanel panel;
    private final CallerHeader header;
    private final OweView owe;
    private final NotesView notes;
    private final ProfileView profile;
    private final TimelineView timeline;
    private final WrapUpView wrapUp;
    private final JPanel lowest = new JPanel(new CardLayout());

    CallStageView(Look look, DeskModels models, Consumer<CallId> painted) {
        this.look = look;
        this.models = models;
        header = new CallerHeader(look, models.profile(), models.agent(), models.time(), painted);
        owe = new OweView(look, models.owe(), models.profile(), models.time());
        notes = new NotesView(look, models.notes());
        profile = new ProfileView(look, models.profile());
        timeline = new TimelineView(look, models.timeline(), models.profile(), models.owe(), models.time());
        wrapUp = new WrapUpView(look, models.wrapUp(), models.agent(), models.owe());
        lowest.setOpaque(false);
        lowest.add(timeline.panel(), "timeline");
        lowest.add(wrapUp.panel(), "wrapup");
        panel = look.panel(
                "insets 0, fill, wrap 1, gap 0", "[grow,fill]", "[grow,fill][][:176u:176u,fill,shrinkprio 200]");
        panel.add(ScrollBox.around(look, upper(look)), "wmin 0, hmin 0");
        panel.add(new JSeparator(), look.at("gapleft 24u, gapright 24u"));
        panel.add(lowest, look.at("wmin 0, gapleft 24u, gapright 24u, gaptop 8u"));
        Follow.models(panel, this::refresh, models.stage(), models.phone());
    }

    private JPanel upper(Look look) {
        JPanel upper =
                look.panel("insets 12u 24u 12u 24u, fill, wrap 1, gap 0 12u", "[grow,fill]", "[][][grow,fill][]");
        upper.add(header, "wmin 0");
        upper.add(owe.panel(), "wmin 0");
        upper.add(notes.panel(), look.at("wmin 0, hmin 112u"));
        upper.add(profile.panel(), "wmin 0");
        return upper;
    }

    JPanel panel() {
        return panel;
    }

    OweView owe() {
        return owe;
    }

    WrapUpView wrapUp() {
        return wrapUp;
    }

    private void refresh() {
        Stage stage = models.stage().stage();
        stage.about().flatMap(this::call).ifPresent(call -> {
            header.show(call);
            owe.show(call);
            notes.show(call.id());
            profile.show(call.id());
            timeline.show(call.id());
        });
        boolean writingUp = stage instanceof Stage.WritingUp;
        lowest.setMinimumSize(new Dimension(0, look.px(writingUp ? 168 : 64)));
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
