package amends.media.hidraw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a report descriptor (Device Class Definition for HID 1.11, 6.2.2). What comes from a device is believed in
 * nothing: lengths, counts and nesting are bounded, and what does not fit is an error.
 */
final class DescriptorParser {
    /** A descriptor that makes no sense. The message says where. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String why) {
            super(why);
        }
    }

    private enum Kind {
        INPUT,
        OUTPUT
    }

    /** Of all reports of a kind with a number. */
    private record Report(Kind kind, int number) {}

    /** What holds until it is said otherwise. */
    private record Globals(int page, int least, int size, int count, int report) {}

    /** From one usage to another, both included. */
    private record Usages(int first, int last) {}

    private static final int LONGEST = 4096;
    /** Bits of a report: 4 KiB, the most that Linux passes on. */
    private static final int MOST_BITS = 8 * 4096;

    private static final int DEEPEST = 16;
    private static final int MOST_USAGES = 1024;
    /** That are for us: a headset has a dozen. */
    private static final int MOST_FIELDS = 64;

    private static final int RELATIVE = 4;
    private static final int NO_PREFERRED = 32;

    private final byte[] bytes;
    private int at;
    private Globals now = new Globals(0, 0, 0, 0, 0);
    private final Deque<Globals> kept = new ArrayDeque<>();
    private final List<Usages> usages = new ArrayList<>();
    private int usageFrom;
    private final Map<Report, Integer> lengths = new HashMap<>();
    private final List<HidField> inputs = new ArrayList<>();
    private final List<HidField> outputs = new ArrayList<>();
    private boolean numbered;

    private DescriptorParser(byte[] bytes) {
        this.bytes = bytes;
    }

    static ReportDescriptor parse(byte[] bytes) throws Broken {
        if (bytes.length > LONGEST) throw new Broken("it is longer than " + LONGEST + " bytes");
        return new DescriptorParser(bytes).parsed();
    }

    private ReportDescriptor parsed() throws Broken {
        while (at < bytes.length) item();
        var lights = new HashMap<Integer, Integer>();
        for (HidField field : outputs)
            lights.put(field.report(), (lengths.get(new Report(Kind.OUTPUT, field.report())) + 7) / 8);
        return new ReportDescriptor(inputs, outputs, lights, numbered);
    }

    private void item() throws Broken {
        int prefix = bytes[at++] & 0xFF;
        if (prefix == 0xFE) {
            // A long item: its length, its tag, its bytes; none is defined.
            if (at >= bytes.length) throw new Broken("a long item without a length");
            skip(2 + (bytes[at] & 0xFF));
            return;
        }
        int size = (prefix & 3) == 3 ? 4 : prefix & 3;
        int begin = at;
        skip(size);
        int tag = prefix >> 4;
        switch (prefix >> 2 & 3) {
            case 0 -> main(tag, unsigned(begin, size));
            case 1 -> global(tag, begin, size);
            case 2 -> local(tag, unsigned(begin, size), size);
            default -> {}
        }
    }

    private void skip(int count) throws Broken {
        if (count > bytes.length - at) throw new Broken("an item at " + at + " goes beyond the end");
        at += count;
    }

    private int unsigned(int begin, int size) {
        int value = 0;
        for (int i = size - 1; i >= 0; i--) value = value << 8 | bytes[begin + i] & 0xFF;
        return value;
    }

    private int signed(int begin, int size) {
        if (size == 0) return 0;
        int shift = 32 - 8 * size;
        return unsigned(begin, size) << shift >> shift;
    }

    private void main(int tag, int flags) throws Broken {
        switch (tag) {
            case 8 -> fields(Kind.INPUT, flags);
            case 9 -> fields(Kind.OUTPUT, flags);
            default -> {}
        }
        usages.clear();
        usageFrom = 0;
    }

