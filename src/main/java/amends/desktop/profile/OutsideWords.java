package amends.desktop.profile;

import amends.customer.OutsideFact;
import amends.customer.OutsideField;
import amends.customer.OutsideLine;
import amends.customer.OutsideLine.Standing;
import amends.desktop.look.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What other systems say, in words. */
final class OutsideWords {
    private static final int MOST_IN_LINE = 2;

    private OutsideWords() {}

    /** The source, how it stands, and how old what it says is. */
    static String head(Look look, OutsideLine line, Instant now) {
        String standing = look.texts().stateWord(line.standing());
        if (line.standing() == Standing.FRESH || line.facts().isEmpty()) return line.source() + ": " + standing;
        String old = line.at().map(at -> age(look, Duration.between(at, now))).orElse("");
        return line.source() + ": " + look.get("outside.asOf", old) + " · " + standing;
    }

    static String age(Look look, Duration age) {
        if (age.toMinutes() < 1) return look.get("outside.moment");
        if (age.toHours() < 1) return look.get("outside.minutes", age.toMinutes());
        if (age.toDays() < 2) return look.get("outside.hours", age.toHours());
        return look.get("outside.days", age.toDays());
    }

    /** @return the name of a fact as people read it */
    static String name(Look look, OutsideFact fact) {
        if (fact.kind() != OutsideFact.Kind.FIELD) return fact.name();
        return Optional.of(fact.name())
                .filter(name -> java.util.Arrays.stream(OutsideField.values())
                        .anyMatch(field -> field.name().equals(name)))
                .map(OutsideField::valueOf)
                .map(look.texts()::stateWord)
                .orElse(fact.name());
    }

    /** The first few that say more than our own profile has a place for. */
    static String facts(Look look, OutsideLine line) {
        return line.facts().stream()
                .filter(fact -> fact.kind() == OutsideFact.Kind.FACT)
                .limit(MOST_IN_LINE)
                .map(fact -> name(look, fact) + " " + fact.content())
                .collect(Collectors.joining("  ·  "));
    }

    static boolean isWrong(OutsideLine line) {
        return switch (line.standing()) {
            case LATE, UNREACHABLE, RESTING -> true;
            case ASKING, FRESH, NOBODY, NOT_ASKED -> false;
        };
    }
}
