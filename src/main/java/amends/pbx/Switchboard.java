package amends.pbx;

import amends.kernel.Cancellable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What may be asked and told of a running exchange. Everything is called on the exchange's loop, where events are
 * published too.
 */
public interface Switchboard {
    Cancellable onEvent(Consumer<PbxEvent> listener);

    List<QueueView> queues();

    /** @param reason why not ready; empty for none */
    QueueChange addMember(String queue, String device, String name, int penalty, boolean paused, String reason);

    QueueChange removeMember(String queue, String device);

    /** @param queue empty for every queue that has the member */
    QueueChange pauseMember(Optional<String> queue, String device, boolean paused, String reason);

    List<ChannelView> channels();

    Optional<ChannelView> channel(String name);

    /**
     * A variable of a leg. {@code CHANNEL(pjsip,call-id)} is the Call-ID of its dialog, {@code AMENDS_ANNOUNCED} 1
     * when the caller of its call was told that it is recorded, else 0.
     *
     * @return empty when there is no such leg; the empty string when there is no such variable
     */
    Optional<String> variable(String channel, String variable);

    /** @return false when there is no such leg */
    boolean hangUp(String channel);

    /** The end is told by {@link PbxEvent.Originated}. */
    void originate(OriginateOrder order);

    /** Empty when there is no such extension. */
    Optional<DeviceState> extensionState(String extension);

    /** The device of an extension, as queues know it. */
    Optional<String> deviceOf(String extension);
}
