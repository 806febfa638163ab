package amends.acd;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A distributor that writes down what it is told and tells what the test says. */
final class ScriptedLink implements AcdLink {
    private final Subscribers<AcdEvent> listeners = new Subscribers<>();
    final List<String> told = new ArrayList<>();

    void tells(AcdEvent event) {
        listeners.publish(event);
    }

    @Override
    public void open() {}

    @Override
    public void close() {}

    @Override
    public void logOn(String extension, String memberName, List<String> queues) {
        told.add("logOn " + extension + " " + memberName + " " + queues);
    }

    @Override
    public void logOff() {
        told.add("logOff");
    }

    @Override
    public void ready() {
        told.add("ready");
    }

    @Override
    public void notReady(AgentState.Reason reason) {
        told.add("notReady " + reason);
    }

    @Override
    public void workingAfterCall() {
        told.add("working");
    }

    @Override
    public Cancellable onEvent(Consumer<AcdEvent> listener) {
        return listeners.add(listener);
    }
}
