package amends.sms.smpp;

import amends.kernel.PlainText;
import amends.sms.SmsGateway.Arrival;
import amends.sms.SmsGateway.Fate;
import amends.sms.SmsGateway.Part;
import amends.sms.SmsGateway.Receipt;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;

/** Reads a deliver_sm, whatever stands in it. Pure. */
final class DeliverReading {
    private static final int MESSAGE_TYPE = 0x3C;
    private static final int SMSC_RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;
    private static final int MOST_ADDRESS = 64;
    private static final int MOST_WORDS = 300;

    private DeliverReading() {}

    static boolean isReceipt(DeliverSm pdu) {
        int type = pdu.getEsmClass() & MESSAGE_TYPE;
        return type == SMSC_RECEIPT || type == INTERMEDIATE;
    }

    /** @return empty when it names no message */
    static Optional<Receipt> receipt(DeliverSm pdu) {
        String words = Coding.text(pdu.getDataCoding(), octets(pdu));
        var text = ReceiptText.of(words);
        var state = pdu.getOptionalParameter(OptionalParameter.Message_state.class);
        var named = pdu.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        Fate fate = state == null ? text.fate() : ReceiptText.fate(state.getValue());
        return Optional.ofNullable(named)
                .map(OptionalParameter.COctetString::getValueAsString)
                .filter(id -> !id.isBlank())
                .or(text::messageId)
                .map(id -> new Receipt(
                        PlainText.line(id, 80),
                        address(pdu.getSourceAddrTon(), pdu.getSourceAddr()),
                        fate,
                        PlainText.line(words, MOST_WORDS)));
    }

    static Arrival arrival(String connection, DeliverSm pdu) {
        byte[] octets = octets(pdu);
        var header =
                (pdu.getEsmClass() & 0x40) != 0 ? UserDataHeader.of(octets) : new UserDataHeader(0, Optional.empty());
        byte[] body = Arrays.copyOfRange(octets, header.length(), octets.length);
        var number = pdu.getOptionalParameter(OptionalParameter.User_message_reference.class);
        return new Arrival(
                connection,
                fingerprint(pdu, octets, number),
                number != null,
                address(pdu.getSourceAddrTon(), pdu.getSourceAddr()),
                address(pdu.getDestAddrTon(), pdu.getDestAddress()),
                Coding.text(pdu.getDataCoding(), body),
                header.part().or(() -> segment(pdu)));
    }

    /** A part told by parameters beside the text (§5.3.2.22 and the following). */
    private static Optional<Part> segment(DeliverSm pdu) {
        var reference = pdu.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        var number = pdu.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        var of = pdu.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        if (reference == null || number == null || of == null) return Optional.empty();
        return UserDataHeader.part(reference.getValue() & 0xFFFF, number.getValue() & 0xFF, of.getValue() & 0xFF);
    }

    private static byte[] octets(DeliverSm pdu) {
        byte[] octets = pdu.getShortMessage();
        var payload = pdu.getOptionalParameter(OptionalParameter.Message_payload.class);
        if ((octets == null || octets.length == 0) && payload != null) octets = payload.getValue();
        return octets == null ? new byte[0] : octets;
    }

    private static String address(byte typeOfNumber, String digits) {
        String text = PlainText.line(digits, MOST_ADDRESS);
        boolean international = typeOfNumber == TypeOfNumber.INTERNATIONAL.value();
        return international && !text.startsWith("+") ? "+" + text : text;
    }

    private static String fingerprint(DeliverSm pdu, byte[] octets, OptionalParameter.User_message_reference number) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String address : new String[] {pdu.getSourceAddr(), pdu.getDestAddress()})
                digest.update((address + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(new byte[] {pdu.getEsmClass(), pdu.getDataCoding()});
            if (number != null)
                digest.update(ByteBuffer.allocate(2).putShort(number.getValue()).array());
            segment(pdu)
                    .ifPresent(part -> digest.update(ByteBuffer.allocate(8)
                            .putInt(part.reference())
                            .putInt(part.number())
                            .array()));
            return HexFormat.of().formatHex(digest.digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
