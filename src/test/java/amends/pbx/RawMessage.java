package amends.pbx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A SIP message as text, read the way a peer would that nobody here wrote. */
record RawMessage(String head, String body) {
    static RawMessage parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        return new RawMessage(text.substring(0, end), text.substring(end + 4));
    }

    String startLine() {
        return head.lines().findFirst().orElseThrow();
    }

    boolean isRequest(String method) {
        return startLine().startsWith(method + " ");
    }

    boolean isResponse() {
        return startLine().startsWith("SIP/2.0 ");
    }

    int status() {
        return Integer.parseInt(startLine().split(" ")[1]);
    }

    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    List<String> headers(String name) {
        return head.lines()
                .skip(1)
                .filter(l -> l.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(l -> l.substring(name.length() + 1).strip())
                .toList();
    }

    String required(String name) {
        return header(name).orElseThrow(() -> new AssertionError("no " + name + " in\n" + head));
    }

    String callId() {
        return required("Call-ID");
    }

    String cseqMethod() {
        return required("CSeq").split(" ")[1];
    }

    int cseq() {
        return Integer.parseInt(required("CSeq").split(" ")[0]);
    }

    /** The URI between the angle brackets. */
    String uri(String header) {
        String value = required(header);
        return value.substring(value.indexOf('<') + 1, value.indexOf('>'));
    }

    /** Port of the first audio stream. */
    int mediaPort() {
        return Integer.parseInt(line("m=audio ").split(" ")[1]);
    }

    String line(String start) {
        return body.lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow(() -> new AssertionError(body));
    }

    List<String> payloadTypes() {
        String[] words = line("m=audio ").split(" ");
        return Arrays.asList(words).subList(3, words.length);
    }

    boolean bodyHas(String line) {
        return body.lines().anyMatch(line::equals);
    }
}
