package amends.telephony;

import amends.kernel.Cancellable;
import java.util.ArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Adds the hops of threads to a line, as {@link PostingCallControl} does to the calls. */
public final class PostingLine implements Line {
    private final Line line;
    private final Executor requests;
    private final Executor events;
    private volatile LineState state;

    /** To be made on the call loop, where the line's methods may be called. */
    public PostingLine(Line line, Executor requests, Executor events) {
        this.line = line;
        this.requests = requests;
        this.events = events;
        this.state = line.state();
        line.onChange(now -> events.execute(() -> state = now));
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

    /** The listener is told on the events' executor, from soon on. Cancelling works from any thread. */
    @Override
    public Cancellable onChange(Consumer<LineState> listener) {
        var link = new ArrayList<Cancellable>(1);
        requests.execute(() -> link.add(line.onChange(now -> events.execute(() -> listener.accept(now)))));
        return () -> requests.execute(() -> link.forEach(Cancellable::cancel));
    }
}
