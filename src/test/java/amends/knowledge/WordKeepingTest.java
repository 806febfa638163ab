package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.EverydayWords.Entry;
import amends.knowledge.WordKeeping.Answer;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordKeepingTest {
    private static final ArticleId LOSS = new ArticleId("loss", ArticleLanguage.ZH_CN);
    private final SettableTime time = new SettableTime();
    private final HouseWordsInMemory words = new HouseWordsInMemory();
    private final ConfirmationsInMemory confirmations = new ConfirmationsInMemory();
    private final List<SearchMade> searches = new ArrayList<>();
    private final Set<WordCandidate.Dismissed> dismissed = new HashSet<>();
    private final ArticlesInMemory articles = new ArticlesInMemory();
    private int changes;

    private WordKeeping as(Role role) {
        var member = new StaffMember(new UUID(1, 5), "chenjing", "陈静", "1005", Set.of(role));
        return new WordKeeping(
                member,
                new WordKeeping.Books(words, dismissed(), confirmations, log(), articles, apart(), articles),
                () -> changes++,
                time);
    }

    private final WordKeeping expert = as(Role.EXPERT);

    private DismissedWords dismissed() {
        return new DismissedWords() {
            @Override
            public Set<WordCandidate.Dismissed> all() {
                return dismissed;
            }

            @Override
            public void add(WordCandidate.Dismissed word, UUID by, Instant at) {
                dismissed.add(word);
            }
        };
    }

    private SearchLog log() {
        return new SearchLog() {
            @Override
            public void add(SearchMade search) {
                searches.add(search);
            }

            @Override
            public int forgetBefore(Instant moment) {
                return 0;
            }

            @Override
            public List<SearchMade> unanswered(Instant since, int most) {
                return searches;
            }
        };
    }

    private static WordCandidate.Looking apart() {
        return new WordCandidate.Looking() {
            @Override
            public List<String> apart(String question, ArticleText article) {
                return article.title().contains(question) ? List.of() : List.of(question);
            }

            @Override
            public String matter(ArticleText article) {
                return "挂失";
            }
        };
    }

    private void confirmed(String said, int contact, Confirmation.Outcome outcome) {
        confirmations.add(
                new Confirmation(new UUID(0, contact), LOSS, said, new UUID(1, 1), time.now(), 1, "", outcome, false));
    }

    @Test
    void candidates_are_what_solved_contacts_and_searches_without_an_answer_asked_with() {
        articles.publish(Written.chinese("loss", "银行卡丢了怎么挂失", "电话里挂失。"));
        confirmed("卡飞了", 1, Confirmation.Outcome.SOLVED);
        confirmed("卡飞了", 2, Confirmation.Outcome.SOLVED);
        confirmed("卡没影了", 3, Confirmation.Outcome.UNSOLVED);
        confirmed("挂失", 4, Confirmation.Outcome.SOLVED);
        searches.add(new SearchMade(
                new UUID(0, 1), time.now(), "卡跑了", ArticleLanguage.ZH_CN, 0, false, Optional.of("loss")));
        searches.add(new SearchMade(new UUID(0, 2), time.now(), "停车", ArticleLanguage.ZH_CN, 0, false));
        searches.add(
                new SearchMade(new UUID(0, 3), time.now(), "走了", ArticleLanguage.ZH_CN, 0, false, Optional.of("gone")));

        assertThat(expert.overview().candidates())
                .containsExactly(new WordCandidate("卡飞了", LOSS, "挂失", 2), new WordCandidate("卡跑了", LOSS, "挂失", 1));

        expert.dismiss(new WordCandidate("卡飞了", LOSS, "挂失", 2));
        assertThat(expert.overview().candidates())
                .extracting(WordCandidate::said)
                .containsExactly("卡跑了");
    }

    @Test
    void a_candidate_that_is_taken_is_in_force_and_an_earlier_list_can_be_again() {
        assertThat(expert.take(0, new WordCandidate("卡飞了", LOSS, "挂失", 2))).isEqualTo(new Answer.Done());
        assertThat(expert.put(1, Optional.empty(), "柜员机", List.of("取钱机器"))).isEqualTo(new Answer.Done());
        assertThat(expert.put(2, Optional.of("柜员机"), "自助机", List.of("取钱机器"))).isEqualTo(new Answer.Done());
        assertThat(expert.overview().words().entries()).extracting(Entry::bank).containsExactly("挂失", "自助机");
        assertThat(expert.remove(3, "挂失")).isEqualTo(new Answer.Done());
        assertThat(expert.rollBack(4, 1)).isEqualTo(new Answer.Done());

        assertThat(expert.overview().version()).isEqualTo(5);
        assertThat(expert.overview().words().entries()).containsExactly(new Entry("挂失", List.of("卡飞了"), List.of()));
        assertThat(changes).isEqualTo(5);
    }

    @Test
    void after_a_list_that_cannot_be_read_an_author_goes_on_with_the_one_before_it() {
        expert.put(0, Optional.empty(), "挂失", List.of("卡飞了"));
        words.put(new EverydayWords(List.of(), List.of(), "- broken: ["), Optional.empty());

        assertThat(expert.overview().version()).isEqualTo(2);
        assertThat(expert.rollBack(2, 2)).isInstanceOf(Answer.Mistaken.class);
        assertThat(expert.put(2, Optional.empty(), "柜员机", List.of("取钱机器"))).isEqualTo(new Answer.Done());
        assertThat(expert.overview().words().entries()).extracting(Entry::bank).containsExactly("挂失", "柜员机");
    }

    @Test
    void what_is_no_word_is_told_and_nobody_writes_over_anothers_list_or_without_being_an_author() {
        assertThat(expert.put(0, Optional.empty(), "挂", List.of("丢了"))).isInstanceOf(Answer.Mistaken.class);
        assertThat(expert.put(0, Optional.empty(), "挂失", List.of())).isInstanceOf(Answer.Mistaken.class);
        assertThat(expert.put(0, Optional.empty(), "x: [", List.of("a\n- b: \"{}")))
                .isEqualTo(new Answer.Done());
        assertThat(expert.put(0, Optional.empty(), "挂失", List.of("丢了"))).isEqualTo(new Answer.ChangedMeanwhile());
        assertThat(expert.rollBack(1, 7)).isEqualTo(new Answer.ChangedMeanwhile());

        assertThat(as(Role.AGENT).overview()).isEqualTo(WordKeeping.Overview.NOTHING);
        assertThat(as(Role.AGENT).remove(1, "挂失")).isEqualTo(new Answer.NotPermitted());
        assertThat(as(Role.INSPECTOR).dismiss(new WordCandidate("卡飞了", LOSS, "挂失", 2)))
                .isEqualTo(new Answer.NotPermitted());
    }
}
