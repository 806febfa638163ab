package amends.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/**
 * On which days an article holds.
 *
 * @param from the first day; empty: always held
 * @param until the last day; empty: holds until it is retired
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    public boolean holdsOn(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }
}
