package amends.desktop;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.telephony.Line;
import amends.telephony.LineState;
import amends.telephony.LineText;
import java.util.function.Consumer;

/** A line that is in whatever state a test puts it. */
public final class FakeLine implements Line {
    private final Subscribers<LineState> changes = new Subscribers<>();
    private final Subscribers<LineText> texts = new Subscribers<>();
    private LineState state = new LineState.Registering();

    public void becomes(LineState newState) {
        state = newState;
        changes.publish(newState);
    }

    public void says(LineText text) {
        texts.publish(text);
    }

    @Override
    public Cancellable onText(Consumer<LineText> listener) {
        return texts.add(listener);
    }

    @Override
    public void open() {}

    @Override
    public void close() {}

    @Override
    public LineState state() {
        return state;
    }

    @Override
    public Cancellable onChange(Consumer<LineState> listener) {
        return changes.add(listener);
    }
}
