package amends.sip;

/** A session description from outside, for a fuzzer. How to run it for ten minutes: interop.md. */
public final class SdpFuzz {
    private SdpFuzz() {}

    /** Called by the fuzzer, by name. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            SessionDescription.parse(bytes);
        } catch (MalformedSdp e) {
            // What it is for.
        }
    }
}
