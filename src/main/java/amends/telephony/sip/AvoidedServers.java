package amends.telephony.sip;

import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;

/** Servers of the account that did not answer of late; another is tried before them (RFC 3263 §4.3). Call loop. */
final class AvoidedServers {
    private final Set<InetSocketAddress> avoided = new HashSet<>();

    Set<InetSocketAddress> now() {
        return Set.copyOf(avoided);
    }

    /** What can be done when the server of this way does not answer. When none answered, all are tried anew. */
    Registration.Elsewhere than(Reach.Found way) {
        return new Registration.Elsewhere() {
            @Override
            public boolean isPossible() {
                return way.servers() > 1;
            }

            @Override
            public boolean tries() {
                avoided.add(way.reach().server());
                boolean others = avoided.size() < way.servers();
                if (!others) avoided.clear();
                return others;
            }
        };
    }
}
