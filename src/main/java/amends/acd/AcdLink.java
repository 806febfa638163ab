package amends.acd;

import amends.kernel.Cancellable;
import java.util.List;
import java.util.function.Consumer;

/**
 * The link to the distributor for one agent. Called on the call loop and returns at once; while the link is down the
 * last wish is remembered and told when it is up again.
 */
public interface AcdLink {
    void open();

    void close();

    /** Joins the queues, not ready. @param memberName as leads and reports see it */
    void logOn(String extension, String memberName, List<String> queues);

    void logOff();

    void ready();

    void notReady(AgentState.Reason reason);

    /** Not offered calls while the last one is being written up. */
    void workingAfterCall();

    Cancellable onEvent(Consumer<AcdEvent> listener);
}
