package amends.media.device;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import java.util.Arrays;

/** No sound at all: nothing is heard, silence is said. */
public final class SilentDevices implements AudioDevices {
    private record Quiet() implements AudioSource, AudioSink {
        @Override
        public void read(short[] frame) {
            Arrays.fill(frame, (short) 0);
        }

        @Override
        public void write(short[] frame) {}

        @Override
        public void close() {}
    }

    @Override
    public AudioSource openMicrophone() {
        return new Quiet();
    }

    @Override
    public AudioSink openSpeaker() {
        return new Quiet();
    }

    @Override
    public String trouble() {
        return "";
    }
}
