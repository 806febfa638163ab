package amends.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A recovery that went well, told so that others can do the same. It holds no person: neither whose it was, nor of which
 * complaint, nor who wrote it; its id is named after nothing.
 *
 * @param on the day it was filed
 * @param kinds of what had failed
 */
public record RecoveryCase(
        UUID id,
        LocalDate on,
        CaseWords words,
        List<String> kinds,
        String cause,
        Severity severity,
        Optional<Integer> before,
        int after) {
    public RecoveryCase {
        kinds = List.copyOf(kinds);
    }
}
