package amends.media;

import java.util.Arrays;

/** How strong each frequency of a short piece of sound is, by a fast Fourier transform. One thread. */
final class PowerSpectrum {
    private final int size;
    private final double[] cos;
    private final double[] sin;
    private final double[] re;
    private final double[] im;

    /** @param size a power of two */
    PowerSpectrum(int size) {
        this.size = size;
        re = new double[size];
        im = new double[size];
        cos = new double[size / 2];
        sin = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cos[i] = Math.cos(-2 * Math.PI * i / size);
            sin[i] = Math.sin(-2 * Math.PI * i / size);
        }
    }

    /** @param frame no longer than the size; zeros follow @return from no frequency to half the rate, both included */
    double[] of(double[] frame) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        int places = Integer.numberOfLeadingZeros(size) + 1;
        for (int i = 0; i < frame.length; i++) re[Integer.reverse(i) >>> places] = frame[i];
        for (int half = 1; half < size; half *= 2)
            for (int from = 0; from < size; from += 2 * half)
                for (int i = 0; i < half; i++) cross(from + i, from + i + half, i * (size / 2 / half));
        var power = new double[size / 2 + 1];
        for (int i = 0; i < power.length; i++) power[i] = re[i] * re[i] + im[i] * im[i];
        return power;
    }

    private void cross(int one, int other, int turn) {
        double x = re[other] * cos[turn] - im[other] * sin[turn];
        double y = re[other] * sin[turn] + im[other] * cos[turn];
        re[other] = re[one] - x;
        im[other] = im[one] - y;
        re[one] += x;
        im[one] += y;
    }
}
