package amends.media.hidraw;

import java.util.List;

/**
 * A field of a report.
 *
 * @param report the report's number; 0 where reports have none
 * @param at the first bit, behind the number
 * @param bits 1 to 32
 * @param usages the one usage of a variable, or what an array's values mean, from {@code least} on; page and usage in
 *     the upper and lower 16 bits
 * @param variable false for a slot of an array, which holds the number of what is pressed
 * @param relative a change, not a state
 * @param noPreferred it stays where it was put
 */
record HidField(
        int report,
        int at,
        int bits,
        List<Integer> usages,
        int least,
        boolean variable,
        boolean relative,
        boolean noPreferred) {
    HidField {
        usages = List.copyOf(usages);
    }

    /** The field's bits in the report, unsigned; 0 where the report is too short for it. */
    long value(byte[] report, int from, int length) {
        long value = 0;
        for (int i = bits - 1; i >= 0; i--) {
            int bit = at + i;
            int index = from + bit / 8;
            if (index >= length) return 0;
            value = value << 1 | report[index] >> bit % 8 & 1;
        }
        return value;
    }

    /** The usage that a slot of an array holds; 0 for none. */
    int held(long value) {
        long index = value - least;
        return index < 0 || index >= usages.size() ? 0 : usages.get((int) index);
    }
}
