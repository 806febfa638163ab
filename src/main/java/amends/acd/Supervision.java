package amends.acd;

import amends.kernel.Cancellable;
import java.util.function.Consumer;

/** A lead's view of the distributor: all its queues, all their agents. It looks and changes nothing. */
public interface Supervision {
    /** Begins to look; it comes back by itself when the link is lost. */
    void open();

    void close();

    /** As it stands; any thread. */
    Board board();

    /** Told after changes, several close ones together. */
    Cancellable onBoard(Consumer<Board> listener);
}
