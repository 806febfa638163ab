package amends.sms.smpp;

import amends.kernel.GsmAlphabet;
import java.nio.charset.StandardCharsets;

/**
 * How a text travels: in the GSM alphabet where that has all its characters, in UCS-2 (as UTF-16, big end first)
 * otherwise.
 *
 * @param dataCoding SMPP 3.4 §5.2.19
 */
record Coding(byte dataCoding, byte[] octets) {
    private static final byte GSM = 0;
    private static final byte UCS2 = 8;
    /** What fits into one message on the air: 140 octets, or 160 septets. */
    private static final int MOST_GSM = 160;

    private static final int MOST_UCS2 = 140;

    static Coding of(String text) {
        return GsmAlphabet.encode(text)
                .map(octets -> new Coding(GSM, octets))
                .orElseGet(() -> new Coding(UCS2, text.getBytes(StandardCharsets.UTF_16BE)));
    }

    boolean isLong() {
        return octets.length > (dataCoding == GSM ? MOST_GSM : MOST_UCS2);
    }

    /** The text, raw; a part's may begin or end with half a character. Binary messages have none. */
    static String text(byte dataCoding, byte[] octets) {
        return switch (alphabet(dataCoding & 0xFF)) {
            case 8 -> ucs2(octets);
            case 1 -> new String(octets, StandardCharsets.US_ASCII);
            case 3 -> new String(octets, StandardCharsets.ISO_8859_1);
            case 0 -> GsmAlphabet.decode(octets);
            default -> "";
        };
    }

    /** The GSM data coding groups (3GPP TS 23.038 §4) as the plain values that they mean. */
    private static int alphabet(int coding) {
        if (coding < 0x10) return coding;
        if ((coding & 0xC0) == 0) return coding & 0x0C;
        if ((coding & 0xF0) == 0xE0) return 8;
        if ((coding & 0xF0) == 0xF0) return coding & 0x04;
        return 0;
    }

    /** Not by the decoder, which would replace half a character. */
    private static String ucs2(byte[] octets) {
        var text = new StringBuilder(octets.length / 2);
        for (int i = 0; i + 1 < octets.length; i += 2)
            text.append((char) ((octets[i] & 0xFF) << 8 | octets[i + 1] & 0xFF));
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coding(byte coding, byte[] bytes)
                && coding == dataCoding
                && java.util.Arrays.equals(bytes, octets);
    }

    @Override
    public int hashCode() {
        return 31 * dataCoding + java.util.Arrays.hashCode(octets);
    }
}
