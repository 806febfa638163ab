package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.knowledge.ArticleFact.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnowledgeHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Optional<UUID> OWNER = Optional.of(new UUID(1, 1));

    private static ArticleFact fact(String category, int ageDays, Optional<LocalDate> due) {
        Instant since = NOW.minus(Duration.ofDays(ageDays));
        return new ArticleFact(
                new ArticleId("a" + ageDays, ArticleLanguage.ZH_CN),
                "t",
                category,
                1,
                since,
                since,
                Validity.ALWAYS,
                Optional.of(NOW),
                0,
                0,
                0,
                new Stewardship(OWNER, due));
    }

    private static ArticleFact judged(int helped, int didNot, int reported) {
        ArticleFact f = fact("cards", 10, Optional.empty());
        return new ArticleFact(
                f.id(),
                f.title(),
                f.category(),
                1,
                f.since(),
                f.first(),
                new Validity(Optional.empty(), Optional.of(LocalDate.of(2026, 11, 21))),
                Optional.empty(),
                helped,
                didNot,
                reported,
                Stewardship.NONE);
    }

    @Test
    void each_flaw_has_its_sign() {
        assertThat(fact("cards", 10, Optional.empty()).flaws(NOW, ZoneOffset.UTC))
                .isEmpty();
        assertThat(fact("cards", 400, Optional.empty()).flaws(NOW, ZoneOffset.UTC))
                .containsExactly(Flaw.STALE);
        assertThat(fact("cards", 400, Optional.of(LocalDate.of(2026, 11, 22))).flaws(NOW, ZoneOffset.UTC))
                .isEmpty();
        assertThat(fact("cards", 10, Optional.of(LocalDate.of(2026, 11, 21))).flaws(NOW, ZoneOffset.UTC))
                .containsExactly(Flaw.REVIEW_OVERDUE);
        assertThat(judged(1, 2, 1).flaws(NOW, ZoneOffset.UTC))
                .containsExactly(Flaw.REPORTED, Flaw.EXPIRED, Flaw.NOT_HELPING, Flaw.NO_OWNER);
        assertThat(judged(0, 2, 0).flaws(NOW, ZoneOffset.UTC)).containsExactly(Flaw.EXPIRED, Flaw.NO_OWNER);
    }

    @Test
    void a_category_s_figure_is_the_share_of_its_articles_that_are_well() {
        var health = KnowledgeHealth.of(
                List.of(
                        fact("cards/fees", 10, Optional.empty()),
                        fact("cards/loss", 400, Optional.empty()),
                        fact("fraud", 10, Optional.empty())),
                NOW,
                ZoneOffset.UTC);
        assertThat(health.shelves())
                .extracting(KnowledgeHealth.Shelf::name, KnowledgeHealth.Shelf::percent)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("cards", 50),
                        org.assertj.core.groups.Tuple.tuple("fraud", 100));
        assertThat(health.ailing()).hasSize(1);
    }

    @Test
    void what_is_found_only_since_lately_was_not_left_unused_before() {
        ArticleFact old = fact("cards", 100, Optional.of(LocalDate.of(2027, 1, 1)));
        for (int days : new int[] {-5, 5, 89, 91}) {
            var from = LocalDate.of(2026, 11, 22).minusDays(days);
            var fact = new ArticleFact(
                    old.id(),
                    "t",
                    "cards",
                    1,
                    old.since(),
                    old.first(),
                    new Validity(Optional.of(from), Optional.empty()),
                    Optional.empty(),
                    0,
                    0,
                    0,
                    old.steward());
            assertThat(fact.flaws(NOW, ZoneOffset.UTC).contains(Flaw.NEVER_USED))
                    .as("%d", days)
                    .isEqualTo(days > 90);
        }
        assertThat(KnowledgeHealth.of(List.of(), NOW, ZoneOffset.UTC).shelves()).isEmpty();
    }
}
