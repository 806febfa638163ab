package amends.telephony.sip;

import amends.kernel.PlainText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For whom the password is: the realms in which the registrar itself has asked. A far end whose challenge is passed on
 * by the server looks like the server (the "SIP digest leak"), but it must not be given anything to guess the password
 * from. Owned by the call loop.
 */
final class KnownRealms {
    private static final Logger LOG = LoggerFactory.getLogger(KnownRealms.class);
    private static final int MOST = 4;
    private final Set<String> realms = new HashSet<>();

    /** The registrar asks in this one. */
    void learn(List<String> asked) {
        for (String realm : asked) if (realms.size() < MOST) realms.add(realm);
    }

    /**
     * @param inside whether the challenge is to a request within a call, which the far end may have brought about
     * @return whether a challenge is answered; outside calls also while the registrar never asked anything
     */
    boolean answers(String realm, boolean inside) {
        boolean known = realms.contains(realm) || (!inside && realms.isEmpty());
        if (!known)
            LOG.warn("a challenge in the realm {} is not answered: it is not the server's", PlainText.line(realm, 60));
        return known;
    }
}
