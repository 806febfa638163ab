package amends.simulation;

import java.io.IOException;
import java.net.Socket;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client that is bound to the simulated centre. */
record SmscLine(String account, SMPPServerSession session, Socket socket) {
    private static final Logger LOG = LoggerFactory.getLogger(SmscLine.class);
    private static final byte NOTHING = 0;

    /** What a client is told. @param esmClass tells a receipt from a message, and whether there is a header */
    record Delivery(
            String account,
            String from,
            String to,
            int esmClass,
            byte dataCoding,
            byte[] octets,
            OptionalParameter... parameters) {}

    boolean receives() {
        return session.getSessionState().isReceivable();
    }

    /** Blocks for the client's answer. @return whether it has taken it */
    boolean deliver(Delivery delivery) {
        try {
            session.deliverShortMessage(
                    "",
                    type(delivery.from),
                    NumberingPlanIndicator.ISDN,
                    digits(delivery.from),
                    type(delivery.to),
                    NumberingPlanIndicator.ISDN,
                    digits(delivery.to),
                    new ESMClass(delivery.esmClass),
                    NOTHING,
                    NOTHING,
                    new RegisteredDelivery(0),
                    new RawDataCoding(delivery.dataCoding),
                    delivery.octets,
                    delivery.parameters);
            return true;
        } catch (NegativeResponseException
                | ResponseTimeoutException
                | InvalidResponseException
                | IOException
                | PDUException e) {
            LOG.debug("the client {} did not take it: {}", account, e.toString());
            return false;
        }
    }

    private static TypeOfNumber type(String address) {
        if (address.startsWith("+")) return TypeOfNumber.INTERNATIONAL;
        return address.matches("[0-9]*") ? TypeOfNumber.UNKNOWN : TypeOfNumber.ALPHANUMERIC;
    }

    private static String digits(String address) {
        return address.startsWith("+") ? address.substring(1) : address;
    }

    /** Without a word. */
    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a connection would not be cut", e);
        }
    }
}
