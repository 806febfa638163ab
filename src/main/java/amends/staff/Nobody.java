package amends.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Stands in the audit trail where a look was at nobody who is known: for a number, or a code, by which looks at it can be
 * found. It is digested with a secret of the house, because there are so few numbers that all of them can be tried. The
 * gates of the PostgreSQL do the same.
 *
 * @param secret the house's; blocks, joins the caller's transaction
 */
public record Nobody(Supplier<String> secret) {
    public UUID of(String words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((secret.get() + ":" + words).getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
