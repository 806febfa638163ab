package amends.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one source says of whoever is on the line, and how old that is.
 *
 * @param at when it was said; empty while nothing is known
 */
public record OutsideLine(String source, Standing standing, Optional<Instant> at, List<OutsideFact> facts) {
    public OutsideLine {
        facts = List.copyOf(facts);
    }

    static OutsideLine asking(String source) {
        return new OutsideLine(source, Standing.ASKING, Optional.empty(), List.of());
    }

    OutsideLine stands(Standing other) {
        return new OutsideLine(source, other, at, facts);
    }

    OutsideLine says(Standing other, Instant when, List<OutsideFact> said) {
        return new OutsideLine(source, other, Optional.of(when), said);
    }

    /** How the source stands with this call. What was known before is shown in all but {@link #FRESH}. */
    public enum Standing {
        ASKING,
        /** Said in this call. */
        FRESH,
        /** It knows nobody like that. */
        NOBODY,
        /** Its time is over; what comes yet is still taken. */
        LATE,
        UNREACHABLE,
        /** It failed so often that it is left in peace for a while. */
        RESTING,
        /** It can be asked only with the id by which it knows a customer, or only with their consent. */
        NOT_ASKED
    }
}
