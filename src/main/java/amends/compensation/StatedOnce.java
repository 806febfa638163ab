package amends.compensation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody states without evidence counts once in a contact; outside of any, once for a customer on one day of the
 * policy's calendar. The gate of the PostgreSQL names it by the same digest, so that it counts once by whichever way it
 * was asked.
 */
final class StatedOnce {
    private StatedOnce() {}

    /** Stands in the ledger where the id of a failure stands otherwise. */
    static UUID id(GrantWish wish, FailureKind kind, LocalDate today) {
        String where = wish.contact()
                .map(UUID::toString)
                .orElseGet(() -> wish.customer().orElse(wish.id()) + ":" + today);
        return digest("stated:" + where + ":" + kind.key());
    }

    private static UUID digest(String text) {
        try {
            var bytes =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
