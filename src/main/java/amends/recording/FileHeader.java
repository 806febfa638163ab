package amends.recording;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/**
 * The clear beginning of a vault file: what is needed to find the recording's row again, and its key, wrapped. The
 * sealed stream is bound to every byte of it.
 *
 * <pre>
 * 8  magic            4  length of all this     16 recording   16 agent   8 began, µs since 1970
 * 16 salt             2+n Call-ID, UTF-8        2+n wrapped key           8 digest of all before
 * </pre>
 *
 * @param salt makes digests of the file and its facts tell nothing once the file is deleted
 */
record FileHeader(UUID id, String call, UUID agent, Instant began, byte[] salt, byte[] wrappedKey) {
    static final int SALT = 16;
    static final int MAGIC_LENGTH = 8;
    static final int LONGEST = 8192;
    private static final int LONGEST_CALL = 2048;
    private static final int LONGEST_KEY = 4096;
    private static final int CHECK = 8;
    /** As PNG's: a high bit, line ends and an end-of-file mark show what a careless copy did. */
    private static final long MAGIC = 0x89_41_4D_52_0D_0A_1A_01L;

    /** Begins as a vault file does, as far as there is something. */
    static boolean magicAt(byte[] bytes, int length) {
        byte[] magic = ByteBuffer.allocate(MAGIC_LENGTH).putLong(MAGIC).array();
        int compared = Math.min(length, MAGIC_LENGTH);
        return compared > 0 && Arrays.equals(bytes, 0, compared, magic, 0, compared);
    }

    byte[] encoded() {
        byte[] whole = call.getBytes(StandardCharsets.UTF_8);
        byte[] callBytes = Arrays.copyOf(whole, Math.min(LONGEST_CALL, whole.length));
        int length = MAGIC_LENGTH + 4 + 16 + 16 + 8 + SALT + 2 + callBytes.length + 2 + wrappedKey.length + CHECK;
        var all = ByteBuffer.allocate(length).putLong(MAGIC).putInt(length);
        put(all, id);
        put(all, agent);
        all.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, began)).put(salt);
        all.putShort((short) callBytes.length).put(callBytes);
        all.putShort((short) wrappedKey.length).put(wrappedKey);
        all.put(Digests.sha256(all.array(), 0, length - CHECK), 0, CHECK);
        return all.array();
    }

    /** The length of a whole header, told by its first twelve bytes; -1 when it can be none. */
    static int lengthIn(ByteBuffer start) {
        int length = start.getInt(MAGIC_LENGTH);
        return length < MAGIC_LENGTH + 4 + CHECK || length > LONGEST ? -1 : length;
    }

    /** @return null when a byte of it was changed */
    static FileHeader decoded(byte[] all) {
        int body = all.length - CHECK;
        if (!Arrays.equals(all, body, all.length, Digests.sha256(all, 0, body), 0, CHECK)) return null;
        try {
            var in = ByteBuffer.wrap(all, 0, body).position(MAGIC_LENGTH + 4);
            var id = new UUID(in.getLong(), in.getLong());
            var agent = new UUID(in.getLong(), in.getLong());
            var began = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            byte[] salt = bytes(in, SALT);
            String call = new String(bytes(in, in.getShort() & 0xFFFF), StandardCharsets.UTF_8);
            byte[] key = bytes(in, in.getShort() & 0xFFFF);
            return key.length > LONGEST_KEY ? null : new FileHeader(id, call, agent, began, salt, key);
        } catch (BufferUnderflowException | DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static void put(ByteBuffer to, UUID id) {
        to.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        if (count > in.remaining()) throw new BufferUnderflowException();
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }
}
