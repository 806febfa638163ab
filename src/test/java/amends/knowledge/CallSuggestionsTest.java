package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.SuggestionFeed.Suggested;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallSuggestionsTest {
    private static final Cue FIRST = new Cue.Note("a");
    private static final Cue SECOND = new Cue.Typed("b");

    private final SettableTime time = new SettableTime();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<List<Cue>> asked = new ArrayList<>();
    private final List<Suggested> told = new ArrayList<>();
    private boolean broken;
    private final CallSuggestions feed =
            new CallSuggestions(new Answering(), ArticleLanguage.ZH_CN, time, background::add);

    private final class Answering implements KnowledgeBase {
        @Override
        public Hits search(Query query) {
            return new Hits(List.of(), true);
        }

        @Override
        public List<Suggestion> suggest(List<Cue> cues, ArticleLanguage language, int most) {
            asked.add(cues);
            if (broken) throw new IllegalStateException("broken");
            var article = new Article(Written.chinese("a" + asked.size(), "t", "b"), 1, 1, false);
            return List.of(new Suggestion(
                    new Hit(article, Marked.plain("t"), Marked.plain("b"), 1), cues.isEmpty() ? List.of(FIRST) : cues));
        }
    }

    @BeforeEach
    void listen() {
        feed.onSuggested(told::add);
    }

    private void answer() {
        background.remove().run();
    }

    @Test
    void cues_of_all_sources_are_asked_together_and_the_answer_is_told() {
        feed.cues("c1", "note", List.of(FIRST));
        answer();
        feed.cues("c1", "typed", List.of(SECOND));
        answer();

        assertThat(asked).containsExactly(List.of(FIRST), List.of(FIRST, SECOND));
        assertThat(told).hasSize(2);
        assertThat(feed.of("c1")).contains(told.getLast());
    }

    @Test
    void the_same_cues_again_ask_nothing() {
        feed.cues("c1", "note", List.of(FIRST));
        feed.cues("c1", "note", List.of(FIRST));
        feed.cues("c1", "owed", List.of());
        answer();
        assertThat(background).isEmpty();
    }

    @Test
    void while_one_question_is_under_way_the_newest_cues_wait_for_the_next() {
        feed.cues("c1", "typed", List.of(FIRST));
        feed.cues("c1", "typed", List.of(SECOND));
        feed.cues("c1", "typed", List.of(FIRST, SECOND));
        assertThat(background).hasSize(1);
        answer();
        answer();
        assertThat(asked).containsExactly(List.of(FIRST), List.of(FIRST, SECOND));
    }

    @Test
    void articles_that_do_not_answer_in_time_are_said_and_may_still_answer() {
        feed.cues("c1", "note", List.of(FIRST));
        time.pass(Duration.ofSeconds(2));
        assertThat(told).containsExactly(new Suggested("c1", List.of(), true));
        answer();
        assertThat(told.getLast().late()).isFalse();
        assertThat(told.getLast().suggestions()).hasSize(1);
    }

    @Test
    void an_answer_for_a_call_that_is_over_is_told_to_nobody() {
        feed.cues("c1", "note", List.of(FIRST));
        feed.over("c1");
        answer();
        assertThat(told).isEmpty();
        assertThat(feed.of("c1")).isEmpty();
    }

    @Test
    void a_knowledge_base_that_fails_costs_its_suggestions_only() {
        broken = true;
        feed.cues("c1", "note", List.of(FIRST));
        answer();
        assertThat(told).containsExactly(new Suggested("c1", List.of(), false));
        broken = false;
        feed.cues("c1", "note", List.of(SECOND));
        answer();
        assertThat(told.getLast().suggestions()).hasSize(1);
    }

    @Test
    void another_language_asks_anew_for_every_call() {
        feed.cues("c1", "note", List.of(FIRST));
        feed.cues("c2", "note", List.of(FIRST));
        answer();
        answer();
        feed.read(ArticleLanguage.EN);
        assertThat(background).hasSize(2);
    }
}
