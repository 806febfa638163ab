package amends.telephony.sip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one party of a call says and expects, written as a scenario of sipp. A caller begins by {@link #sends INVITE}; a
 * server waits for one, and answers REGISTER besides, each in a call of sipp's own.
 */
final class SippScript {
    /** A description that says little: µ-law and keys. */
    static final String SDP = """

            v=0
            o=- 1 1 IN IP4 [local_ip]
            s=-
            c=IN IP4 [media_ip]
            t=0 0
            m=audio [media_port] RTP/AVP 0 101
            a=rtpmap:0 PCMU/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            """;

    private static final String TYPE = "Content-Type: application/sdp";
    private static final String TAG = ";tag=sipp[pid]-[call_number]";
    private static final String HERE = "Contact: <sip:sipp@[local_ip]:[local_port]>";
    private static final String LAST =
            "\n[last_Via:]\n[last_From:]\n[last_To:]\n[last_Call-ID:]\n[last_CSeq:]\n" + HERE;
    private static final String FIRST =
            "\nVia: [$via]\nFrom: [$peer]\nTo: [$own]" + TAG + "\n[last_Call-ID:]\nCSeq: [$cseq]\n" + HERE;
    private static final String REGISTERED = """
            <label id="1"/>
            <send><![CDATA[
            SIP/2.0 200 OK
            [last_Via:]
            [last_From:]
            [last_To:];tag=registrar
            [last_Call-ID:]
            [last_CSeq:]
            Expires: 86400
            Content-Length: 0

            ]]></send>
            <label id="2"/>
            <nop/>
            """;

    private final boolean server;
    private final List<String> steps = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private int sequence;
    private String said = "";
    /** Whether the other party's tag is known. */
    private boolean met;

    private boolean agreed;

    private SippScript(boolean server) {
        this.server = server;
        if (server) step("<recv request=\"REGISTER\" optional=\"true\" next=\"1\"/>");
    }

    static SippScript caller() {
        return new SippScript(false);
    }

    static SippScript server() {
        return new SippScript(true);
    }

    private SippScript step(String xml) {
        steps.add(xml);
        return this;
    }

    /** A request with a description. @param headers further ones */
    SippScript offers(String method, String... headers) {
        return request(method, SDP, with(TYPE, headers));
    }

    SippScript sends(String method, String... headers) {
        return request(method, "\n", headers);
    }

    private SippScript request(String method, String body, String... headers) {
        boolean ack = method.equals("ACK");
        if (!ack) {
            sequence++;
            said = method;
        }
        String target = met ? "[next_url]" : "sip:1001@[remote_ip]:[remote_port]";
        String from = server ? "[$own]" + TAG : "\"Far End\" <sip:1002@[local_ip]:[local_port]>" + TAG;
        return send(
                ack ? "" : " retrans=\"500\"",
                method + " " + target
                        + " SIP/2.0\nVia: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]\nFrom: "
                        + from + "\nTo: " + (met ? "[$peer]" : "<" + target + ">") + "\nCall-ID: [call_id]\nCSeq: "
                        + sequence + " " + method + "\n" + HERE + "\nMax-Forwards: 70",
                body,
                headers);
    }

    private static String[] with(String header, String... others) {
        String[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = header;
        return all;
    }

    private SippScript send(String how, String head, String body, String... headers) {
        var text = new StringBuilder(head);
        for (String header : headers) text.append('\n').append(header);
        text.append("\nContent-Length: [len]\n").append(body);
        return step("<send" + how + "><![CDATA[\n" + text + "]]></send>");
    }

    /** The ACK of a refused INVITE: with its own branch, to where it went. */
    SippScript acknowledgesRefusal() {
        return send(
                "",
                "ACK sip:1001@[remote_ip]:[remote_port] SIP/2.0\n[last_Via:]\n[last_From:]\n[last_To:]\nCall-ID: [call_id]\nCSeq: "
                        + sequence + " ACK\nMax-Forwards: 70",
                "\n");
    }

    /** Waits for a response; to an INVITE others may come first. @param checks of its headers, each {@code Name: pattern} */
    SippScript hears(int status, String... checks) {
        if (said.equals("INVITE"))
            step("<recv response=\"100\" optional=\"true\"/>").step("<recv response=\"180\" optional=\"true\"/>");
        boolean meets = said.equals("INVITE") && status == 200 && !met;
        return expect("response=\"" + status + "\"", meets, meets ? keep("To", "peer") : "", checks);
    }

    SippScript waitsFor(String method, String... checks) {
        boolean meets = server && !agreed && method.equals("INVITE");
        return expect("request=\"" + method + "\"", meets, meets ? keepInvite() : "", checks);
    }

    private String keepInvite() {
        return keep("From", "peer") + keep("To", "own") + keep("Via", "via") + keep("CSeq", "cseq");
    }

    private SippScript expect(String what, boolean meets, String keeps, String... checks) {
        met |= meets;
        String acts = keeps + checked(checks);
        return step("<recv " + what + (meets ? " rrs=\"true\"" : "") + ">"
                + (acts.isEmpty() ? "" : "<action>" + acts + "</action>") + "</recv>");
    }

    /** Answers the request that came last. */
    SippScript answers(String status, String... headers) {
        return send("", "SIP/2.0 " + status + LAST, "\n", headers);
    }

    /** The same with a description. */
    SippScript describes(String status, String... headers) {
        return send("", "SIP/2.0 " + status + LAST, SDP, with(TYPE, headers));
    }

    /** Answers the INVITE that the server was called by. */
    SippScript replies(String status, String... headers) {
        return reply(status, "\n", headers);
    }

    /** The same with a description. */
    SippScript repliesDescribing(String status, String... headers) {
        return reply(status, SDP, with(TYPE, headers));
    }

    private SippScript reply(String status, String body, String... headers) {
        agreed |= status.startsWith("2");
        return send("", "SIP/2.0 " + status + FIRST, body, headers);
    }

    /** Tells how far the call is that a REFER wanted, for the last time. The answer may cross what comes of it. */
    SippScript tells(String status) {
        request(
                "NOTIFY",
                "\n" + status + "\n",
                "Event: refer",
                "Subscription-State: terminated;reason=noresource",
                "Content-Type: message/sipfrag;version=2.0");
        return step("<recv response=\"200\" optional=\"true\"/>");
    }

    SippScript pauses(int milliseconds) {
        return step("<pause milliseconds=\"" + milliseconds + "\"/>");
    }

    private String keep(String header, String as) {
        if (!kept.contains(as)) kept.add(as);
        return "<ereg regexp=\".*\" search_in=\"hdr\" header=\"" + header + ":\" assign_to=\"" + as + "\"/>";
    }

    private String checked(String... checks) {
        var xml = new StringBuilder();
        for (String check : checks) {
            String name = "check" + kept.size();
            kept.add(name);
            String[] parts = check.split(": ", 2);
            String where = parts[0].equals("body") ? "body\"" : "hdr\" header=\"" + parts[0] + ":\"";
            xml.append("<ereg regexp=\"" + parts[1] + "\" search_in=\"" + where + " check_it=\"true\" assign_to=\""
                    + name + "\"/>");
        }
        return xml.toString();
    }

    String xml() {
        var all = new ArrayList<>(steps);
        if (server) {
            all.add("<nop next=\"2\"/>");
            all.add(REGISTERED);
        }
        if (!kept.isEmpty()) all.add("<Reference variables=\"" + String.join(",", kept) + "\"/>");
        return "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<scenario name=\"amends\">\n" + String.join("\n", all)
                + "\n</scenario>\n";
    }
}
