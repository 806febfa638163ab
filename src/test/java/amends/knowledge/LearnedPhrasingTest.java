package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.knowledge.Confirmation.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LearnedPhrasingTest {
    private static final ArticleId FEES = new ArticleId("fees", ArticleLanguage.ZH_CN);
    private final List<Confirmation> confirmed = new ArrayList<>();

    private void confirmed(int agent, String words) {
        confirmed.add(new Confirmation(
                new UUID(1, confirmed.size()),
                FEES,
                words,
                new UUID(2, agent),
                Instant.ofEpochSecond(confirmed.size()),
                1,
                "",
                Outcome.SOLVED,
                false));
    }

    @Test
    void one_agents_habit_counts_little() {
        for (int i = 0; i < 50; i++) confirmed(1, "习惯的说法");
        for (int i = 0; i < 50; i++) confirmed(1, "说法" + i);
        confirmed(2, "说法7");

        List<LearnedPhrasing> learned = LearnedPhrasing.from(confirmed);

        assertThat(learned)
                .containsExactlyInAnyOrder(
                        new LearnedPhrasing("说法7", 2),
                        new LearnedPhrasing("说法49", 1),
                        new LearnedPhrasing("说法48", 1),
                        new LearnedPhrasing("说法47", 1));
    }

    @Test
    void more_agents_weigh_more_up_to_a_limit() {
        for (int agent = 0; agent < 9; agent++) confirmed(agent, "年费白交");
        confirmed(1, "?!");
        assertThat(LearnedPhrasing.from(confirmed))
                .containsExactly(new LearnedPhrasing("年费白交", LearnedPhrasing.MOST_WEIGHT));
    }
}
