package amends.desktop.inspection;

import amends.contact.CallLine;
import amends.desktop.look.Look;
import java.util.Locale;
import java.util.Optional;

/** What a recorded call's line was like, in words: who judges the talk sees what the line took from it. */
record LineWords(Look look) {
    /** {@code bad line 2.9}. */
    String brief(CallLine line) {
        return look.texts().stateWord(line.kind()) + " " + tenths(line.mean(), 100);
    }

    String why(CallLine line) {
        return look.get(
                "line.was.why",
                tenths(line.worst(), 100),
                tenths(line.loss(), 10) + " %",
                known(line.lossThere().map(there -> tenths(there, 10) + " %")),
                known(line.roundTripMs().map(ms -> look.get("line.ms", ms))));
    }

    private String known(Optional<String> figure) {
        return figure.orElseGet(() -> look.get("line.unknown"));
    }

    private static String tenths(int figure, int parts) {
        return String.format(Locale.ROOT, "%.1f", (double) figure / parts);
    }
}
