package amends.media.device;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Sound from and to files. Each time the microphone is opened (with the first of the calls that overlap) the clip
 * begins anew; what is heard in all calls goes into one file, one call after the other.
 */
public final class WavDevices implements AudioDevices, AutoCloseable {
    /** What the microphone does when its clip is over. */
    public enum AtEnd {
        LOOP,
        SILENCE
    }

    /** Ten seconds: a disk may be busy for that long before anything is lost. */
    private static final int RING = 500;

    private static final int CLOSE_MILLIS = 5000;

    private final short[] clip;
    private final AtEnd atEnd;
    private final Trouble trouble;
    private final RingSpeaker writer;

    /**
     * @param in what the agent says; null for silence
     * @param out what the agent hears, overwritten; null when nobody needs it
     * @throws IOException when a file cannot be used; the message names it
     */
    public WavDevices(Path in, AtEnd atEnd, Path out) throws IOException {
        this.clip = in == null ? new short[0] : WavClip.read(in);
        this.atEnd = atEnd;
        this.trouble = new Trouble("sound file " + out);
        this.writer = out == null ? null : writer(out);
    }

    private RingSpeaker writer(Path out) throws IOException {
        try {
            WavWriter first = WavWriter.open(out);
            return RingSpeaker.open("wav", FrameRing.keeping(RING), 0, () -> first, trouble);
        } catch (IOException e) {
            throw new IOException("cannot write the sound file " + out + ": " + e, e);
        }
    }

    @Override
    public AudioSource openMicrophone() {
        return new WavMicrophone(clip, atEnd == AtEnd.LOOP);
    }

    @Override
    public AudioSink openSpeaker() {
        return writer == null ? new SilentDevices().openSpeaker() : new Shared(writer);
    }

    /** The file outlives the call. */
    private record Shared(RingSpeaker writer) implements AudioSink {
        @Override
        public void write(short[] frame) {
            writer.write(frame);
        }

        @Override
        public void close() {}
    }

    @Override
    public String trouble() {
        return trouble.line();
    }

    /** Waits until all is in the file. Call after the media plane has let go. */
    @Override
    public void close() {
        if (writer == null) return;
        writer.close();
        writer.awaitEnd(CLOSE_MILLIS);
    }
}
