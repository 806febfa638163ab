package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.knowledge.Confirmation.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchFigureTest {
    private static final ArticleId FEES = new ArticleId("fees", ArticleLanguage.ZH_CN);

    private static Confirmation at(String instant, int place, String queue, Outcome outcome) {
        return new Confirmation(
                UUID.randomUUID(), FEES, "年费", new UUID(0, 1), Instant.parse(instant), place, queue, outcome, false);
    }

    @Test
    void places_of_solved_answers_make_the_figures_of_a_day_and_its_queues() {
        List<SearchFigure> figures = SearchFigure.of(
                List.of(
                        at("2026-01-04T08:00:00Z", 1, "cards", Outcome.SOLVED),
                        at("2026-01-05T08:00:00Z", 1, "cards", Outcome.SOLVED),
                        at("2026-01-05T09:00:00Z", 4, "loans", Outcome.SOLVED),
                        at("2026-01-05T09:00:00Z", 11, "loans", Outcome.SOLVED),
                        at("2026-01-05T10:00:00Z", 1, "loans", Outcome.UNSOLVED),
                        at("2026-01-05T10:00:00Z", 0, "loans", Outcome.SOLVED)),
                ZoneOffset.UTC);

        assertThat(figures)
                .extracting(f -> f.day() + " " + f.queue() + " " + f.answers())
                .containsExactly(
                        "2026-01-05 * 3",
                        "2026-01-05 cards 1",
                        "2026-01-05 loans 2",
                        "2026-01-04 * 1",
                        "2026-01-04 cards 1");
        SearchFigure all = figures.getFirst();
        assertThat(all.mrr10()).isCloseTo(1.25 / 3, within(1e-9));
        assertThat(all.ndcg10()).isCloseTo((1 + Math.log(2) / Math.log(5)) / 3, within(1e-9));
        assertThat(all.success3()).isCloseTo(1.0 / 3, within(1e-9));
    }
}
