package amends.desktop.care;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.profile.ProfileModel;
import amends.telephony.CallId;
import java.util.Optional;

/** That the caller is likely to leave, with the reasons, in one line below what we owe; not there otherwise. */
public final class LeavingLine {
    private final Look look;
    private final LeavingModel model;
    private final TextLine line;
    private Optional<CallId> shown = Optional.empty();

    public LeavingLine(Look look, LeavingModel model, ProfileModel profiles) {
        this.look = look;
        this.model = model;
        line = Look.named(look.line("", ""), "leaving.line", look.get("leaving.title"));
        line.setIcon(new StateMark(StateMark.Shape.WEDGE, Shade.HOLD, look.px(12)));
        line.setIconTextGap(look.px(8));
        line.setVisible(false);
        Follow.models(line, this::refresh, model, profiles);
    }

    public TextLine line() {
        return line;
    }

    public void show(CallId call) {
        shown = Optional.of(call);
        refresh();
    }

    private void refresh() {
        var leaving = shown.flatMap(model::of);
        line.setVisible(leaving.isPresent());
        leaving.ifPresent(l -> {
            String text = look.get("leaving.line", l.percent(), LeavingWords.reasons(look, l));
            line.setText(text);
            line.setToolTipText(look.get("leaving.hint"));
        });
    }
}
