package amends.knowledge.lucene;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps vectors by the text that they were made of, in one file: made once, they are there at the next start. A file that
 * is broken is worth nothing and made anew. One thread at a time.
 */
final class VectorShelf {
    private static final Logger LOG = LoggerFactory.getLogger(VectorShelf.class);
    private static final int MAGIC = 0x414D5631;
    private static final int MOST = 1_000_000;
    private static final int LONGEST = 4_096;
    private static final int KEY_BYTES = 16;

    private final Optional<Path> file;
    private final Map<String, PlacedVector> kept = new HashMap<>();
    /** Those that were asked for or made since the start. */
    private final Set<String> used = new HashSet<>();

    private boolean isOpen;
    private boolean incomplete;
    private boolean grown;

    /** @param file empty: kept for this run only */
    VectorShelf(Optional<Path> file) {
        this.file = file;
    }

    /** Reads the file, if it is not open. */
    void open() {
        if (isOpen) return;
        file.ifPresent(this::read);
        isOpen = true;
    }

    /** Keeps what is new, and gives up the room. */
    void close() {
        keep();
        kept.clear();
        used.clear();
        isOpen = false;
        incomplete = false;
        grown = false;
    }

    Optional<PlacedVector> of(String space, String text) {
        String key = key(space, text);
        PlacedVector found = kept.get(key);
        if (found != null) used.add(key);
        return Optional.ofNullable(found);
    }

    void put(String space, String text, PlacedVector vector) {
        String key = key(space, text);
        kept.put(key, vector);
        used.add(key);
        grown = true;
    }

    /** Not every text could be asked for: what was not may be wanted at the next start. */
    void isIncomplete() {
        incomplete = true;
    }

    /** All articles were looked at: what was not asked for belongs to texts that are no more. */
    void forgetOthers() {
        if (incomplete || used.isEmpty()) return;
        grown |= kept.keySet().retainAll(used);
        keep();
    }

    /** Writes what is new, whole or not at all. Where that is refused, vectors are made again at the next start. */
    void keep() {
        if (!grown || file.isEmpty()) return;
        try {
            // Where two write at once the one that is second loses: what it made is made again.
            Path part = file.get().resolveSibling(file.get().getFileName() + ".part");
            try {
                write(part);
                Files.move(part, file.get(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            grown = false;
        } catch (IOException e) {
            LOG.warn("{} cannot be written, so articles will be read again: {}", file.get(), e.toString());
        }
    }

    private void write(Path to) throws IOException {
        var sum = new CRC32();
        try (var out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(to)), sum))) {
            out.writeInt(MAGIC);
            out.writeInt(kept.size());
            for (Map.Entry<String, PlacedVector> one : kept.entrySet()) {
                out.write(HexFormat.of().parseHex(one.getKey()));
                byte[] bytes = one.getValue().bytes();
                out.writeShort(bytes.length);
                out.write(bytes);
            }
            out.writeLong(sum.getValue());
        }
    }

    private void read(Path from) {
        var sum = new CRC32();
        try (var in =
                new DataInputStream(new CheckedInputStream(new BufferedInputStream(Files.newInputStream(from)), sum))) {
            int many = in.readInt() == MAGIC ? in.readInt() : -1;
            if (many < 0 || many > MOST) throw new IOException("not a file of vectors");
            for (int i = 0; i < many; i++) {
                byte[] key = in.readNBytes(KEY_BYTES);
                int length = in.readUnsignedShort();
                if (key.length < KEY_BYTES || length <= Float.BYTES || length > LONGEST)
                    throw new IOException("broken");
                var bytes = new byte[length];
                in.readFully(bytes);
                kept.put(HexFormat.of().formatHex(key), PlacedVector.read(bytes));
            }
            long told = sum.getValue();
            if (in.readLong() != told) throw new IOException("changed since it was written");
        } catch (NoSuchFileException none) {
            kept.clear();
        } catch (IOException e) {
            LOG.warn("{} is broken and made anew: {}", from, e.toString());
            kept.clear();
        }
    }

    private static String key(String space, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(space.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
