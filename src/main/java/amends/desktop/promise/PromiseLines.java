package amends.desktop.promise;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.recovery.DueWords;
import amends.promise.PromiseProgress;
import amends.promise.PromiseProgress.Given;
import amends.promise.PromiseProgress.Held;
import amends.promise.PromiseProgress.Keeping;
import amends.promise.PromiseProgress.NotTaken;
import amends.promise.PromiseProgress.Refused;
import amends.telephony.CallId;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;

/** What was promised in this call, a line each, with its code: from the promise to the end of the write-up. */
public final class PromiseLines {
    private final Look look;
    private final PromiseFormModel model;
    private final JPanel panel;
    private List<PromiseProgress> told = List.of();
    private Optional<CallId> shown = Optional.empty();

    public PromiseLines(Look look, PromiseFormModel model) {
        this.look = look;
        this.model = model;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 2u, hidemode 3", "[grow,fill]", "");
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    public void show(CallId call) {
        shown = Optional.of(call);
        refresh();
    }

    private void refresh() {
        List<PromiseProgress> now = shown.map(model::given).orElse(List.of());
        if (now.equals(told)) return;
        told = now;
        panel.removeAll();
        for (PromiseProgress each : now) panel.add(line(each), look.at("wmin 0, gaptop 6u"));
        panel.revalidate();
        panel.repaint();
    }

    private TextLine line(PromiseProgress progress) {
        String words = words(progress);
        TextLine line = Look.named(look.line(words, "strong"), "promise.line." + told.indexOf(progress), words);
        line.setIcon(mark(progress));
        line.setIconTextGap(look.px(8));
        Look.shaded(line, shade(progress));
        return line;
    }

    private String words(PromiseProgress progress) {
        return switch (progress) {
            case Keeping k -> look.get("promise.keeping");
            case Held h -> look.get("promise.held");
            case NotTaken n -> look.get("promise.notTaken");
            case Refused refused -> look.texts().word(refused.why().reason());
            case Given given ->
                look.get(
                        given.receipt() ? "promise.givenReceipt" : "promise.given",
                        given.promise().code(),
                        model.names().what(look, given.promise()),
                        DueWords.of(look, given.promise().due(), model.now()),
                        model.names().owner(look, given.promise().owner()));
        };
    }

    private StateMark mark(PromiseProgress progress) {
        var shape = switch (progress) {
            case Keeping k -> StateMark.Shape.RING;
            case Given g -> StateMark.Shape.FULL;
            case Held h -> StateMark.Shape.WARNING;
            case NotTaken n -> StateMark.Shape.WARNING;
            case Refused r -> StateMark.Shape.WARNING;
        };
        return new StateMark(shape, shade(progress), look.px(12));
    }

    private static Shade shade(PromiseProgress progress) {
        return switch (progress) {
            case Keeping k -> Shade.QUIET;
            case Given g -> Shade.READY;
            case Held h -> Shade.HOLD;
            case NotTaken n -> Shade.DANGER;
            case Refused r -> Shade.DANGER;
        };
    }
}
