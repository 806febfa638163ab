package amends.telephony.sip;

import amends.kernel.Loop;
import amends.kernel.Timekeeper;
import amends.sip.SipEndpoint;
import amends.sip.SipMessages;
import java.net.InetAddress;
import java.util.random.RandomGenerator;
import javax.sip.header.ContactHeader;

/**
 * What every part of the phone needs while it is connected to its server.
 *
 * @param isWithheld whether our address must not tell who we are: so in every request and response of such a call
 */
record Session(
        SipEndpoint endpoint,
        Account account,
        InetAddress server,
        Loop loop,
        Timekeeper time,
        RandomGenerator random,
        KnownRealms realms,
        boolean isWithheld) {
    Session withheld() {
        return new Session(endpoint, account, server, loop, time, random, realms, true);
    }

    SipMessages messages() {
        return endpoint.messages();
    }

    ContactHeader contact() {
        return messages().contact(isWithheld ? CallerLine.NOBODY : account.user(), account.transport());
    }

    Exchange exchange(Exchange.Listener listener) {
        return new Exchange(this, listener);
    }
}
