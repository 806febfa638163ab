package amends.rtp;

/**
 * The two codings of ITU-T G.711, one byte a sample. Samples are 16-bit; A-law keeps their upper 13 bits and µ-law
 * their upper 14, the rest is cut off towards zero before coding. Immutable, any thread.
 */
public enum G711 {
    A_LAW(8) {
        @Override
        int expand(int code) {
            int value = code ^ 0x55;
            int exponent = value >> 4 & 7;
            int magnitude = (value & 0x0F) << 4 | 8;
            if (exponent > 0) magnitude = (magnitude | 0x100) << exponent - 1;
            return (value & 0x80) != 0 ? magnitude : -magnitude;
        }

        @Override
        int compress(int sample) {
            int magnitude = (sample < 0 ? ~sample : sample) >> 4;
            int exponent = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
            int mantissa = magnitude >> Math.max(0, exponent - 1) & 0x0F;
            return ((sample < 0 ? 0 : 0x80) | exponent << 4 | mantissa) ^ 0x55;
        }
    },

    MU_LAW(0) {
        @Override
        int expand(int code) {
            int value = ~code;
            int magnitude = (((value & 0x0F) << 3) + 0x84 << (value >> 4 & 7)) - 0x84;
            return (value & 0x80) != 0 ? -magnitude : magnitude;
        }

        @Override
        int compress(int sample) {
            int magnitude = Math.min((Math.abs(sample) >> 2) + 33, 0x1FFF);
            int exponent = 26 - Integer.numberOfLeadingZeros(magnitude);
            int mantissa = magnitude >> exponent + 1 & 0x0F;
            return ~((sample < 0 ? 0x80 : 0) | exponent << 4 | mantissa) & 0xFF;
        }
    };

    private final int payloadType;
    private final short[] samples = new short[256];
    private final byte[] codes = new byte[65536];

    G711(int payloadType) {
        this.payloadType = payloadType;
        for (int code = 0; code < samples.length; code++) samples[code] = (short) expand(code);
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++)
            codes[sample & 0xFFFF] = (byte) compress(sample);
    }

    abstract int expand(int code);

    abstract int compress(int sample);

    /** The number that RFC 3551 gives it: 0 PCMU, 8 PCMA. */
    public int payloadType() {
        return payloadType;
    }

    /** The encoding name of RFC 3551. */
    public String encodingName() {
        return this == A_LAW ? "PCMA" : "PCMU";
    }

    public byte encode(short sample) {
        return codes[sample & 0xFFFF];
    }

    public short decode(byte code) {
        return samples[code & 0xFF];
    }

    public byte[] encode(short[] pcm) {
        var coded = new byte[pcm.length];
        for (int i = 0; i < pcm.length; i++) coded[i] = encode(pcm[i]);
        return coded;
    }

    public short[] decode(byte[] coded) {
        var pcm = new short[coded.length];
        for (int i = 0; i < coded.length; i++) pcm[i] = decode(coded[i]);
        return pcm;
    }
}
