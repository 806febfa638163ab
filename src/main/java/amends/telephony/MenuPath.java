package amends.telephony;

import amends.kernel.PlainText;
import java.util.Arrays;
import java.util.List;

/**
 * What a caller chose, menu by menu, before an agent was asked for: the nearest there is to the customer's own reason
 * while it still rings.
 *
 * @param steps the first menu's choice first; at most {@link #MOST}, none blank, each fit for a screen
 */
public record MenuPath(List<String> steps) {
    public static final MenuPath NONE = new MenuPath(List.of());
    static final int MOST = 8;
    static final int LONGEST_STEP = 40;
    private static final String BETWEEN = "[/>›]";

    public MenuPath {
        steps = List.copyOf(steps);
    }

    /** Reads steps with {@code /}, {@code >} or {@code ›} between them. What is too much is left out. */
    public static MenuPath of(String text) {
        return new MenuPath(Arrays.stream(text.split(BETWEEN, 4 * MOST))
                .map(step -> PlainText.line(step, LONGEST_STEP).strip())
                .filter(step -> !step.isEmpty())
                .limit(MOST)
                .toList());
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The last choices alone, which tell most. */
    public MenuPath last(int count) {
        return new MenuPath(steps.subList(Math.max(0, steps.size() - count), steps.size()));
    }

    /** For a screen. */
    @Override
    public String toString() {
        return String.join(" › ", steps);
    }
}
