package amends.pbx;

import amends.kernel.Ids;
import java.util.function.Consumer;

/**
 * Two answered legs joined: each hears the other, and music while the other holds. When one goes, the other is let
 * go. Belongs to the exchange's loop.
 */
final class Bridge {
    private final Exchange exchange;
    private final Channel first;
    private final Channel second;
    private final Consumer<Channel> onEnd;
    private final String id = Ids.next().toString();
    private boolean over;

    /** @param onEnd told who hung up, before anything else is told of the end */
    static void join(Exchange exchange, Channel first, Channel second, Consumer<Channel> onEnd) {
        new Bridge(exchange, first, second, onEnd).begin();
    }

    private Bridge(Exchange exchange, Channel first, Channel second, Consumer<Channel> onEnd) {
        this.exchange = exchange;
        this.first = first;
        this.second = second;
        this.onEnd = onEnd;
    }

    private void begin() {
        connectMedia();
        exchange.publish(new PbxEvent.BridgeCreated(id));
        exchange.publish(new PbxEvent.BridgeEntered(id, 1, first.view()));
        exchange.publish(new PbxEvent.BridgeEntered(id, 2, second.view()));
        first.leg.listen(new Side(first, second));
        second.leg.listen(new Side(second, first));
    }

    private final class Side implements LegListener {
        private final Channel mine;
        private final Channel other;

        Side(Channel mine, Channel other) {
            this.mine = mine;
            this.other = other;
        }

        @Override
        public void held(boolean held) {
            exchange.channels().held(mine, held);
            other.heldByOther = held;
            connectMedia();
            exchange.publish(held ? new PbxEvent.MusicStarted(other.view()) : new PbxEvent.MusicStopped(other.view()));
            exchange.devices().refresh(other.device);
        }

        @Override
        public void renegotiated() {
            connectMedia();
        }

        @Override
        public void ended() {
            end(mine, other);
        }
    }

    private void connectMedia() {
        connect(first, second);
        connect(second, first);
    }

    private void connect(Channel mine, Channel other) {
        if (mine.heldByOther) mine.leg.media().play(exchange.sounds().music());
        else if (mine.holding) mine.leg.media().rest();
        else mine.leg.media().relayTo(other.leg.media());
    }

    private void end(Channel leaver, Channel other) {
        if (over) return;
        over = true;
        exchange.publish(new PbxEvent.HangupRequested(leaver.view(), HangupCause.NORMAL));
        onEnd.accept(leaver);
        exchange.publish(new PbxEvent.BridgeLeft(id, 1, leaver.view()));
        exchange.publish(new PbxEvent.BridgeLeft(id, 0, other.view()));
        exchange.publish(new PbxEvent.SoftHangupRequested(other.view(), HangupCause.NORMAL));
        exchange.publish(new PbxEvent.BridgeDestroyed(id));
        exchange.channels().gone(leaver, HangupCause.NORMAL);
        exchange.channels().gone(other, HangupCause.NORMAL);
    }
}
