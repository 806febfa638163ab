package amends.media.ffm;

import amends.media.SoundWishes;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/**
 * What is opened on one side.
 *
 * @param index of the device; {@link NativeStream#NONE} where none is wished or there
 * @param missing the device that was wished and is not there, for which the system's choice stands in; else empty
 */
record ChosenDevice(int index, String missing) {
    static ChosenDevice microphone(List<NativeDevice> known, String wished) {
        return of(known, wished, NativeDevice::microphone);
    }

    static ChosenDevice speaker(List<NativeDevice> known, String wished) {
        return of(known, wished, NativeDevice::speaker);
    }

    private static ChosenDevice of(
            List<NativeDevice> known, String wished, BiFunction<List<NativeDevice>, String, OptionalInt> named) {
        if (wished.equals(SoundWishes.NONE)) return new ChosenDevice(NativeStream.NONE, "");
        OptionalInt found = named.apply(known, wished);
        if (found.isPresent()) return new ChosenDevice(found.getAsInt(), "");
        return new ChosenDevice(named.apply(known, "").orElse(NativeStream.NONE), wished);
    }
}
