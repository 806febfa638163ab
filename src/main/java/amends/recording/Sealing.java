package amends.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** How sound is made unreadable to all but the holder of the vault's private key. Safe for use by any thread. */
public interface Sealing {
    /** A fresh key for one recording, which only the vault's private key gives back. */
    SealingKey newKey(UUID recording) throws SealingFailed;

    /** Gives back the key of a recording, where this desk may. */
    Unwrapping unwrap(UUID recording, byte[] wrappedKey);

    /** With a recording's own key, given out by who keeps it. */
    Unwrapping opened(byte[] secret);

    /** How many opened bytes the whole segments of so many sealed bytes hold; needs no key. */
    long openable(long sealedBytes);

    interface SealingKey {
        /** The key as the file's header keeps it. */
        byte[] wrapped();

        /** The key itself: to be kept where nobody finds it who may not hear the recording, or forgotten. */
        byte[] secret();

        /**
         * Seals what is written to it and hands it on segment by segment; closing writes the last segment, by which
         * a reader knows that nothing follows.
         *
         * @param bound clear bytes that the seal is tied to: change one and nothing opens
         */
        OutputStream seal(OutputStream file, byte[] bound) throws IOException;
    }

    sealed interface Unwrapping {
        record Opened(SegmentOpener opener) implements Unwrapping {}

        /** Sealed for a vault whose private key is not here. */
        record NoKey(String why) implements Unwrapping {}

        /** The key is here and yet does not open it: the wrapped key was changed. */
        record Broken(String why) implements Unwrapping {}
    }

    /** Opens one sealed stream, segment by segment, in any order. Owned by one thread. */
    interface SegmentOpener {
        /** Length of what stands before the first segment; the first segment is shorter by as much. */
        int headerLength();

        /** Length of a sealed segment; only the last may be shorter. */
        int segmentLength();

        /** Takes the stream's header; whether it is one. */
        boolean begin(byte[] header, byte[] bound);

        /**
         * Opens one segment.
         *
         * @param number from 0
         * @param last whether it was sealed as the last of its stream
         * @return the opened bytes, or null when the segment is not exactly what was sealed at this place
         */
        byte[] open(byte[] sealed, int length, int number, boolean last);
    }
}
