package amends.recording;

import amends.telephony.CallId;

/** What people should know of recording while it goes on. Told on the recording's own thread. */
public sealed interface RecordingEvent {
    CallId call();

    record RecordingBegan(CallId call, Recording recording) implements RecordingEvent {}

    record RecordingSealed(CallId call, Recording recording) implements RecordingEvent {}

    /**
     * The call goes on; its recording does not, or not whole.
     *
     * @param detail for the log and for a hint, in English
     */
    record RecordingTrouble(CallId call, Kind kind, String detail) implements RecordingEvent {
        public enum Kind {
            /** Nothing could be written: no folder, no permission, no key. The call is not recorded. */
            NOT_BEGUN,
            /** Writing failed in mid-call, most often because the disk is full. What was written is kept. */
            STOPPED,
            /** Some sound could not be taken in time and is silence in the recording. */
            SOUND_LOST,
            /** The sound is kept, but could not be closed or chained properly; the next start tries again. */
            NOT_CLOSED
        }
    }
}
