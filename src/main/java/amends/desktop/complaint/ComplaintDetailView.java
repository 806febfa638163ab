package amends.desktop.complaint;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.recovery.Assessment;
import amends.recovery.Complaint;
import amends.recovery.ComplaintClocks.Running;
import amends.recovery.ComplaintDetail;
import amends.recovery.ComplaintEvent;
import amends.recovery.ComplaintOutcome;
import amends.recovery.Dispatch;
import amends.recovery.HandlingRating;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;

/** One complaint: how it stands, what can be done now, what happened. */
final class ComplaintDetailView {
    private final Look look;
    private final ComplaintsModel model;
    private final ComplaintWords words;
    private final DispatchView dispatches;
    private final JPanel panel;
    private final JPanel head;
    private final JPanel buttons;
    private final JPanel body;
    private final TextLine outcome;
    private Optional<ComplaintDetail> shown = Optional.empty();

    ComplaintDetailView(Look look, ComplaintsModel model, ComplaintWords words, DispatchView dispatches) {
        this.look = look;
        this.model = model;
        this.words = words;
        this.dispatches = dispatches;
        panel = look.panel("insets 0 8u 0 8u, fillx, wrap 1, gap 0 10u, hidemode 3", "[grow,fill]", "[][][][][]push");
        head = look.panel("insets 0, fillx, wrap 1, gap 0 2u", "[grow,fill]", "");
        int across = look.texts().language() == Language.EN ? 3 : 4;
        if (look.textPercent() > 125) across -= 2;
        buttons = look.panel("insets 0, fillx, gap 8u 6u, wrap " + across, "[fill,sg]".repeat(across), "");
        body = look.panel("insets 0, fillx, wrap 1, gap 0 4u", "[grow,fill]", "");
        outcome = look.line("", "");
        panel.add(head, "wmin 0");
        panel.add(buttons, "wmin 0");
        panel.add(new DeedFormView(look, model, words).panel(), "wmin 0");
        panel.add(outcome, "wmin 0");
        panel.add(body, "wmin 0");
        chooseOne();
        Follow.models(panel, this::refresh, model);
    }

    private void chooseOne() {
        head.add(look.line(look.get("complaints.chooseOne"), "quiet"), look.at("wmin 0, gaptop 8u"));
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        outcome();
        if (model.detail().equals(shown)) return;
        shown = model.detail();
        for (JPanel each : List.of(head, buttons, body)) each.removeAll();
        shown.ifPresentOrElse(this::draw, this::chooseOne);
        panel.revalidate();
        panel.repaint();
    }

    private void outcome() {
        String text = model.failed()
                ? look.get("deed.failed")
                : model.outcome().map(this::text).orElse("");
        outcome.setText(text);
        outcome.setVisible(!text.isEmpty());
        boolean bad = model.failed()
                || model.outcome()
                        .filter(ComplaintOutcome.Refused.class::isInstance)
                        .isPresent();
        outcome.setIconTextGap(look.px(8));
        outcome.setIcon(new StateMark(
                bad ? StateMark.Shape.WARNING : StateMark.Shape.FULL, bad ? Shade.DANGER : Shade.READY, look.px(10)));
    }

    private String text(ComplaintOutcome now) {
        return switch (now) {
            case ComplaintOutcome.Done d -> look.get("deed.done");
            case ComplaintOutcome.Refused(var reason) -> look.texts().word(reason);
        };
    }

    private void draw(ComplaintDetail detail) {
        Complaint complaint = detail.complaint();
        head.add(look.line(look.get("complaints.title", complaint.number(), complaint.subject()), "name"), "wmin 0");
        head.add(look.line(facts(complaint), "quiet"), "wmin 0");
        for (Running running : complaint.clocks().running()) head.add(clock(running), "wmin 0");
        for (Deed deed : Deed.values())
            if (model.deeds().contains(deed))
                buttons.add(button(deed, Deed.next(detail).equals(Optional.of(deed))));
        body(detail);
    }

    private String facts(Complaint complaint) {
        var facts = new ArrayList<String>();
        facts.add(words.who(complaint));
        facts.add(look.texts().word(complaint.state()));
        facts.add(look.texts().word(complaint.severity()));
        facts.add(look.texts().word(complaint.source()));
        facts.add(look.get("complaints.owner", model.name(complaint.owner())));
        if (complaint.file().escalated()) facts.add(look.get("complaints.escalated"));
        if (complaint.file().timesReopened() > 0)
            facts.add(look.get("complaints.reopened", complaint.file().timesReopened()));
        facts.add(
                look.get(complaint.file().readBack().isPresent() ? "complaints.isReadBack" : "complaints.notReadBack"));
        return String.join(" · ", facts);
    }

    private TextLine clock(Running running) {
        boolean late = running.isOverdue(model.now());
        var line = look.line(words.due(running), late ? "strong" : "");
        if (late) Look.shaded(line, Shade.DANGER);
        line.setIconTextGap(look.px(8));
        line.setIcon(new StateMark(
                late ? StateMark.Shape.WARNING : StateMark.Shape.RING, late ? Shade.DANGER : Shade.QUIET, look.px(10)));
        return line;
    }

    private KeyButton button(Deed deed, boolean first) {
        KeyButton button = look.button("deed." + deed, look.texts().word(deed), deed.key(), () -> model.begin(deed));
        return first ? Look.styled(button, "main") : button;
    }

    private void body(ComplaintDetail detail) {
        Complaint complaint = detail.complaint();
        section("complaints.what", complaint.what());
        section(
                "complaints.assessment",
                complaint.file().assessment().map(this::text).orElse(""));
        section("complaints.answer", complaint.file().answer());
        section("complaints.rating", complaint.file().rating().map(this::text).orElse(""));
        if (!detail.dispatches().isEmpty()) {
            body.add(look.heading("complaints.dispatches"), look.at("gaptop 6u, wmin 0"));
            for (Dispatch each : detail.dispatches().reversed()) body.add(dispatches.of(complaint, each), "wmin 0");
        }
        body.add(look.heading("complaints.history"), look.at("gaptop 6u, wmin 0"));
        for (ComplaintEvent event : detail.history().reversed()) history(event);
    }

    private void section(String key, String text) {
        if (text.isBlank()) return;
        body.add(look.heading(key), look.at("gaptop 6u, wmin 0"));
        body.add(look.paragraph(text, ""), "wmin 0, hmin pref");
    }

    private String text(Assessment as) {
        var parts = new ArrayList<String>();
        parts.add(words.cause(as.cause()));
        as.business().map(words::business).ifPresent(parts::add);
        as.unit().map(words::unit).ifPresent(parts::add);
        parts.add(look.texts().word(as.expectation()));
        parts.add(look.get(as.hard() ? "complaints.isHard" : "complaints.isSimple"));
        return String.join(" · ", parts);
    }

    private String text(HandlingRating as) {
        return look.get("complaints.rated", as.timely(), as.reasonable(), as.fair());
    }

    private void history(ComplaintEvent event) {
        String said = words.words(event);
        String line = words.history(event, model::name);
        boolean brief = !said.contains("\n") && said.length() <= 40;
        body.add(look.line(said.isBlank() || !brief ? line : line + ": " + said, ""), "wmin 0");
        if (!brief) body.add(look.paragraph(said, "quiet"), look.at("wmin 0, hmin pref, gapleft 16u"));
    }
}
