package amends.sms.smpp;

import amends.sms.SmsGateway.Receiver;
import java.util.concurrent.Semaphore;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the centre sends over one connection. It is answered once it is stored; what could not be stored is answered
 * by "not now", and the centre comes again.
 */
final class Incoming implements MessageReceiverListener {
    /** More are told to come again: the same threads take the answers to what we send, and a slow store must not hold them. */
    static final int MOST_AT_ONCE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
    private final String connection;
    private final Receiver receiver;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    Incoming(String connection, Receiver receiver) {
        this.connection = connection;
        this.receiver = receiver;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
        if (!room.tryAcquire()) throw new ProcessRequestException("too many at once", SMPPConstant.STAT_ESME_RMSGQFUL);
        try {
            take(pdu);
        } catch (RuntimeException e) {
            LOG.warn("what the SMS centre sent could not be kept, it will come again: {}", e.toString());
            throw new ProcessRequestException("not kept", SMPPConstant.STAT_ESME_RX_T_APPN, e);
        } finally {
            room.release();
        }
    }

    private void take(DeliverSm pdu) {
        if (!DeliverReading.isReceipt(pdu)) {
            receiver.received(DeliverReading.arrival(connection, pdu));
            return;
        }
        DeliverReading.receipt(pdu)
                .ifPresentOrElse(receiver::receipt, () -> LOG.info("a receipt that names no message was left"));
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        LOG.debug("a handset is there again; nobody asked for it");
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not agreed", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
