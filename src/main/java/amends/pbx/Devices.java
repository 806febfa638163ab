package amends.pbx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What every telephone is doing, told when it changes. Belongs to the exchange's loop. */
final class Devices {
    static final String TRUNK = "PJSIP/trunk";
    private static final String TECHNOLOGY = "PJSIP/";

    private final PbxConfig config;
    private final Channels channels;
    private final Predicate<String> registered;
    private final Consumer<PbxEvent> publish;
    private final Map<String, DeviceState> last = new HashMap<>();
    private Consumer<String> listener = device -> {};

    /** @param registered whether an extension's telephone is signed in */
    Devices(PbxConfig config, Channels channels, Predicate<String> registered, Consumer<PbxEvent> publish) {
        this.config = config;
        this.channels = channels;
        this.registered = registered;
        this.publish = publish;
        channels.onDeviceChanged(this::refresh);
    }

    /** @param listener told the device after its change was published */
    void onChange(Consumer<String> listener) {
        this.listener = listener;
    }

    String deviceOf(Extension extension) {
        return config.interfacePrefix() + extension.name();
    }

    /** The extension behind {@code PJSIP/agent1001} or {@code PJSIP/1001}, whatever the case. */
    Optional<Extension> extensionOf(String device) {
        return config.extensions().stream()
                .filter(e -> device.equalsIgnoreCase(deviceOf(e)) || device.equalsIgnoreCase(TECHNOLOGY + e.name()))
                .findFirst();
    }

    /** The one name that a device goes by here; one that is unknown keeps its own. */
    String canonical(String device) {
        return extensionOf(device).map(this::deviceOf).orElse(device);
    }

    boolean free(String device) {
        return channels.of(device).isEmpty() && state(device) == DeviceState.NOT_INUSE;
    }

    DeviceState state(String device) {
        var states = channels.of(device).stream().map(c -> c.state).collect(Collectors.toSet());
        boolean trunk = device.equals(TRUNK);
        if (states.contains(ChannelState.UP) || states.contains(ChannelState.RING)) {
            if (!trunk) return DeviceState.BUSY;
            return trunkIsHeld() ? DeviceState.ONHOLD : DeviceState.INUSE;
        }
        if (states.contains(ChannelState.RINGING)) return DeviceState.RINGING;
        if (trunk) return DeviceState.NOT_INUSE;
        boolean there =
                extensionOf(device).map(Extension::name).filter(registered).isPresent();
        return there ? DeviceState.NOT_INUSE : DeviceState.UNAVAILABLE;
    }

    private boolean trunkIsHeld() {
        var trunk = channels.of(TRUNK);
        return !trunk.isEmpty() && trunk.stream().allMatch(c -> c.heldByOther);
    }

    /** Looks again; tells of what is different from the last time. */
    void refresh(String device) {
        DeviceState now = state(device);
        DeviceState before = last.put(device, now);
        if (before == null) before = device.equals(TRUNK) ? DeviceState.NOT_INUSE : DeviceState.UNAVAILABLE;
        if (now != before) {
            extensionOf(device)
                    .ifPresent(e -> publish.accept(new PbxEvent.ExtensionStateChanged(e.name(), device, now)));
            publish.accept(new PbxEvent.DeviceStateChanged(device, now));
            listener.accept(device);
        }
    }
}
