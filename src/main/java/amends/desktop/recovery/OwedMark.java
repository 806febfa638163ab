package amends.desktop.recovery;

import amends.desktop.look.Look;
import amends.desktop.look.Pill;
import amends.desktop.look.Shade;
import amends.telephony.CallId;
import java.util.function.Function;

/** How much is owed, in a word beside the caller's name; not there when nothing is. */
public final class OwedMark extends Pill {
    private static final long serialVersionUID = 1;
    private final transient Source source;

    /** @param word how much is owed in this call, empty for nothing */
    public record Source(OweModel model, Function<CallId, String> word) {}

    public OwedMark(Look look, Source source) {
        super(look);
        this.source = source;
        setVisible(false);
    }

    public void show(CallId call) {
        String word = source.word().apply(call);
        if (!word.equals(getText())) show(word, Shade.DANGER);
        setVisible(!word.isEmpty());
    }

    public void showNone() {
        setVisible(false);
    }
}
