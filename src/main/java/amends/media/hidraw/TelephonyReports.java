package amends.media.hidraw;

import amends.media.CallButtons.Lights;
import amends.media.CallButtons.Press;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a headset reports and writes what it is told. One thread reads; writing keeps nothing. */
final class TelephonyReports {
    private final ReportDescriptor descriptor;
    private final Map<HidField, Boolean> states = new HashMap<>();
    /** By report: what its arrays held last. */
    private final Map<Integer, Set<HidControl>> held = new HashMap<>();

    TelephonyReports(ReportDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** What was done since the report before. The first one of a report is compared with nothing being pressed. */
    List<Press> took(byte[] report, int length) {
        var presses = new ArrayList<Press>();
        if (length == 0) return presses;
        int number = descriptor.numbered() ? report[0] & 0xFF : 0;
        int from = descriptor.numbered() ? 1 : 0;
        Map<HidControl, HidField> pressed = new HashMap<>();
        for (HidField field : descriptor.inputs()) {
            if (field.report() != number) continue;
            long value = field.value(report, from, length);
            if (field.variable()) variable(field, value != 0).ifPresent(presses::add);
            else HidControl.of(field.held(value)).ifPresent(control -> pressed.put(control, field));
        }
        presses.addAll(array(number, pressed));
        return presses;
    }

    /** What stays as it was is no news: another field of the report changed. */
    private Optional<Press> variable(HidField field, boolean up) {
        boolean before = Boolean.TRUE.equals(states.put(field, up));
        if (up == before) return Optional.empty();
        return HidControl.of(field.usages().getFirst()).flatMap(control -> control.went(up, field));
    }

    private List<Press> array(int number, Map<HidControl, HidField> pressed) {
        Set<HidControl> before = held.getOrDefault(number, Set.of());
        var presses = new ArrayList<Press>();
        pressed.forEach((control, field) -> {
            if (!before.contains(control)) control.went(true, field).ifPresent(presses::add);
        });
        // What an array no longer holds was let go: a hook in an array is a button, whatever it says.
        Set<HidControl> now = EnumSet.noneOf(HidControl.class);
        now.addAll(pressed.keySet());
        held.put(number, now);
        return presses;
    }

    /** The reports that show these lights, each with its number in front: 0 where reports have none. */
    List<byte[]> told(Lights lights) {
        var reports = new TreeMap<Integer, byte[]>();
        for (HidField field : descriptor.outputs()) {
            byte[] report = reports.computeIfAbsent(field.report(), n -> empty(n));
            boolean lit = HidLight.of(field.usages().getFirst())
                    .filter(light -> light.isLit(lights))
                    .isPresent();
            if (lit) report[1 + field.at() / 8] |= (byte) (1 << field.at() % 8);
        }
        return List.copyOf(reports.values());
    }

    private byte[] empty(int number) {
        var report = new byte[1 + descriptor.outputBytes().get(number)];
        report[0] = (byte) number;
        return report;
    }
}
