package amends.telephony.sip;

import amends.telephony.CallId;

/** One call that a {@link ScriptedPeer} makes to the phone registered there. */
final class Caller {
    static final String[] SDP = sdp("a=sendrecv");
    private final ScriptedPeer peer;
    private final String from;
    private final String id;
    private final String inviteVia;
    private final String phone;

    /** @param from the whole From header, tag included */
    Caller(ScriptedPeer peer, String from) {
        this(peer, from, peer.registers.peek().contact());
    }

    Caller(ScriptedPeer peer, String from, String phone) {
        this(peer, from, phone, Long.toHexString(System.nanoTime()) + "@pbx");
    }

    private Caller(ScriptedPeer peer, String from, String phone, String id) {
        this.peer = peer;
        this.from = from;
        this.phone = phone;
        this.id = id;
        inviteVia = peer.via();
    }

    /** The same call, spoken of by somebody else. */
    Caller from(ScriptedPeer stranger) {
        return new Caller(stranger, from, phone, id);
    }

    static String[] sdp(String direction) {
        return new String[] {
            "Content-Type: application/sdp",
            "",
            "v=0",
            "o=- 1 1 IN IP4 127.0.0.1",
            "s=-",
            "c=IN IP4 127.0.0.1",
            "t=0 0",
            "m=audio 40000 RTP/AVP 8 0 101",
            "a=rtpmap:101 telephone-event/8000",
            direction,
            ""
        };
    }

    CallId id() {
        return new CallId(id);
    }

    void invite(String... content) {
        peer.send(phone, SipText.withBody(head("INVITE", 1, inviteVia, "<sip:1001@127.0.0.1>"), content));
    }

    void ack(SipText response, String... content) {
        String via = response.firstLine().contains(" 200 ") ? peer.via() : inviteVia;
        peer.send(phone, SipText.withBody(head("ACK", 1, via, response.header("To")), content));
    }

    /** @param extra further header lines, each ended */
    void cancel(String extra) {
        peer.send(phone, cancelText(extra));
    }

    String cancelText(String extra) {
        return SipText.withBody(head("CANCEL", 1, inviteVia, "<sip:1001@127.0.0.1>") + extra);
    }

    void send(String method, int sequence, String to, String... content) {
        peer.send(phone, SipText.withBody(head(method, sequence, peer.via(), to), content));
    }

    private String head(String method, int sequence, String via, String to) {
        return method + " " + phone + " SIP/2.0\r\n" + via + "From: " + from + "\r\nTo: " + to + "\r\nCall-ID: " + id
                + "\r\nCSeq: " + sequence + " " + method + "\r\nMax-Forwards: 70\r\nContact: " + peer.here() + "\r\n";
    }
}
