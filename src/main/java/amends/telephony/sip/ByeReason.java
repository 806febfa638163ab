package amends.telephony.sip;

import java.util.Iterator;
import java.util.Set;
import javax.sip.header.ReasonHeader;
import javax.sip.message.Request;

/** Why the far end says goodbye, by its own word (RFC 3326): a line that broke is not a customer who hung up. */
final class ByeReason {
    /** Of ITU-T Q.850: out of order, network out of order, temporary failure, congestion, interworking, recovery on timer. */
    private static final Set<Integer> BROKEN = Set.of(27, 38, 41, 42, 102, 127);

    private ByeReason() {}

    static boolean saysLost(Request bye) {
        for (Iterator<?> all = bye.getHeaders(ReasonHeader.NAME); all.hasNext(); )
            if (all.next() instanceof ReasonHeader reason && broken(reason.getProtocol(), reason.getCause()))
                return true;
        return false;
    }

    private static boolean broken(String protocol, int cause) {
        if ("Q.850".equalsIgnoreCase(protocol)) return BROKEN.contains(cause);
        return "SIP".equalsIgnoreCase(protocol) && (cause == 408 || cause >= 500 && cause < 600);
    }
}
