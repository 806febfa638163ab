package amends.media.webrtc;

import amends.media.Pcm;
import amends.media.VoiceCleaner;
import amends.media.VoiceTreatment;
import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** WebRTC's audio processing, which takes 10 ms at a time: our frames are two of them. */
final class WebrtcCleaner implements VoiceCleaner {
    private static final Logger LOG = LoggerFactory.getLogger(WebrtcCleaner.class);
    private static final int STEP = Pcm.RATE / 100;
    /** Who whispers is heard, and a fan is not made into a storm. */
    private static final float MOST_GAIN_DB = 24;

    /** Where gain begins before anything was said: a headset's usual voice needs little. */
    private static final float FIRST_GAIN_DB = 3;

    private final AudioProcessing processing;
    private final AudioProcessingStreamConfig shape = new AudioProcessingStreamConfig(Pcm.RATE, 1);
    private final byte[] in = new byte[2 * STEP];
    private final byte[] out = new byte[2 * STEP];
    private final ShortBuffer given = samples(in);
    private final ShortBuffer treated = samples(out);
    private boolean failed;

    WebrtcCleaner(AudioProcessing processing, VoiceTreatment treatment) {
        this.processing = processing;
        processing.applyConfig(config(treatment));
    }

    private static AudioProcessingConfig config(VoiceTreatment treatment) {
        var config = new AudioProcessingConfig();
        config.echoCanceller.enabled = treatment.echo();
        config.echoCanceller.enforceHighPassFiltering = treatment.echo();
        config.noiseSuppression.enabled = treatment.noise();
        config.noiseSuppression.level = AudioProcessingConfig.NoiseSuppression.Level.HIGH;
        config.highPassFilter.enabled = treatment.echo() || treatment.noise();
        config.gainControl.enabled = treatment.gain();
        config.gainControl.adaptiveDigital.enabled = treatment.gain();
        config.gainControl.adaptiveDigital.maxGainDb = MOST_GAIN_DB;
        config.gainControl.adaptiveDigital.initialGainDb = FIRST_GAIN_DB;
        return config;
    }

    private static ShortBuffer samples(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asShortBuffer();
    }

    @Override
    public void plays(short[] frame) {
        for (int at = 0; at < frame.length; at += STEP) {
            given.put(0, frame, at, STEP);
            told(processing.processReverseStream(in, shape, shape, out));
        }
    }

    @Override
    public void clean(short[] frame) {
        for (int at = 0; at < frame.length; at += STEP) {
            given.put(0, frame, at, STEP);
            if (told(processing.processStream(in, shape, shape, out))) treated.get(0, frame, at, STEP);
        }
    }

    /** @param error 0 for none @return whether it was done */
    private boolean told(int error) {
        if (error != 0 && !failed) LOG.warn("the microphone cannot be treated (error {}) and is heard as it is", error);
        failed |= error != 0;
        return error == 0;
    }

    @Override
    public void close() {
        processing.dispose();
    }
}
