package amends.pbx;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A party that talks in two bridges connects the other two and leaves (RFC 3891). Nothing is undone before it is
 * certain that the two can talk. Belongs to the exchange's loop.
 */
final class AttendedTransfer {
    private static final Logger LOG = LoggerFactory.getLogger(AttendedTransfer.class);
    private static final int GONE = 481;
    private static final int NOTHING_IN_COMMON = 488;

    private AttendedTransfer() {}

    static void perform(Exchange exchange, Bridge bridge, Channel transferor, ReferAsk ask) {
        Channel transferee = bridge.other(transferor);
        Optional<Channel> consulting = ask.replaces()
                .flatMap(call -> exchange.channels().of(transferor.device).stream()
                        .filter(c -> c != transferor && c.leg != null && c.leg.is(call) && c.bridge != null)
                        .findFirst());
        if (consulting.isEmpty()) {
            LOG.info("{}: there is no such call to connect with", ask.leg().callId());
            ask.tell(GONE);
            return;
        }
        Bridge consultation = consulting.get().bridge;
        Channel target = consultation.other(consulting.get());
        if (!target.leg.media().canTalkWith(transferee.leg.media())) {
            ask.tell(NOTHING_IN_COMMON);
            return;
        }
        exchange.publish(new PbxEvent.AttendedTransferred(
                transferor.view(), consulting.get().view(), transferee.view(), target.view()));
        ask.tell(200);
        bridge.leave(transferor);
        consultation.leave(consulting.get());
        target.linkedId = transferee.linkedId;
        exchange.channels().connected(transferee, target.caller);
        exchange.channels().connected(target, transferee.caller);
        Bridge.join(exchange, transferee, target, (leaver, passedOn) -> {});
        exchange.introduce(transferee, target.caller);
        exchange.introduce(target, transferee.caller);
    }
}
