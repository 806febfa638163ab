package amends.media.hidraw;

import java.util.HexFormat;

/**
 * Report descriptors for tests: SYNTHETIC, written from the HID specification and its usage tables. None was taken from
 * a device.
 */
final class Descriptors {
    private Descriptors() {}

    private static byte[] of(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("[^0-9A-Fa-f]", ""));
    }

    /**
     * A USB headset: consumer keys in report 1; in report 2 hook (a switch), mute (a button), flash, drop, 4 bits of
     * padding; lights in report 2: off-hook, mute, ring, hold, ringer, 3 bits of padding.
     */
    static final byte[] HEADSET = of("05 0C 09 01 A1 01 85 01 15 00 25 01 09 E9 09 EA 75 01 95 02 81 02 95 06 81 01 C0"
            + "05 0B 09 05 A1 01 85 02 15 00 25 01 09 20 75 01 95 01 81 22"
            + "09 2F 81 06 09 21 09 26 95 02 81 06 95 04 81 01"
            + "05 08 09 17 09 09 09 18 09 20 95 04 91 22 05 0B 09 9E 95 01 91 22 95 03 91 01 C0");

    /** The same without numbers: hook and a mute that stays, one byte; lights off-hook and mute, one byte. */
    static final byte[] PLAIN = of("05 0B 09 05 A1 01 15 00 25 01 75 01 95 01 09 20 81 22 09 2F 81 22 95 06 81 01"
            + "05 08 09 17 09 09 95 02 91 22 95 06 91 01 C0");

    /** What is pressed as a number in a byte: usages 0x20 to 0x2F are 1 to 16. */
    static final byte[] ARRAY = of("05 0B 09 05 A1 01 85 03 15 01 25 10 19 20 29 2F 75 08 95 01 81 00 C0");

    /** Hook by a usage of four bytes, within kept and restored states. */
    static final byte[] KEPT =
            of("05 01 A1 01 75 01 95 01 A4 05 0C 75 08 B4 15 00 25 01 0B 20 00 0B 00 81 22 95 07 81 01 C0");

    /** A keyboard: no telephone. */
    static final byte[] KEYBOARD =
            of("05 01 09 06 A1 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02 95 01 75 08 81 01"
                    + "05 08 19 01 29 05 95 05 75 01 91 02 95 01 75 03 91 01 C0");
}
