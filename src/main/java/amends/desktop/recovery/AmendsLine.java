package amends.desktop.recovery;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import amends.recovery.CallbackBoard.InHand;
import amends.recovery.ComplaintProgress;
import amends.recovery.ComplaintProgress.Held;
import amends.recovery.ComplaintProgress.Keeping;
import amends.recovery.ComplaintProgress.Kept;
import amends.recovery.ComplaintProgress.Reason;
import amends.recovery.ComplaintProgress.Refused;
import amends.telephony.CallId;
import java.util.Optional;
import javax.swing.JPanel;

/** Below what we owe: which callback this call is and for what, and the complaint that was made in it. */
public final class AmendsLine {
    private final Look look;
    private final ComplaintModel complaints;
    private final CallbacksModel callbacks;
    private final Timekeeper time;
    private final JPanel panel;
    private final JPanel facts;
    private final TextLine title;
    private final TextLine what;
    private final TextLine line;
    private final JPanel made;
    private Optional<CallId> shown = Optional.empty();

    public AmendsLine(Look look, ComplaintModel complaints, CallbacksModel callbacks, Timekeeper time) {
        this.look = look;
        this.complaints = complaints;
        this.callbacks = callbacks;
        this.time = time;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0, hidemode 3", "[grow,fill]", "");
        facts = look.panel("insets 8u 0 0 0, fillx, wrap 1, gap 0 2u", "[grow,fill]", "");
        title = Look.named(look.line("", "strong"), "callback.title", "");
        what = look.line("", "");
        facts.add(title, "wmin 0");
        facts.add(what, "wmin 0");
        line = Look.named(look.line("", "strong"), "complaint.line", "");
        line.setIconTextGap(look.px(8));
        JPanel row = look.panel("insets 8u 0 0 0, fillx", "[grow,fill]", "");
        row.add(line, "wmin 0");
        made = row;
        panel.add(facts, "wmin 0");
        panel.add(made, "wmin 0");
        Follow.models(panel, this::refresh, complaints, callbacks);
    }

    public JPanel panel() {
        return panel;
    }

    public void show(CallId call) {
        shown = Optional.of(call);
        refresh();
    }

    private void refresh() {
        shown.ifPresent(call -> {
            Optional<InHand> hand = callbacks.of(call);
            facts.setVisible(hand.isPresent());
            hand.ifPresent(this::tell);
            Optional<ComplaintProgress> progress = complaints.progress(call);
            made.setVisible(progress.isPresent());
            progress.ifPresent(this::tell);
        });
    }

    private void tell(ComplaintProgress progress) {
        line.setText(words(progress));
        line.setIcon(mark(progress));
        Look.shaded(line, shade(progress));
    }

    private void tell(InHand hand) {
        var complaint = hand.task().complaint();
        title.setText(look.get("callback.title", complaint.number(), complaint.subject()));
        title.setIcon(new StateMark(StateMark.Shape.WEDGE, Shade.TALK, look.px(12)));
        title.setIconTextGap(look.px(8));
        what.setText(complaint.what().replaceAll("\\s+", " "));
    }

    private String words(ComplaintProgress progress) {
        return switch (progress) {
            case Keeping k -> look.get("complaint.keeping");
            case Held h -> look.get("complaint.held");
            case Kept(var call, var complaint, var callback) ->
                callback.map(c -> look.get(
                                "complaint.kept",
                                complaint.number(),
                                DueWords.of(look, c.due(), time.now()),
                                complaints.owner()))
                        .orElseGet(() -> look.get("complaint.keptAlone", complaint.number()));
            case Refused(var call, var reason) ->
                look.get(reason == Reason.NOT_ALLOWED ? "complaint.notAllowed" : "complaint.notTaken");
        };
    }

    private StateMark mark(ComplaintProgress progress) {
        var shape = progress instanceof Kept ? StateMark.Shape.FULL : StateMark.Shape.WARNING;
        return new StateMark(progress instanceof Keeping ? StateMark.Shape.RING : shape, shade(progress), look.px(12));
    }

    private static Shade shade(ComplaintProgress progress) {
        return switch (progress) {
            case Keeping k -> Shade.QUIET;
            case Held h -> Shade.HOLD;
            case Kept k -> Shade.READY;
            case Refused r -> Shade.DANGER;
        };
    }
}
