package amends.rtp;

/** What comes as SRTP and SRTCP, for a fuzzer, to a line that got a good packet first. How to run it: interop.md. */
public final class SrtpFuzz {
    private SrtpFuzz() {}

    /** Called by the fuzzer, by name. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        for (SrtpSuite suite : SrtpSuite.values()) {
            byte[] key = new byte[suite.keyBytes() + suite.saltBytes()];
            try (Srtp sending = Srtp.sending(suite, key);
                    Srtp receiving = Srtp.receiving(suite, key)) {
                byte[] good = new RtpPacket(false, 8, 1, 160, 7, new byte[160]).bytes();
                sending.protect(good, good.length).ifPresent(p -> receiving.unprotect(p, p.length));
                receiving.unprotect(bytes, bytes.length);
                receiving.unprotectControl(bytes, bytes.length);
                sending.protect(bytes, bytes.length);
                sending.protectControl(bytes);
            }
        }
    }
}
