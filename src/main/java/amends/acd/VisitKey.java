package amends.acd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What a lead's desk proves its grant with: digits that are sent as keys, the only thing that every exchange passes on.
 * Around them stand the keys that no telephone has: exchanges hold back * and # while they may begin a feature of theirs,
 * and lose what comes meanwhile.
 */
record VisitKey(String digits) {
    static final int LENGTH = 10;
    /** Begins a key, anew where one was begun. */
    static final char BEGINS = 'A';
    /** What the visited desk answers a key with. */
    static final char YES = 'B';

    static final char NO = 'C';

    /** @param random that cannot be guessed */
    static VisitKey fresh(RandomGenerator random) {
        return new VisitKey("%010d".formatted(random.nextLong(10_000_000_000L)));
    }

    /** What is stored in its place. */
    String proof(UUID grant) {
        try {
            byte[] words = (grant + ":" + digits).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean opens(VisitGrant grant) {
        return MessageDigest.isEqual(
                proof(grant.id()).getBytes(StandardCharsets.UTF_8),
                grant.proof().getBytes(StandardCharsets.UTF_8));
    }
}
