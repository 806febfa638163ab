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

    @Test
    void what_one_agent_alone_said_counts_as_far_as_their_word_reaches() {
        confirmed(1, "老说法");
        confirmed(1, "新说法");
        confirmed(2, "别人的");
        confirmed(1, "两人的");
        confirmed(2, "两人的");

        LoneReach.Since reach = agent -> Instant.ofEpochSecond(agent.getLeastSignificantBits() == 1 ? 1 : 0);
        assertThat(LearnedPhrasing.from(confirmed, reach))
                .containsExactlyInAnyOrder(
                        new LearnedPhrasing("两人的", 2), new LearnedPhrasing("新说法", 1), new LearnedPhrasing("别人的", 1));
    }
}
