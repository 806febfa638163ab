package amends.compensation;

import amends.recovery.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What sort of thing went wrong, as policies and files call it: {@code long-wait}. One of those that a system sees, or
 * one that the policy adds and that people find, such as {@code wrong-charge}.
 *
 * @param key lower-case letters, digits and hyphens, at most 40
 */
public record FailureKind(String key) implements Comparable<FailureKind> {
    public FailureKind {
        if (!key.matches("[a-z0-9][a-z0-9-]{0,39}"))
            throw new IllegalArgumentException("lower-case letters, digits and hyphens, at most 40");
    }

    /** The same word with capitals, spaces or underscores is the same kind. */
    public static FailureKind written(String word) {
        return new FailureKind(word.strip().toLowerCase(Locale.ROOT).replaceAll("[_ ]", "-"));
    }

    public static FailureKind of(Evidence.Kind seen) {
        return written(seen.name());
    }

    /** Those that a system sees. */
    public static List<FailureKind> seen() {
        return Arrays.stream(Evidence.Kind.values()).map(FailureKind::of).toList();
    }

    public boolean isSeen() {
        return seen().contains(this);
    }

    @Override
    public int compareTo(FailureKind other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key;
    }
}
