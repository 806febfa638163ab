package amends.app;

import amends.acd.AcdEvent;
import amends.acd.AcdLink;
import amends.acd.AgentState;
import amends.kernel.Cancellable;
import java.util.List;
import java.util.function.Consumer;

/** A phone without a queue: the agent's state is kept, nobody is told of it. */
final class NoDistributor implements AcdLink {
    @Override
    public void open() {}

    @Override
    public void close() {}

    @Override
    public void logOn(String extension, String memberName, List<String> queues) {}

    @Override
    public void logOff() {}

    @Override
    public void ready() {}

    @Override
    public void notReady(AgentState.Reason reason) {}

    @Override
    public void workingAfterCall() {}

    @Override
    public Cancellable onEvent(Consumer<AcdEvent> listener) {
        return () -> {};
    }
}
