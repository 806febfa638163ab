package amends.rtp;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opus for one voice at 16 kHz (RFC 6716, RFC 7587) in pure Java. What is sent carries a coarse copy of the packet
 * before it, so that single losses can be made good; what is received is used so too.
 */
final class OpusVoice {
    /** We want the copies, packets of 20 ms, and nothing above 8 kHz since nobody here would hear it. */
    static final String PARAMETERS = "maxplaybackrate=16000;sprop-maxcapturerate=16000;useinbandfec=1;minptime=20";

    private static final Logger LOG = LoggerFactory.getLogger(OpusVoice.class);
    private static final int RATE = VoiceCoding.RATE;
    private static final int BITRATE = 32_000;
    private static final int COMPLEXITY = 5;
    /** Percent of loss that is always reckoned with, so that the copies are there when the first packet is lost. */
    private static final int USUAL_LOSS = 5;
    /** No packet holds more than 120 ms (RFC 6716 §3.2). */
    private static final int LONGEST = RATE * 120 / 1000;
    /** The smallest that frames come in: 2.5 ms. */
    private static final int GRAIN = RATE / 400;

    /** From this configuration on there is nothing of the voice coder in a packet, so no copy either (RFC 6716 §3.1). */
    private static final int CELT = 16;

    /** One frame of 20 ms of wide voice that is not there (RFC 6716 §3.1): the far end conceals it. */
    private static final byte[] LOST = {9 << 3};

    private OpusVoice() {}

    static final class Encoder implements VoiceEncoder {
        private final byte[] packet = new byte[1275];
        private int loss = USUAL_LOSS;
        private OpusEncoder coder = fresh(loss);

        private static OpusEncoder fresh(int loss) {
            try {
                return set(new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP), loss);
            } catch (OpusException e) {
                throw new IllegalStateException("the Opus encoder refused its settings", e);
            }
        }

        private static OpusEncoder set(OpusEncoder coder, int loss) {
            coder.setBitrate(BITRATE);
            coder.setComplexity(COMPLEXITY);
            coder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
            coder.setUseInbandFEC(true);
            coder.setPacketLossPercent(loss);
            return coder;
        }

        /** A coder that stumbled over a frame begins anew, and the far end makes up for the frame. */
        @Override
        public byte[] encode(short[] frame) {
            try {
                return Arrays.copyOf(packet, coder.encode(frame, 0, frame.length, packet, 0, packet.length));
            } catch (OpusException | RuntimeException | AssertionError e) {
                LOG.debug("a frame cannot be coded as Opus", e);
                coder = fresh(loss);
                return LOST.clone();
            }
        }

        @Override
        public void expectLoss(int percent) {
            loss = Math.clamp(percent, USUAL_LOSS, 30);
            coder.setPacketLossPercent(loss);
        }
    }

    static final class Decoder implements VoiceDecoder {
        private OpusDecoder coder = fresh();

        private static OpusDecoder fresh() {
            try {
                return new OpusDecoder(RATE, 1);
            } catch (OpusException e) {
                throw new IllegalStateException("the Opus decoder refused its settings", e);
            }
        }

        @Override
        public int samples(byte[] payload) {
            if (payload.length == 0 || payload.length > 1500) return 0;
            int frames = switch (payload[0] & 3) {
                case 0 -> 1;
                case 1, 2 -> 2;
                default -> payload.length < 2 ? 0 : payload[1] & 0x3F;
            };
            int samples = frames * frameSamples((payload[0] & 0xFF) >> 3);
            return samples > LONGEST ? 0 : samples;
        }

        private static int frameSamples(int configuration) {
            if (configuration < 12) return RATE * new int[] {10, 20, 40, 60}[configuration & 3] / 1000;
            if (configuration < 16) return (configuration & 1) == 0 ? RATE / 100 : RATE / 50;
            return GRAIN << (configuration & 3);
        }

        @Override
        public short[] decode(byte[] payload) {
            return decoded(payload, samples(payload), false);
        }

        @Override
        public short[] recover(byte[] next, int samples) {
            return decoded(next, samples, true);
        }

        /** A packet of one frame says so in the bit after those of whether a voice is in each of its 20 ms (RFC 6716 §4.2.3). */
        @Override
        public boolean tellsBefore(byte[] payload) {
            int configuration = payload.length < 2 ? CELT : (payload[0] & 0xFF) >> 3;
            if (configuration >= CELT || (payload[0] & 3) != 0) return false;
            int voiced = Math.max(1, frameSamples(configuration) / (RATE / 50));
            return (payload[1] >> 7 - voiced & 1) != 0;
        }

        @Override
        public short[] conceal(int samples) {
            return decoded(null, samples, false);
        }

        @Override
        public boolean pauses(byte[] payload) {
            return payload.length <= 2;
        }

        /** A coder that stumbled over what it was given has lost its thread: it begins anew, and silence is heard. */
        private short[] decoded(byte[] payload, int samples, boolean before) {
            var pcm = new short[samples];
            if (samples < GRAIN || samples > LONGEST) return pcm;
            try {
                int length = payload == null ? 0 : payload.length;
                coder.decode(payload, 0, length, pcm, 0, samples, before);
                return pcm;
            } catch (OpusException | RuntimeException | AssertionError e) {
                LOG.debug("an Opus packet cannot be decoded", e);
                coder = fresh();
                return new short[samples];
            }
        }
    }
}
