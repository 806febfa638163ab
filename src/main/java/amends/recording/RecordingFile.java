package amends.recording;

import amends.media.Pcm;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The vault file of a recording while it is written. Every segment goes to the system as soon as it is full. */
final class RecordingFile implements Closeable {
    private final RunningRecording.About about;
    private final String name;
    private final Vault vault;
    private final SeekableByteChannel channel;
    private final FileHeader header;
    private final byte[] secret;
    private final int boundLength;
    private final SoundFormat.SoundWriter sound;
    private long frames;

    static RecordingFile create(RunningRecording.About about, Vault vault, Sealing sealing, SoundFormat format)
            throws IOException {
        String name = about.began().atZone(ZoneOffset.UTC).toLocalDate() + "/" + about.id() + ".ogg.sealed";
        var key = sealing.newKey(about.id());
        var channel = vault.create(name);
        try {
            return new RecordingFile(about, name, vault, channel, key, format);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private RecordingFile(
            RunningRecording.About about,
            String name,
            Vault vault,
            SeekableByteChannel channel,
            Sealing.SealingKey key,
            SoundFormat format)
            throws IOException {
        this.about = about;
        this.name = name;
        this.vault = vault;
        this.channel = channel;
        byte[] salt = new byte[FileHeader.SALT];
        new SecureRandom().nextBytes(salt);
        header = new FileHeader(about.id(), about.call().value(), about.agent(), about.began(), salt, key.wrapped());
        secret = key.secret();
        byte[] bound = header.encoded();
        boundLength = bound.length;
        var start = ByteBuffer.allocate(bound.length + SealMark.LENGTH).put(bound);
        var out = new LeftOpen(Channels.newOutputStream(channel));
        out.write(start.array());
        sound = format.writer(key.seal(out, bound), about.id().toString());
    }

    /** Its own key. */
    byte[] secret() {
        return secret;
    }

    FileHeader header() {
        return header;
    }

    void frame(short[] customer, short[] agent) throws IOException {
        sound.frame(customer, agent);
        frames++;
    }

    Recording running(boolean announced) {
        return facts(Optional.empty(), announced, Recording.State.RUNNING);
    }

    /** Notes in the file that the customer was told, so that a crash does not forget it. */
    void announced() throws IOException {
        new SealMark(Recording.State.RUNNING, true, 0, Duration.ZERO, about.began()).writeTo(channel, boundLength);
    }

    /** Ends the sound, the seal and the file, in this order. */
    Recording seal(boolean announced, Instant now) throws IOException {
        sound.close();
        var sealed = facts(Optional.of(now), announced, Recording.State.SEALED);
        var mark = new SealMark(Recording.State.SEALED, announced, channel.size(), sealed.length(), now);
        mark.writeTo(channel, boundLength);
        vault.settle(channel);
        return sealed;
    }

    private Recording facts(Optional<Instant> end, boolean announced, Recording.State state) {
        var length = Duration.ofMillis(frames * Pcm.FRAME_MS);
        return new Recording(
                about.id(), about.call().value(), about.agent(), name, about.began(), end, length, announced, state);
    }

    String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Ending the seal must not close the file, which still gets its mark. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
