package amends.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** What a file itself tells of its recording. */
public record RecordingFacts(UUID id, String call, UUID agent, Instant began) {
    private static final HexFormat HEX = HexFormat.of();

    static RecordingFacts of(FileHeader header) {
        return new RecordingFacts(header.id(), header.call(), header.agent(), header.began());
    }

    /** The row that a closed file stands for. */
    static Recording row(FileHeader header, SealMark mark, String name) {
        return new Recording(
                header.id(),
                header.call(),
                header.agent(),
                name,
                header.began(),
                Optional.of(mark.ended()),
                mark.sound(),
                mark.announced(),
                mark.state());
    }

    /** Salted digest of a recording's facts, as the chain keeps it. */
    static String digest(Recording recording, byte[] salt) {
        String text = String.join(
                "|",
                recording.id().toString(),
                recording.call(),
                recording.agent().toString(),
                recording.began().toString(),
                recording.ended().map(Instant::toString).orElse(""),
                Long.toString(recording.length().toMillis()),
                Boolean.toString(recording.announced()),
                recording.state().name());
        var digest = Digests.sha256();
        digest.update(salt);
        return HEX.formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Salted digest of a whole file, as the chain keeps it. */
    static String digest(SeekableByteChannel file, byte[] salt) throws IOException {
        MessageDigest digest = Digests.sha256();
        digest.update(salt);
        var buffer = ByteBuffer.allocate(64 * 1024);
        file.position(0);
        while (file.read(buffer.clear()) >= 0) digest.update(buffer.flip());
        return HEX.formatHex(digest.digest());
    }
}
