package amends.desktop.compensation;

import amends.compensation.Grant;
import amends.desktop.compensation.OfferModel.Progress;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.telephony.CallId;
import java.util.Optional;
import javax.swing.JPanel;

/** Below what we owe: what the customer was given in this call, or what it waits for. */
public final class GrantLine {
    private final Look look;
    private final OfferModel model;
    private final JPanel panel;
    private final TextLine line;
    private Optional<CallId> shown = Optional.empty();

    public GrantLine(Look look, OfferModel model) {
        this.look = look;
        this.model = model;
        panel = look.panel("insets 8u 0 0 0, fillx", "[grow,fill]", "");
        line = Look.named(look.line("", "strong"), "offer.progress", "");
        line.setIconTextGap(look.px(8));
        panel.add(line, "wmin 0");
        panel.setVisible(false);
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
        shown.ifPresent(call -> {
            Optional<Progress> progress = model.progress(call);
            panel.setVisible(progress.isPresent());
            progress.ifPresent(p -> {
                line.setText(words(call, p));
                line.setIcon(new StateMark(shape(p), shade(p), look.px(12)));
                Look.shaded(line, shade(p));
            });
        });
    }

    private String words(CallId call, Progress progress) {
        return switch (progress) {
            case Progress.Asking asking -> look.get("offer.asking");
            case Progress.Unsure unsure -> look.get("offer.unsure");
            case Progress.Refused(var reason) ->
                look.get("offer.no", look.texts().stateWord(reason));
            case Progress.Made(var grant) -> made(call, grant);
        };
    }

    private String made(CallId call, Grant grant) {
        String what = model.name(call, grant, look.texts().language().locale()) + "  "
                + grant.value().shown(look.texts().language().locale());
        String made = look.get("offer.made", look.texts().stateWord(grant.state()), what);
        return grant.reason().isBlank() ? made : made + " · " + grant.reason();
    }

    private static StateMark.Shape shape(Progress progress) {
        return switch (progress) {
            case Progress.Asking asking -> StateMark.Shape.RING;
            case Progress.Made(var grant) when grant.state().isWaiting() -> StateMark.Shape.RING;
            case Progress.Made(var grant) when grant.state() == Grant.State.GRANTED -> StateMark.Shape.FULL;
            default -> StateMark.Shape.WARNING;
        };
    }

    private static Shade shade(Progress progress) {
        return switch (progress) {
            case Progress.Asking asking -> Shade.QUIET;
            case Progress.Made(var grant) when grant.state().isWaiting() -> Shade.HOLD;
            case Progress.Made(var grant) when grant.state() == Grant.State.GRANTED -> Shade.READY;
            default -> Shade.DANGER;
        };
    }
}
