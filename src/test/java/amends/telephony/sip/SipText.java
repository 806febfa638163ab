package amends.telephony.sip;

import java.util.List;
import java.util.function.Consumer;

/**
 * A SIP message as text, read by means that owe nothing to the stack under test.
 *
 * @param back sends a text to where this one came from
 */
record SipText(String text, Consumer<String> back) {
    String firstLine() {
        return text.lines().findFirst().orElse("");
    }

    List<String> headers(String name) {
        return text.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    String header(String name) {
        return headers(name).isEmpty() ? "" : headers(name).getFirst();
    }

    String body() {
        int gap = text.indexOf("\r\n\r\n");
        return gap < 0 ? "" : text.substring(gap + 4);
    }

    String tag(String header) {
        String value = header(header);
        int tag = value.indexOf(";tag=");
        return tag < 0 ? "" : value.substring(tag + 5).split(";")[0];
    }

    /** The URI of Contact, without its brackets. */
    String contact() {
        String value = header("Contact");
        return value.substring(value.indexOf('<') + 1, value.indexOf('>'));
    }

    /** Answers this request. @param extra further header lines and, after an empty line, a body */
    SipText reply(String status, String tag, String... extra) {
        String to = header("To").contains(";tag=") || tag.isEmpty() ? header("To") : header("To") + ";tag=" + tag;
        var reply = new StringBuilder("SIP/2.0 " + status + "\r\n");
        headers("Via").forEach(via -> reply.append("Via: ").append(via).append("\r\n"));
        reply.append("From: " + header("From") + "\r\nTo: " + to + "\r\nCall-ID: " + header("Call-ID") + "\r\nCSeq: "
                + header("CSeq") + "\r\n");
        String all = withBody(reply.toString(), extra);
        back.accept(all);
        return new SipText(all, back);
    }

    /** Completes a head by the lines given; what stands after an empty one is the body. */
    static String withBody(String head, String... extra) {
        List<String> lines = List.of(extra);
        int gap = lines.indexOf("");
        List<String> headers = gap < 0 ? lines : lines.subList(0, gap);
        String body = gap < 0 ? "" : String.join("\r\n", lines.subList(gap + 1, lines.size()));
        var text = new StringBuilder(head);
        headers.forEach(line -> text.append(line).append("\r\n"));
        int length = body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        return text.append("Content-Length: " + length + "\r\n\r\n")
                .append(body)
                .toString();
    }
}
