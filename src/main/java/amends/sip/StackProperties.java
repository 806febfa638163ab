package amends.sip;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Properties;

/** How the SIP stack is set up, and why. */
final class StackProperties {
    /** Bytes of one message, as the stack counts them; the sockets are stricter. */
    private static final int MOST_BYTES = WireLimits.MOST_HEAD + WireLimits.MOST_BODY;

    private StackProperties() {}

    static Properties of(String name, Optional<InetSocketAddress> proxy, Transport proxyTransport) {
        var p = new Properties();
        p.setProperty("javax.sip.STACK_NAME", name);
        p.setProperty("gov.nist.javax.sip.STACK_LOGGER", StackLog.class.getName());
        p.setProperty("gov.nist.javax.sip.SERVER_LOGGER", MessageLog.class.getName());
        p.setProperty("gov.nist.javax.sip.MESSAGE_PARSER_FACTORY", StrictParserFactory.class.getName());
        p.setProperty("gov.nist.javax.sip.NETWORK_LAYER", WireNetwork.class.getName());
        p.setProperty("javax.sip.ROUTER_PATH", LiteralRouter.class.getName());
        proxy.ifPresent(a -> p.setProperty("javax.sip.OUTBOUND_PROXY", hop(a) + "/" + proxyTransport.token()));
        p.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "on");
        // Events are handed to our executor at once, so the stack's own queue thread would only be a second hop.
        p.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
        // One reader keeps datagrams in order; without a pool each gets a thread of its own.
        p.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", "1");
        p.setProperty("gov.nist.javax.sip.THREAD_PRIORITY", String.valueOf(Thread.NORM_PRIORITY));
        p.setProperty("gov.nist.javax.sip.CONGESTION_CONTROL_TIMEOUT", "0");
        // Strangers' NOTIFYs come to the handler, which refuses them, instead of to a subscription that is not.
        p.setProperty("gov.nist.javax.sip.DELIVER_UNSOLICITED_NOTIFY", "true");
        p.setProperty("gov.nist.javax.sip.IS_BACK_TO_BACK_USER_AGENT", "false");
        p.setProperty("gov.nist.javax.sip.RFC_2543_SUPPORT_ENABLED", "true");
        p.setProperty("gov.nist.javax.sip.MAX_MESSAGE_SIZE", String.valueOf(MOST_BYTES));
        p.setProperty("gov.nist.javax.sip.RECEIVE_UDP_BUFFER_SIZE", "212992");
        p.setProperty("gov.nist.javax.sip.MAX_CONNECTIONS", "1000");
        p.setProperty("gov.nist.javax.sip.CONNECTION_TIMEOUT", "3000");
        p.setProperty("gov.nist.javax.sip.READ_TIMEOUT", "5000");
        p.setProperty("gov.nist.javax.sip.TLS_CLIENT_PROTOCOLS", "TLSv1.2,TLSv1.3");
        p.setProperty(
                "gov.nist.javax.sip.ENABLED_CIPHER_SUITES",
                "TLS_AES_128_GCM_SHA256,TLS_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,"
                        + "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
        return p;
    }

    private static String hop(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
