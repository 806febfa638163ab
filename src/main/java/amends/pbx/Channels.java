package amends.pbx;

import amends.kernel.Timekeeper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All legs of the exchange, and the changes of state that are told of. Belongs to the exchange's loop. */
final class Channels {
    static final String INSIDE = "agents";
    static final String OUTSIDE = "from-trunk";

    private final String systemName;
    private final Timekeeper time;
    private final Consumer<PbxEvent> publish;
    private final Map<String, Channel> byName = new LinkedHashMap<>();
    private Consumer<String> deviceChanged = device -> {};
    private int made;

    Channels(String systemName, Timekeeper time, Consumer<PbxEvent> publish) {
        this.systemName = systemName;
        this.time = time;
        this.publish = publish;
    }

    /** @param listener told the device of a leg that came, went or changed */
    void onDeviceChanged(Consumer<String> listener) {
        deviceChanged = listener;
    }

    Optional<Channel> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<Channel> all() {
        return List.copyOf(byName.values());
    }

    List<Channel> of(String device) {
        return byName.values().stream().filter(c -> c.device.equals(device)).toList();
    }

    Channel incoming(String device, String context, String exten, Identity caller, SipLeg leg) {
        Channel channel = make(device, context, exten, ChannelState.RING);
        channel.caller = caller;
        channel.leg = leg;
        publish.accept(new PbxEvent.ChannelCreated(channel.view()));
        deviceChanged.accept(device);
        return channel;
    }

    /** @param linkedId the call it is part of; empty when it begins one */
    Channel outgoing(String device, String context, Identity own, Optional<String> linkedId) {
        Channel channel = make(device, context, "s", ChannelState.DOWN);
        channel.caller = own;
        linkedId.ifPresent(id -> channel.linkedId = id);
        publish.accept(new PbxEvent.ChannelCreated(channel.view()));
        return channel;
    }

    private Channel make(String device, String context, String exten, ChannelState state) {
        String name = String.format("%s-%08x", device, made);
        String uniqueId = systemName + "-" + time.now().getEpochSecond() + "." + made;
        made++;
        var channel = new Channel(name, uniqueId, device, context, exten, state);
        byName.put(name, channel);
        return channel;
    }

    void ringing(Channel channel) {
        if (channel.state == ChannelState.RINGING) return;
        channel.state = ChannelState.RINGING;
        publish.accept(new PbxEvent.ChannelStateChanged(channel.view()));
        deviceChanged.accept(channel.device);
    }

    void up(Channel channel) {
        channel.state = ChannelState.UP;
        publish.accept(new PbxEvent.ChannelStateChanged(channel.view()));
        deviceChanged.accept(channel.device);
    }

    void connected(Channel channel, Identity other) {
        channel.connected = other;
        publish.accept(new PbxEvent.ConnectedLineChanged(channel.view()));
    }

    void held(Channel channel, boolean held) {
        channel.holding = held;
        publish.accept(held ? new PbxEvent.Held(channel.view()) : new PbxEvent.Unheld(channel.view()));
    }

    /** The exchange ends the leg. */
    void clear(Channel channel, HangupCause cause) {
        publish.accept(new PbxEvent.SoftHangupRequested(channel.view(), cause));
        gone(channel, cause);
    }

    /** The leg is over, whoever ended it. */
    void gone(Channel channel, HangupCause cause) {
        if (byName.remove(channel.name) == null) return;
        if (channel.leg != null) {
            channel.leg.hangUp(cause);
            channel.leg.media().port().close();
        }
        publish.accept(new PbxEvent.HungUp(channel.view(), cause));
        deviceChanged.accept(channel.device);
    }
}
