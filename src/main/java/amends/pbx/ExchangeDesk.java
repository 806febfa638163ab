package amends.pbx;

import amends.kernel.Cancellable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The {@link Switchboard} of an {@link Exchange}. */
final class ExchangeDesk implements Switchboard {
    private final Exchange exchange;

    ExchangeDesk(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Cancellable onEvent(Consumer<PbxEvent> listener) {
        return exchange.subscribers().add(listener);
    }

    @Override
    public List<QueueView> queues() {
        return exchange.queues().values().stream().map(QueueDesk::view).toList();
    }

    @Override
    public QueueChange addMember(String queue, String device, String name, int penalty, boolean paused, String reason) {
        QueueDesk desk = exchange.queues().get(queue);
        if (desk == null) return QueueChange.NO_SUCH_QUEUE;
        return desk.add(exchange.devices().canonical(device), name, penalty, paused, reason);
    }

    @Override
    public QueueChange removeMember(String queue, String device) {
        QueueDesk desk = exchange.queues().get(queue);
        if (desk == null) return QueueChange.NO_SUCH_QUEUE;
        return desk.remove(exchange.devices().canonical(device));
    }

    @Override
    public QueueChange pauseMember(Optional<String> queue, String device, boolean paused, String reason) {
        String canonical = exchange.devices().canonical(device);
        if (queue.isPresent()) {
            QueueDesk desk = exchange.queues().get(queue.get());
            return desk == null ? QueueChange.NO_SUCH_QUEUE : desk.pause(canonical, paused, reason);
        }
        Collection<QueueDesk> all = exchange.queues().values();
        long changed = all.stream()
                .filter(desk -> desk.pause(canonical, paused, reason) == QueueChange.DONE)
                .count();
        return changed > 0 ? QueueChange.DONE : QueueChange.NOT_THERE;
    }

    @Override
    public List<ChannelView> channels() {
        return exchange.channels().all().stream().map(Channel::view).toList();
    }

    @Override
    public Optional<ChannelView> channel(String name) {
        return exchange.channels().byName(name).map(Channel::view);
    }

    @Override
    public Optional<String> variable(String channel, String variable) {
        return exchange.channels().byName(channel).map(c -> switch (variable.toUpperCase(Locale.ROOT)) {
            case "CHANNEL(PJSIP,CALL-ID)" -> c.leg == null ? "" : c.leg.callId();
            case "AMENDS_ANNOUNCED" -> c.announced ? "1" : "0";
            default -> c.variables.getOrDefault(variable, "");
        });
    }

    @Override
    public boolean hangUp(String channel) {
        Optional<Channel> found = exchange.channels().byName(channel).filter(c -> c.leg != null);
        found.ifPresent(c -> c.leg.dismiss());
        return found.isPresent();
    }

    @Override
    public void originate(OriginateOrder order) {
        Origination.begin(exchange, order);
    }

    @Override
    public Optional<DeviceState> extensionState(String extension) {
        return deviceOf(extension).map(exchange.devices()::state);
    }

    @Override
    public Optional<String> deviceOf(String extension) {
        return exchange.plan().extension(extension).map(exchange.devices()::deviceOf);
    }
}
