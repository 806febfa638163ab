package amends.customer;

import amends.customer.CustomerProfile.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing that must be so. Says on what it goes: dates and figures, no words, so that every language can use it. */
sealed interface TagCondition {
    /** Empty when it is not so. */
    Optional<String> evidence(TagFacts facts);

    /**
     * So many things of one kind happened lately.
     *
     * @param scoreAtMost only those that the customer gave at most this; 0 for all
     * @param openOnly only those that still wait for something
     */
    record Happened(TimeLineEntry.Kind kind, int atLeast, int withinDays, int scoreAtMost, boolean openOnly)
            implements TagCondition {
        private static final int MOST_DATES = 8;

        @Override
        public Optional<String> evidence(TagFacts facts) {
            Instant since = facts.now().minus(Duration.ofDays(withinDays));
            List<LocalDate> days = facts.events().stream()
                    .filter(event -> event.kind() == kind && !event.at().isBefore(since))
                    .filter(event -> !openOnly || event.isOpen())
                    .filter(event -> scoreAtMost == 0
                            || event.score().filter(s -> s <= scoreAtMost).isPresent())
                    .map(TimeLineEntry::at)
                    .sorted(Comparator.reverseOrder())
                    .map(facts::day)
                    .toList();
            if (days.size() < atLeast) return Optional.empty();
            String dates =
                    days.stream().limit(MOST_DATES).map(LocalDate::toString).collect(Collectors.joining(", "));
            return Optional.of(days.size() + " × " + dates + (days.size() > MOST_DATES ? " …" : ""));
        }
    }

    /** The customer stands in this tier. */
    record InTier(Tier tier) implements TagCondition {
        @Override
        public Optional<String> evidence(TagFacts facts) {
            return facts.profile().tier() == tier ? Optional.of(tier.name()) : Optional.empty();
        }
    }

    /** The customer has been one for so long. */
    record CustomerFor(int years) implements TagCondition {
        @Override
        public Optional<String> evidence(TagFacts facts) {
            return facts.profile()
                    .since()
                    .map(facts::day)
                    .filter(since -> ChronoUnit.YEARS.between(since, facts.today()) >= years)
                    .map(LocalDate::toString);
        }
    }

    /** The customer has something of us that is called so. */
    record HasProduct(String words) implements TagCondition {
        @Override
        public Optional<String> evidence(TagFacts facts) {
            return facts.portrait().products().stream()
                    .filter(product -> product.contains(words))
                    .findFirst();
        }
    }

    /** A day that matters to them is near. */
    record OccasionNear(int days) implements TagCondition {
        @Override
        public Optional<String> evidence(TagFacts facts) {
            return facts.portrait().occasions().stream()
                    .filter(occasion -> occasion.daysUntil(facts.today()) <= days)
                    .map(occasion -> "%02d-%02d"
                            .formatted(
                                    occasion.day().getMonthValue(),
                                    occasion.day().getDayOfMonth()))
                    .findFirst();
        }
    }
}
