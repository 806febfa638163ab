package amends.telephony;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Adds the hops of threads to a line, as {@link PostingCallControl} does to the calls. */
public final class PostingLine implements Line {
    private final Line line;
    private final Executor requests;
    private final Subscribers<LineState> listeners = new Subscribers<>();
    private final Subscribers<MessagesWaiting> messages = new Subscribers<>();
    private final Subscribers<LineText> texts = new Subscribers<>();
    private volatile LineState state;

    /** To be made on the call loop, where the line's methods may be called. */
    public PostingLine(Line line, Executor requests, Executor events) {
        this.line = line;
        this.requests = requests;
        this.state = line.state();
        line.onMessages(now -> events.execute(() -> messages.publish(now)));
        line.onText(text -> events.execute(() -> texts.publish(text)));
        line.onChange(now -> events.execute(() -> {
            state = now;
            listeners.publish(now);
        }));
    }

    @Override
    public Cancellable onMessages(Consumer<MessagesWaiting> listener) {
        return messages.add(listener);
    }

    @Override
    public Cancellable onText(Consumer<LineText> listener) {
        return texts.add(listener);
    }

    @Override
    public void open() {
        requests.execute(line::open);
    }

    @Override
    public void close() {
        requests.execute(line::close);
    }

    /** As told last. */
    @Override
    public LineState state() {
        return state;
    }

    /** Own it on the events' thread: what {@link #state} says is then never older or newer than what was told. */
    @Override
    public Cancellable onChange(Consumer<LineState> listener) {
        return listeners.add(listener);
    }
}
