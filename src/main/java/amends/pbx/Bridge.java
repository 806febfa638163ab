package amends.pbx;

import amends.kernel.Ids;

/**
 * Two answered legs joined: each hears the other, and music while the other holds. When one goes, the other is let
 * go. Belongs to the exchange's loop.
 */
final class Bridge {
    private final Exchange exchange;
    private final Channel first;
    private final Channel second;
    private final End onEnd;
    private final String id = Ids.next().toString();
    private boolean over;

    /** Hears how a bridge ends, before anything else is told of it. */
    interface End {
        /** @param leaver who went @param passedOn whether the other was passed on to somebody else */
        void over(Channel leaver, boolean passedOn);
    }

    static void join(Exchange exchange, Channel first, Channel second, End onEnd) {
        new Bridge(exchange, first, second, onEnd).begin();
    }

    private Bridge(Exchange exchange, Channel first, Channel second, End onEnd) {
        this.exchange = exchange;
        this.first = first;
        this.second = second;
        this.onEnd = onEnd;
    }

    private void begin() {
        first.bridge = this;
        second.bridge = this;
        // Before anybody is told: who is told may speak at once.
        resume();
        exchange.publish(new PbxEvent.BridgeCreated(id));
        exchange.publish(new PbxEvent.BridgeEntered(id, 1, first.view()));
        exchange.publish(new PbxEvent.BridgeEntered(id, 2, second.view()));
    }

    /** Both hear each other (again). */
    void resume() {
        first.leg.listen(new Side(first, second));
        second.leg.listen(new Side(second, first));
        connectMedia();
    }

    Channel other(Channel one) {
        return one == first ? second : first;
    }

    /** Only the leaver goes; the other is led on by somebody else. */
    void leave(Channel leaver) {
        if (over) return;
        over = true;
        Channel stays = other(leaver);
        onEnd.over(leaver, true);
        stays.heldByOther = false;
        undone(leaver, stays);
        exchange.publish(new PbxEvent.BridgeDestroyed(id));
        exchange.channels().clear(leaver, HangupCause.NORMAL);
    }

    private void undone(Channel leaver, Channel other) {
        first.bridge = null;
        second.bridge = null;
        exchange.publish(new PbxEvent.BridgeLeft(id, 1, leaver.view()));
        exchange.publish(new PbxEvent.BridgeLeft(id, 0, other.view()));
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
        public boolean mayRefer() {
            return exchange.devices().extensionOf(mine.device).isPresent();
        }

        @Override
        public void referred(ReferAsk ask) {
            if (ask.replaces().isPresent()) AttendedTransfer.perform(exchange, Bridge.this, mine, ask);
            else BlindTransfer.begin(exchange, Bridge.this, mine, other, ask);
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
        onEnd.over(leaver, false);
        undone(leaver, other);
        exchange.publish(new PbxEvent.SoftHangupRequested(other.view(), HangupCause.NORMAL));
        exchange.publish(new PbxEvent.BridgeDestroyed(id));
        exchange.channels().gone(leaver, HangupCause.NORMAL);
        exchange.channels().gone(other, HangupCause.NORMAL);
    }
}
