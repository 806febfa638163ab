package amends.pbx;

/**
 * One party of a bridge is led to a number that the other named, who stays on the line until it is answered: when it
 * is not, both talk on as before. Belongs to the exchange's loop.
 */
final class BlindTransfer implements Dialling.Course {
    private final Exchange exchange;
    private final Bridge bridge;
    private final Channel transferor;
    private final Channel transferee;
    private final ReferAsk ask;
    private boolean left;

    private BlindTransfer(Exchange exchange, Bridge bridge, Channel transferor, Channel transferee, ReferAsk ask) {
        this.exchange = exchange;
        this.bridge = bridge;
        this.transferor = transferor;
        this.transferee = transferee;
        this.ask = ask;
    }

    static void begin(Exchange exchange, Bridge bridge, Channel transferor, Channel transferee, ReferAsk ask) {
        new BlindTransfer(exchange, bridge, transferor, transferee, ask).begin();
    }

    private void begin() {
        ask.tell(100);
        Route route = exchange.plan().fromInside(ask.dialled());
        switch (route) {
            case Route.Nowhere(HangupCause cause, String _) -> ask.tell(cause.status());
            case Route.ToExtension(Extension extension) -> {
                suspend();
                Dialling.toExtension(exchange, transferee, extension, this);
            }
            case Route.ToOutside(String number) -> {
                suspend();
                Dialling.toOutside(exchange, transferee, number, this);
            }
            default -> {
                answered();
                exchange.follow(route, transferee);
            }
        }
    }

    private void suspend() {
        transferor.leg.media().rest();
        transferee.leg.media().play(exchange.sounds().music());
        transferor.leg.listen(new LegListener() {
            @Override
            public void ended() {
                left = true;
                bridge.leave(transferor);
            }
        });
    }

    @Override
    public void rings() {
        ask.tell(180);
    }

    @Override
    public void answered() {
        exchange.publish(new PbxEvent.BlindTransferred(transferor.view(), transferee.view(), ask.dialled()));
        exchange.introduce(transferee, transferee.connected);
        if (left) return;
        ask.tell(200);
        bridge.leave(transferor);
    }

    @Override
    public void failed(HangupCause cause) {
        if (left) {
            exchange.refuse(transferee, cause);
            return;
        }
        ask.tell(cause.status());
        bridge.resume();
    }

    @Override
    public void callerLeft() {
        if (left) return;
        ask.tell(487);
        bridge.leave(transferor);
    }
}
