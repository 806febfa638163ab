package amends.rtp;

/**
 * ITU-T G.722 at 64 kbit/s: 16 kHz sound, one byte for two samples. Encoder and decoder keep what they have heard, so
 * there is one of each a stream, fed in order. One thread each.
 */
public final class G722 {
    private static final int[] MIRROR = {3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11};
    private static final int[] STEPS_LOW = {-60, -30, 58, 172, 334, 538, 1198, 3042};
    private static final int[] STEP_OF = {0, 7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0};
    private static final int[] STEPS_HIGH = {798, -214, 798, -214};
    private static final int[] HIGH = {-7408, -1616, 7408, 1616};
    private static final int[] FOUR_BITS = {
        0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0
    };
    private static final int[] SIX_BITS = {
        -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232, -9360, -8576,
        -7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168, -2776, -2400, -2032, -1688, -1360, -1040,
        -728, 24808, 21904, 19008, 16704, 14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456,
        4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136
    };
    /** Decision levels of the lower band. */
    private static final int[] LEVELS = {
        0, 35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1023, 1121, 1219,
        1339, 1458, 1612, 1765, 1980, 2195, 2557, 2919
    };

    private G722() {}

    private static int low(int code, int scale) {
        return scale * FOUR_BITS[code >> 2] >> 15;
    }

    private static int lowStep(int code) {
        return STEPS_LOW[STEP_OF[code >> 2]];
    }

    /** The two bands of a mirror filter: 24 samples, of which every call takes two more in. */
    private static final class Mirror {
        private final int[] samples = new int[24];
        int even;
        int odd;

        void take(int first, int second) {
            System.arraycopy(samples, 2, samples, 0, 22);
            samples[22] = first;
            samples[23] = second;
            even = odd = 0;
            for (int i = 0; i < 12; i++) {
                even += samples[2 * i] * MIRROR[i];
                odd += samples[2 * i + 1] * MIRROR[11 - i];
            }
        }
    }

    public static final class Encoder {
        private final Mirror mirror = new Mirror();
        private final G722Band lower = G722Band.lower();
        private final G722Band higher = G722Band.higher();

        /** @param pcm an even number of samples at 16 kHz */
        public byte[] encode(short[] pcm) {
            var coded = new byte[pcm.length / 2];
            for (int i = 0; i < coded.length; i++) {
                mirror.take(pcm[2 * i], pcm[2 * i + 1]);
                int low = low(mirror.odd + mirror.even >> 14);
                coded[i] = (byte) (high(mirror.odd - mirror.even >> 14) << 6 | low);
            }
            return coded;
        }

        private int low(int sample) {
            int error = G722Band.saturated(sample - lower.predicted());
            int size = error >= 0 ? error : -(error + 1);
            int level = 1;
            while (level < 30 && size >= LEVELS[level % 30] * lower.scale() >> 12) level++;
            int code = error >= 0 ? 62 - level : level < 3 ? 64 - level : 34 - level;
            lower.adapt(G722.low(code, lower.scale()), lowStep(code));
            return code;
        }

        private int high(int sample) {
            int error = G722Band.saturated(sample - higher.predicted());
            int size = error >= 0 ? error : -(error + 1);
            boolean large = size >= 564 * higher.scale() >> 12;
            int code = error >= 0 ? (large ? 2 : 3) : large ? 0 : 1;
            higher.adapt(higher.scale() * HIGH[code] >> 15, STEPS_HIGH[code]);
            return code;
        }
    }

    public static final class Decoder {
        private static final int MOST = 16383;
        private final Mirror mirror = new Mirror();
        private final G722Band lower = G722Band.lower();
        private final G722Band higher = G722Band.higher();

        /** @return two samples at 16 kHz for each byte; any bytes can be decoded */
        public short[] decode(byte[] coded) {
            var pcm = new short[coded.length * 2];
            for (int i = 0; i < coded.length; i++) {
                int low = low(coded[i] & 0x3F);
                int high = high(coded[i] >> 6 & 3);
                mirror.take(low + high, low - high);
                pcm[2 * i] = (short) G722Band.saturated(mirror.odd >> 11);
                pcm[2 * i + 1] = (short) G722Band.saturated(mirror.even >> 11);
            }
            return pcm;
        }

        private int low(int code) {
            int heard = lower.predicted() + (lower.scale() * SIX_BITS[code] >> 15);
            lower.adapt(G722.low(code, lower.scale()), lowStep(code));
            return Math.clamp(heard, -MOST - 1, MOST);
        }

        private int high(int code) {
            int difference = higher.scale() * HIGH[code] >> 15;
            int heard = higher.predicted() + difference;
            higher.adapt(difference, STEPS_HIGH[code]);
            return Math.clamp(heard, -MOST - 1, MOST);
        }
    }
}