    private void global(int tag, int begin, int size) throws Broken {
        int value = unsigned(begin, size);
        now = switch (tag) {
            case 0 -> new Globals(value & 0xFFFF, now.least, now.size, now.count, now.report);
            case 1 -> new Globals(now.page, signed(begin, size), now.size, now.count, now.report);
            case 7 -> new Globals(now.page, now.least, bounded(value, "size"), now.count, now.report);
            case 8 -> {
                if (value <= 0 || value > 255) throw new Broken("a report has the number " + value);
                numbered = true;
                yield new Globals(now.page, now.least, now.size, now.count, value);
            }
            case 9 -> new Globals(now.page, now.least, now.size, bounded(value, "count"), now.report);
            case 10 -> {
                if (kept.size() == DEEPEST) throw new Broken("it keeps more than " + DEEPEST + " states");
                kept.push(now);
                yield now;
            }
            case 11 -> {
                if (kept.isEmpty()) throw new Broken("it goes back to a state that it did not keep");
                yield kept.pop();
            }
            default -> now;
        };
    }

    private static int bounded(int value, String what) throws Broken {
        if (value < 0 || value > MOST_BITS) throw new Broken("a report " + what + " of " + value);
        return value;
    }

    private void local(int tag, int value, int size) throws Broken {
        int usage = size == 4 ? value : now.page << 16 | value;
        switch (tag) {
            case 0 -> add(usage, usage);
            case 1 -> usageFrom = usage;
            case 2 -> add(usageFrom, usage);
            default -> {}
        }
    }

    private void add(int first, int last) throws Broken {
        if (usages.size() == MOST_USAGES) throw new Broken("a field with more than " + MOST_USAGES + " usages");
        if (first >>> 16 == last >>> 16 && last >= first) usages.add(new Usages(first, last));
    }

    private void fields(Kind kind, int flags) throws Broken {
        var report = new Report(kind, now.report);
        int begin = lengths.getOrDefault(report, 0);
        long end = begin + (long) now.size * now.count;
        if (end > MOST_BITS) throw new Broken("a report of " + end + " bits");
        lengths.put(report, (int) end);
        boolean constant = (flags & 1) != 0;
        if (constant || now.size == 0 || now.size > 32 || usages.isEmpty()) return;
        if ((flags & 2) != 0) variables(kind, flags, begin);
        else if (kind == Kind.INPUT) array(flags, begin);
    }

    private void variables(Kind kind, int flags, int begin) throws Broken {
        for (int i = 0; i < now.count; i++) {
            int usage = usage(i);
            boolean wanted = kind == Kind.INPUT
                    ? HidControl.of(usage).isPresent()
                    : HidLight.of(usage).isPresent();
            if (wanted) add(kind == Kind.INPUT ? inputs : outputs, field(flags, begin + i * now.size, List.of(usage)));
        }
    }

    private void array(int flags, int begin) throws Broken {
        var meant = new ArrayList<Integer>();
        for (int i = 0; i < MOST_USAGES && usage(i) != 0; i++) meant.add(usage(i));
        if (meant.stream().noneMatch(u -> HidControl.of(u).isPresent())) return;
        // One list for all slots: a few bytes of the device stand for thousands of them.
        List<Integer> shared = List.copyOf(meant);
        for (int i = 0; i < now.count; i++) add(inputs, field(flags, begin + i * now.size, shared));
    }

    private static void add(List<HidField> fields, HidField field) throws Broken {
        if (fields.size() == MOST_FIELDS) throw new Broken("more than " + MOST_FIELDS + " fields for a telephone");
        fields.add(field);
    }

    private HidField field(int flags, int bit, List<Integer> meant) {
        return new HidField(
                now.report,
                bit,
                now.size,
                meant,
                now.least,
                (flags & 2) != 0,
                (flags & RELATIVE) != 0,
                (flags & NO_PREFERRED) != 0);
    }

    /** The usage at a place, counted through the ranges; 0 beyond the last. */
    private int usage(int index) {
        int left = index;
        for (Usages range : usages) {
            int count = range.last - range.first + 1;
            if (left < count) return range.first + left;
            left -= count;
        }
        return 0;
    }
}
