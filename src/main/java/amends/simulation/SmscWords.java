package amends.simulation;

import amends.kernel.GsmAlphabet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.OptionalParameter;

/** How texts travel, as a message centre writes and reads them. Pure. */
final class SmscWords {
    static final byte GSM = 0;
    static final byte UCS2 = 8;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);
    /** What fits on the air: alone, and beside the six octets that tell which part it is. */
    private static final int ALONE_GSM = 160;

    private static final int PART_GSM = 153;
    private static final int ALONE_UCS2 = 140;
    private static final int PART_UCS2 = 134;

    private SmscWords() {}

    /** @param header whether the octets begin with a user data header */
    record Octets(byte dataCoding, byte[] bytes, boolean header) {}

    /** One, or as many parts as the air needs. @param reference the same in all parts, 0 to 255 */
    static List<Octets> parts(String text, int reference) {
        var gsm = GsmAlphabet.encode(text);
        byte coding = gsm.isPresent() ? GSM : UCS2;
        byte[] all = gsm.orElseGet(() -> text.getBytes(StandardCharsets.UTF_16BE));
        if (all.length <= (coding == GSM ? ALONE_GSM : ALONE_UCS2)) return List.of(new Octets(coding, all, false));
        int size = coding == GSM ? PART_GSM : PART_UCS2;
        int of = (all.length + size - 1) / size;
        var parts = new ArrayList<Octets>();
        for (int i = 0; i < of; i++) {
            byte[] body = Arrays.copyOfRange(all, i * size, Math.min(all.length, (i + 1) * size));
            byte[] part =
                    Arrays.copyOf(new byte[] {5, 0, 3, (byte) reference, (byte) of, (byte) (i + 1)}, 6 + body.length);
            System.arraycopy(body, 0, part, 6, body.length);
            parts.add(new Octets(coding, part, true));
        }
        return parts;
    }

    static String read(MessageRequest pdu) {
        byte[] octets = pdu.getShortMessage();
        var payload = pdu.getOptionalParameter(OptionalParameter.Message_payload.class);
        if ((octets == null || octets.length == 0) && payload != null) octets = payload.getValue();
        if (octets == null) return "";
        if (pdu.isUdhi() && octets.length > 0)
            octets = Arrays.copyOfRange(octets, Math.min(octets.length, 1 + (octets[0] & 0xFF)), octets.length);
        return switch (pdu.getDataCoding()) {
            case UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
            case 3 -> new String(octets, StandardCharsets.ISO_8859_1);
            case 1 -> new String(octets, StandardCharsets.US_ASCII);
            default -> GsmAlphabet.decode(octets);
        };
    }

    /** As in SMPP 3.4 appendix B. */
    static byte[] receipt(SmscMessage message, boolean delivered, Instant done) {
        return "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
                .formatted(
                        message.id(),
                        delivered ? "001" : "000",
                        MINUTE.format(message.at()),
                        MINUTE.format(done),
                        delivered ? "DELIVRD" : "UNDELIV",
                        delivered ? "000" : "001")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
