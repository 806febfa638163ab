package amends.acd;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Adds a thread: what is told, is told on the listeners'. The board is the last that they have seen. */
public final class PostingSupervision implements Supervision {
    private final Supervision supervision;
    private final Subscribers<Board> listeners = new Subscribers<>();
    private Board seen;

    /** @param listenerThread the screen's thread, for instance: owns all of this */
    public PostingSupervision(Supervision supervision, Executor listenerThread) {
        this.supervision = supervision;
        seen = supervision.board();
        supervision.onBoard(board -> listenerThread.execute(() -> {
            seen = board;
            listeners.publish(board);
        }));
    }

    @Override
    public void open() {
        supervision.open();
    }

    @Override
    public void close() {
        supervision.close();
    }

    @Override
    public Board board() {
        return seen;
    }

    @Override
    public Cancellable onBoard(Consumer<Board> listener) {
        return listeners.add(listener);
    }
}
