package amends.rtp;

/** What comes as STUN, for a fuzzer: a message or none. How to run it for ten minutes: interop.md. */
public final class StunFuzz {
    private StunFuzz() {}

    /** Called by the fuzzer, by name. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        StunMessage.parse(bytes, bytes.length).ifPresent(message -> {
            message.mapped();
            message.demandsMore();
            message.answers(new byte[StunMessage.ID_LENGTH]);
        });
    }
}
