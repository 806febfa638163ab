package amends.pbx.manager;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which kinds of events a client wants: {@code on}, {@code off}, or a list such as {@code call,agent}. */
record EventMask(boolean all, Set<String> kinds) {
    static final EventMask NONE = new EventMask(false, Set.of());

    EventMask {
        kinds = Set.copyOf(kinds);
    }

    static EventMask parse(String text) {
        Set<String> kinds = Arrays.stream(text.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toSet());
        if (kinds.contains("off")) return NONE;
        boolean all = kinds.isEmpty() || kinds.contains("on") || kinds.contains("all");
        return new EventMask(all, kinds);
    }

    boolean isNone() {
        return !all && kinds.isEmpty();
    }

    boolean wants(String kind) {
        return all || kinds.contains(kind);
    }
}
