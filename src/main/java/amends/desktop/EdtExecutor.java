package amends.desktop;

import amends.kernel.Exempt;
import java.awt.EventQueue;
import java.util.concurrent.Executor;

/** Hands tasks to the event dispatch thread, in the order handed in: the one way onto the screen's thread. */
@Exempt(from = "invokeLater", because = "it is the decorator")
public final class EdtExecutor implements Executor {
    @Override
    public void execute(Runnable task) {
        EventQueue.invokeLater(task);
    }
}
