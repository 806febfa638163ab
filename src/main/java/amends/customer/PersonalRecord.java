package amends.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is kept about a person, as it is shown to them.
 *
 * @param kind in the house's words, for instance {@code complaint}; the window has a text for it,
 *     {@code PersonalRecord.complaint}, and shows the word itself where there is none
 * @param at when it happened, or was noted
 * @param facts in the order in which they are read; none is empty
 */
public record PersonalRecord(String kind, Optional<Instant> at, List<Fact> facts) {
    public PersonalRecord {
        facts = facts.stream().filter(fact -> !fact.value().isBlank()).toList();
    }

    public static PersonalRecord of(String kind, Instant at) {
        return new PersonalRecord(kind, Optional.of(at), List.of());
    }

    /** The same with one fact more; a value that is null or blank is left out. */
    public PersonalRecord with(String name, Object value) {
        var more = new ArrayList<>(facts);
        more.add(new Fact(name, value == null ? "" : value.toString()));
        return new PersonalRecord(kind, at, more);
    }

    /**
     * @param name in the house's words, for instance {@code note}; shown by the text {@code PersonalRecord.fact.note},
     *     or as it is
     */
    public record Fact(String name, String value) {}
}
