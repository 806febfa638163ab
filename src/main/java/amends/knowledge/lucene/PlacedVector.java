package amends.knowledge.lucene;

import java.nio.ByteBuffer;

/**
 * A vector of length one in numbers of eight bits: a quarter of the room, and likeness is off by less than a hundredth.
 *
 * @param step what one of them stands for
 */
record PlacedVector(byte[] numbers, float step) {
    private static final int HIGHEST = Byte.MAX_VALUE;

    static PlacedVector of(float[] vector) {
        float most = 0;
        for (float one : vector) most = Math.max(most, Math.abs(one));
        float step = most == 0 ? 1 : most / HIGHEST;
        var numbers = new byte[vector.length];
        for (int i = 0; i < numbers.length; i++) numbers[i] = (byte) Math.round(vector[i] / step);
        return new PlacedVector(numbers, step);
    }

    /** The cosine. */
    float likeness(PlacedVector other) {
        int sum = 0;
        byte[] mine = numbers;
        byte[] theirs = other.numbers;
        for (int i = 0; i < mine.length; i++) sum += mine[i] * theirs[i];
        return sum * step * other.step;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(numbers.length + Float.BYTES)
                .putFloat(step)
                .put(numbers)
                .array();
    }

    static PlacedVector read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        float step = in.getFloat();
        var numbers = new byte[in.remaining()];
        in.get(numbers);
        return new PlacedVector(numbers, step);
    }
}
