package amends.sip;

/**
 * How much an endpoint takes from outside. What is beyond costs no transaction, no thread and no memory.
 *
 * @param invites new INVITEs a second, and as many MESSAGEs, of the server and again of all others together; those beyond
 *     are answered 503
 * @param others other requests a second that begin something, counted likewise; those beyond are dropped
 * @param strangers TCP connections that those who are not the server may hold to us at once, all together
 * @param ofOne those that one address may hold
 */
record WireLimits(int invites, int others, int strangers, int ofOne) {
    /** A desk has one server and few calls; nobody else connects to it. */
    static final WireLimits DESK = new WireLimits(20, 100, 0, 200);

    /** An exchange serves a house of desks and the public network: there, nobody is a stranger. */
    static final WireLimits EXCHANGE = new WireLimits(1_000, 5_000, 1_000, 200);

    /** Bytes of a head and of a body; a session description takes 1 KB, the longest torture message 8 KB. */
    static final int MOST_HEAD = 16_384;

    static final int MOST_BODY = 32_768;

    /** How long one message may take to come in over TCP once it has begun. */
    static final long PATIENCE_NANOS = 10_000_000_000L;
}
