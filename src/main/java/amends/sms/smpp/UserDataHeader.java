package amends.sms.smpp;

import amends.sms.SmsGateway.Part;
import java.util.Arrays;
import java.util.Optional;

/**
 * What stands before the text when the message says so (3GPP TS 23.040 §9.2.3.24): here only that it is a part. A
 * header that does not hold is no header.
 *
 * @param length of the header in octets, its length octet included
 */
record UserDataHeader(int length, Optional<Part> part) {
    private static final UserDataHeader NONE = new UserDataHeader(0, Optional.empty());
    private static final int CONCATENATED_8 = 0x00;
    private static final int CONCATENATED_16 = 0x08;

    static UserDataHeader of(byte[] octets) {
        if (octets.length == 0 || (octets[0] & 0xFF) + 1 > octets.length) return NONE;
        int end = (octets[0] & 0xFF) + 1;
        Optional<Part> part = Optional.empty();
        for (int at = 1; at + 1 < end; at += 2 + (octets[at + 1] & 0xFF)) {
            int length = octets[at + 1] & 0xFF;
            if (at + 2 + length > end) break;
            Optional<Part> found = part(octets[at] & 0xFF, Arrays.copyOfRange(octets, at + 2, at + 2 + length));
            if (found.isPresent()) part = found;
        }
        return new UserDataHeader(end, part);
    }

    private static Optional<Part> part(int element, byte[] value) {
        if (element == CONCATENATED_8 && value.length == 3) return part(value[0] & 0xFF, value[2], value[1]);
        if (element == CONCATENATED_16 && value.length == 4)
            return part((value[0] & 0xFF) << 8 | value[1] & 0xFF, value[3], value[2]);
        return Optional.empty();
    }

    private static Optional<Part> part(int reference, byte number, byte of) {
        return part(reference, number & 0xFF, of & 0xFF);
    }

    /** @return empty when it is no part of several */
    static Optional<Part> part(int reference, int number, int of) {
        return of < 2 || number < 1 || number > of ? Optional.empty() : Optional.of(new Part(reference, number, of));
    }
}
