package amends.rtp;

/** One of the two sub-bands of G.722: predictor and quantiser scale, in the fixed-point steps of ITU-T G.722 §3. One thread. */
final class G722Band {
    /** Logarithms of the scale, as powers of two in 1/32 steps. */
    private static final int[] POWERS = {
        2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834, 2896, 2960,
        3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008
    };

    private final int shift;
    private final int highestLog;
    private final int[] poles = new int[3];
    private final int[] zeros = new int[7];
    private final int[] differences = new int[7];
    private final int[] reconstructed = new int[3];
    private final int[] partial = new int[3];
    private int zeroPart;
    private int log;
    private int predicted;
    private int scale;

    private G722Band(int scale, int shift, int highestLog) {
        this.scale = scale;
        this.shift = shift;
        this.highestLog = highestLog;
    }

    static G722Band lower() {
        return new G722Band(32, 8, 18432);
    }

    static G722Band higher() {
        return new G722Band(8, 10, 22528);
    }

    int predicted() {
        return predicted;
    }

    int scale() {
        return scale;
    }

    /** Takes the quantised difference in. @param step by which the logarithm of the scale moves */
    void adapt(int difference, int step) {
        log = Math.clamp((log * 127 >> 7) + step, 0, highestLog);
        int power = POWERS[log >> 6 & 31];
        int by = shift - (log >> 11);
        scale = (by < 0 ? power << -by : power >> by) << 2;
        predict(difference);
    }

    private void predict(int difference) {
        differences[0] = difference;
        reconstructed[0] = saturated(predicted + difference);
        partial[0] = saturated(zeroPart + difference);
        int second = secondPole();
        poles[1] = firstPole(second);
        poles[2] = second;
        moveZeros(difference);
        for (int i = 6; i > 0; i--) differences[i] = differences[i - 1];
        for (int i = 2; i > 0; i--) {
            reconstructed[i] = reconstructed[i - 1];
            partial[i] = partial[i - 1];
        }
        int polePart = saturated((poles[1] * saturated(2 * reconstructed[1]) >> 15)
                + (poles[2] * saturated(2 * reconstructed[2]) >> 15));
        int sum = 0;
        for (int i = 6; i > 0; i--) sum += zeros[i] * saturated(2 * differences[i]) >> 15;
        zeroPart = saturated(sum);
        predicted = saturated(polePart + zeroPart);
    }

    private int secondPole() {
        boolean same = partial[0] >> 15 == partial[1] >> 15;
        int four = saturated(poles[1] << 2);
        int moved = Math.min(same ? -four : four, Short.MAX_VALUE) >> 7;
        moved += partial[0] >> 15 == partial[2] >> 15 ? 128 : -128;
        moved += poles[2] * 32512 >> 15;
        return Math.clamp(moved, -12288, 12288);
    }

    private int firstPole(int second) {
        int sign = partial[0] >> 15 == partial[1] >> 15 ? 192 : -192;
        int most = saturated(15360 - second);
        return Math.clamp(saturated(sign + (poles[1] * 32640 >> 15)), -most, most);
    }

    private void moveZeros(int difference) {
        int by = difference == 0 ? 0 : 128;
        int sign = difference >> 15;
        for (int i = 1; i < 7; i++) {
            int towards = differences[i] >> 15 == sign ? by : -by;
            zeros[i] = saturated(towards + (zeros[i] * 32640 >> 15));
        }
    }

    static int saturated(int value) {
        return Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
