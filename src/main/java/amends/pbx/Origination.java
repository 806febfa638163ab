package amends.pbx;

import amends.kernel.Cancellable;
import java.util.Optional;

/**
 * A call that the exchange was told to make: the house's telephone first, and when it is answered, the number goes
 * through the dial plan as if it had been dialled there. Belongs to the exchange's loop.
 */
final class Origination implements LegListener {
    private final Exchange exchange;
    private final OriginateOrder order;
    private final Channel channel;
    private Cancellable patience = () -> {};

    static void begin(Exchange exchange, OriginateOrder order) {
        Optional<Extension> extension = exchange.devices().extensionOf(order.device());
        Identity shown = Identity.parse(order.callerId());
        var leg = extension.flatMap(e -> exchange.sip().toExtension(e, shown, LegMedia.CARRIED));
        if (leg.isEmpty()) {
            exchange.publish(new PbxEvent.Originated(order, Optional.empty(), OriginateEnd.NOT_THERE));
            return;
        }
        Extension called = extension.get();
        var own = new Identity(called.name(), called.displayName());
        Channel channel = exchange.channels()
                .outgoing(exchange.devices().deviceOf(called), Channels.INSIDE, own, Optional.empty());
        channel.leg = leg.get();
        new Origination(exchange, order, channel).dial(shown);
    }

    private Origination(Exchange exchange, OriginateOrder order, Channel channel) {
        this.exchange = exchange;
        this.order = order;
        this.channel = channel;
    }

    private void dial(Identity shown) {
        channel.variables.putAll(order.variables());
        if (!shown.number().isEmpty()) {
            channel.caller = shown;
            exchange.publish(new PbxEvent.CallerIdChanged(channel.view()));
            exchange.channels().connected(channel, shown);
        }
        exchange.publish(new PbxEvent.DialBegun(
                Optional.empty(), channel.view(), channel.device.substring(channel.device.indexOf('/') + 1)));
        channel.leg.listen(this);
        patience = exchange.loop().after(order.timeout(), () -> failed(HangupCause.NO_ANSWER));
        channel.leg.dial();
    }

    @Override
    public void progressed(boolean ringing) {
        if (!ringing || channel.state != ChannelState.DOWN) return;
        exchange.channels().ringing(channel);
        exchange.publish(new PbxEvent.DialProgressed(Optional.empty(), channel.view(), "RINGING"));
    }

    @Override
    public void accepted() {
        patience.cancel();
        exchange.channels().up(channel);
        exchange.publish(new PbxEvent.DialEnded(Optional.empty(), channel.view(), "ANSWER"));
        exchange.publish(new PbxEvent.Originated(order, Optional.of(channel.view()), OriginateEnd.ANSWERED));
        channel.exten = order.exten();
        exchange.follow(exchange.plan().fromInside(order.exten()), channel);
    }

    @Override
    public void refused(HangupCause cause) {
        failed(cause);
    }

    private void failed(HangupCause cause) {
        patience.cancel();
        exchange.publish(new PbxEvent.DialEnded(Optional.empty(), channel.view(), DialStatus.of(cause)));
        exchange.publish(new PbxEvent.Originated(order, Optional.of(channel.view()), endOf(cause)));
        exchange.channels().gone(channel, cause);
    }

    private static OriginateEnd endOf(HangupCause cause) {
        return switch (cause) {
            case BUSY, REJECTED -> OriginateEnd.BUSY;
            case NO_ANSWER, NORMAL -> OriginateEnd.NO_ANSWER;
            default -> OriginateEnd.FAILED;
        };
    }
}
