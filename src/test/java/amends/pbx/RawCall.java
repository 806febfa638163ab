package amends.pbx;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** One call of a {@link RawPhone}. */
final class RawCall {
    private final RawPhone phone;
    final String callId;
    private final String myTag = RawPhone.token();
    private final String me;
    private String them;
    private String target;
    private int sequence = 1;
    private RawMessage invite;
    private String inviteVia;
    /** The other side's latest description. */
    RawMessage described;

    private RawCall(RawPhone phone, String callId, String me, String them, String target) {
        this.phone = phone;
        this.callId = callId;
        this.me = me;
        this.them = them;
        this.target = target;
    }

    static RawCall placed(RawPhone phone, String from, String number, int... types) throws Exception {
        String uri = "sip:" + number + "@127.0.0.1:" + phone.pbxPort;
        var call = new RawCall(phone, RawPhone.token(), from, "<" + uri + ">", uri);
        call.invite("", types);
        RawMessage first = call.awaitResponse("INVITE", 100);
        if (first.status() == 407) {
            call.ack(first);
            call.sequence++;
            call.invite(phone.authorization("Proxy-Authorization", first, "INVITE", uri), types);
        } else if (first.status() > 100) {
            call.putBack = first;
        }
        return call;
    }

    static RawCall offered(RawPhone phone, RawMessage invite) {
        var call = new RawCall(
                phone, invite.callId(), invite.required("To"), invite.required("From"), invite.uri("Contact"));
        call.invite = invite;
        call.described = invite;
        return call;
    }

    private RawMessage putBack;

    private void invite(String more, int... types) throws IOException {
        String body = types.length == 0 ? "" : phone.sdp("sendrecv", types);
        inviteVia = phone.via();
        phone.send("INVITE " + target + " SIP/2.0\r\n" + inviteVia + headers("INVITE", sequence) + phone.wishes + more
                + "Contact: " + phone.contact() + "\r\n" + withBody(body));
    }

    private String headers(String method, int number) {
        return "Max-Forwards: 70\r\nFrom: " + me + ";tag=" + myTag + "\r\nTo: " + them + "\r\nCall-ID: " + callId
                + "\r\nCSeq: " + number + " " + method + "\r\n";
    }

    private static String withBody(String body) {
        return (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n") + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    RawMessage invitation() {
        return invite;
    }

    /** A response to the method with at least this status. */
    RawMessage awaitResponse(String method, int atLeast) throws InterruptedException {
        if (putBack != null && putBack.cseqMethod().equals(method) && putBack.status() >= atLeast) {
            RawMessage kept = putBack;
            putBack = null;
            return kept;
        }
        return phone.await(
                atLeast + " or more to " + method,
                m -> m.isResponse()
                        && m.callId().equals(callId)
                        && m.cseqMethod().equals(method)
                        && m.cseq() == sequence
                        && m.status() >= atLeast);
    }

    RawMessage awaitAnswer() throws Exception {
        RawMessage ok = awaitResponse("INVITE", 200);
        if (ok.status() == 200) {
            them = ok.required("To");
            target = ok.uri("Contact");
            described = ok;
        }
        ack(ok);
        return ok;
    }

    void ack(RawMessage response) throws IOException {
        ack(response, "");
    }

    void ack(RawMessage response, String body) throws IOException {
        boolean ok = response.status() == 200;
        String to = response.required("To");
        phone.send("ACK " + target + " SIP/2.0\r\n" + (ok ? phone.via() : inviteVia) + "Max-Forwards: 70\r\nFrom: " + me
                + ";tag=" + myTag + "\r\nTo: " + to + "\r\nCall-ID: " + callId + "\r\nCSeq: " + response.cseq()
                + " ACK\r\n" + withBody(body));
    }

    private void respond(RawMessage request, String status, String more, String body) throws IOException {
        String to = request.required("To");
        var text = new StringBuilder("SIP/2.0 " + status + "\r\n");
        request.headers("Via").forEach(v -> text.append("Via: ").append(v).append("\r\n"));
        text.append("From: ")
                .append(request.required("From"))
                .append("\r\nTo: ")
                .append(to);
        if (!to.contains("tag=")) text.append(";tag=").append(myTag);
        text.append("\r\nCall-ID: ").append(callId).append("\r\nCSeq: ").append(request.required("CSeq"));
        text.append("\r\n").append(more).append(withBody(body));
        phone.send(text.toString());
    }

    RawCall ring() throws IOException {
        respond(invite, "180 Ringing", "Contact: " + phone.contact() + "\r\n", "");
        return this;
    }

    RawCall answer(int... types) throws Exception {
        accept(types);
        phone.await("ACK", m -> m.isRequest("ACK") && m.callId().equals(callId));
        return this;
    }

    /** Sends 200 and does not wait for its ACK. */
    void accept(int... types) throws IOException {
        respond(invite, "200 OK", "Contact: " + phone.contact() + "\r\n", phone.sdp("sendrecv", types));
    }

    void reject(String status) throws Exception {
        respond(invite, status, "", "");
        phone.await("ACK", m -> m.isRequest("ACK") && m.callId().equals(callId));
    }

    void cancel() throws Exception {
        phone.send("CANCEL " + target + " SIP/2.0\r\n" + inviteVia + headers("CANCEL", sequence)
                + "Content-Length: 0\r\n\r\n");
        awaitResponse("CANCEL", 200);
    }

    RawMessage awaitCancel() throws Exception {
        RawMessage cancel =
                phone.await("CANCEL", m -> m.isRequest("CANCEL") && m.callId().equals(callId));
        respond(cancel, "200 OK", "", "");
        respond(invite, "487 Request Terminated", "", "");
        return cancel;
    }

    /** What a request within the call is answered. */
    RawMessage request(String method, String body) throws Exception {
        sequence++;
        String from = invite == null ? me + ";tag=" + myTag : withTag(me);
        phone.send(
                method + " " + target + " SIP/2.0\r\n" + phone.via() + "Max-Forwards: 70\r\nFrom: " + from + "\r\nTo: "
                        + them + "\r\nCall-ID: " + callId + "\r\nCSeq: " + sequence + " " + method + "\r\nContact: "
                        + phone.contact() + "\r\n" + withBody(body));
        RawMessage answer = awaitResponse(method, 200);
        if (method.equals("INVITE")) reack(answer, from);
        return answer;
    }

    private String withTag(String party) {
        return party.contains("tag=") ? party : party + ";tag=" + myTag;
    }

    private void reack(RawMessage answer, String from) throws IOException {
        phone.send("ACK " + target + " SIP/2.0\r\n" + phone.via() + "Max-Forwards: 70\r\nFrom: " + from + "\r\nTo: "
                + them + "\r\nCall-ID: " + callId + "\r\nCSeq: " + answer.cseq() + " ACK\r\nContent-Length: 0\r\n\r\n");
    }

    RawMessage reinvite(String direction, int... types) throws Exception {
        return request("INVITE", phone.sdp(direction, types));
    }

    RawMessage bye() throws Exception {
        return request("BYE", "");
    }

    void awaitBye() throws Exception {
        RawMessage bye =
                phone.await("BYE", m -> m.isRequest("BYE") && m.callId().equals(callId));
        respond(bye, "200 OK", "", "");
    }

    void sendRtp(byte[] packet) throws IOException {
        phone.rtp.send(
                new DatagramPacket(packet, packet.length, new InetSocketAddress("127.0.0.1", described.mediaPort())));
    }

    byte[] receiveRtp() throws IOException {
        var packet = new DatagramPacket(new byte[2048], 2048);
        phone.rtp.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }
}
