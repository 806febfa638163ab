package amends.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** How two voices become bytes: customer left, agent right, nothing leaking from one to the other. */
public interface SoundFormat {
    /** @param title stands in the file's tags */
    SoundWriter writer(OutputStream out, String title) throws IOException;

    /** @throws IOException when what comes is no sound of this format */
    SoundReader reader(InputStream in) throws IOException;

    /** How much sound so many bytes of an unfinished file hold at the least; needs no key, for the rate is constant. */
    Duration heldBy(long bytes);

    /** Owned by one thread. Closing ends the sound properly. */
    interface SoundWriter extends Closeable {
        /** One frame of {@link amends.media.Pcm#FRAME} samples of each side. */
        void frame(short[] customer, short[] agent) throws IOException;
    }

    /** Owned by one thread. Bounded in memory whatever comes in. */
    interface SoundReader {
        /** Samples a second, of each side. */
        int rate();

        /** The next bit of sound, or null at the end, the length at its end counted in {@link #position}. */
        Stretch next() throws IOException;

        /** Passes over the next bit without decoding it; whether there was one. */
        boolean skip() throws IOException;

        /** How much sound was read or passed over. */
        Duration position();

        /** Whether the sound came to its proper end. */
        boolean ended();
    }

    /** Both sides of the same moment, equally long. */
    record Stretch(short[] customer, short[] agent) {}
}
