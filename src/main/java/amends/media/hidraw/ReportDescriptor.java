package amends.media.hidraw;

import java.util.List;
import java.util.Map;

/**
 * What a device says of its reports, as far as telephones are concerned.
 *
 * @param inputs fields that can hold something of {@link HidControl}
 * @param outputs fields of {@link HidLight}
 * @param outputBytes the length of each output report that has such a field, by its number, without it
 * @param numbered whether each report begins with its number
 */
record ReportDescriptor(
        List<HidField> inputs, List<HidField> outputs, Map<Integer, Integer> outputBytes, boolean numbered) {
    ReportDescriptor {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        outputBytes = Map.copyOf(outputBytes);
    }

    /** Whether anything of it is for us. */
    boolean isTelephone() {
        return !inputs.isEmpty();
    }
}
