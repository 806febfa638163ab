package amends.desktop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.knowledge.KnowledgeModel.Listing;
import amends.desktop.look.Language;
import amends.desktop.wrapup.NotesModel;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Audience;
import amends.knowledge.Cue;
import amends.knowledge.SuggestionFeed.Suggested;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class KnowledgeModelTest {
    private static final CallId CALL = FakeDesk.CALL;
    private final FakeDesk desk = new FakeDesk();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private boolean slow;
    private final NotesModel notes = new NotesModel(desk.keeping, desk.time);
    private final KnowledgeModel model = new KnowledgeModel(
            desk.answers.port(),
            desk.keeping,
            notes,
            new PostingWork(
                    task -> {
                        if (slow) background.add(task);
                        else task.run();
                    },
                    Runnable::run));

    private void calls() {
        desk.rings();
        model.about(Optional.of(CALL));
    }

    private List<String> titles() {
        return model.rows().stream().map(row -> row.title().text()).toList();
    }

    @Test
    void suggestions_are_there_when_the_call_rings_each_with_its_reason() {
        calls();
        assertThat(model.listing()).isEqualTo(Listing.SUGGESTIONS);
        assertThat(model.rows())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.because()).isNotEmpty());
    }

    @Test
    void suggestions_that_come_later_than_the_ring_are_shown() {
        model.about(Optional.of(CALL));
        assertThat(model.listing()).isEqualTo(Listing.NOTHING);
        desk.answers.suggestsAnOrdinaryMorning(CALL.value());
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void what_suggests_itself_for_another_call_is_not_shown() {
        model.about(Optional.of(CALL));
        desk.answers.suggestsAnOrdinaryMorning("another");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void typing_searches_and_emptying_brings_the_suggestions_back() {
        calls();
        model.typed("到账");
        assertThat(titles()).containsExactly("还款几天到账");
        model.typed("");
        assertThat(model.listing()).isEqualTo(Listing.SUGGESTIONS);
    }

    @Test
    void suggestions_that_come_while_somebody_searches_wait() {
        calls();
        model.typed("到账");
        desk.answers.suggestsAnOrdinaryMorning(CALL.value());
        assertThat(titles()).containsExactly("还款几天到账");
    }

    @Test
    void one_search_is_under_way_and_an_answer_to_an_older_text_is_not_shown() {
        slow = true;
        model.typed("久");
        model.typed("久等");
        model.typed("到账");
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(model.rows()).isEmpty();
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(titles()).containsExactly("还款几天到账");
        // what may have been meant
        background.remove().run();
        assertThat(background).isEmpty();
    }

    @Test
    void answers_wait_for_nothing_that_may_have_been_meant_and_what_was_meant_before_goes_as_one_types() {
        desk.answers.meant.put("到账", "到帐");
        desk.answers.meant.put("到账吗", "到了吗");
        model.typed("到账");
        assertThat(model.meant()).contains("到帐");

        slow = true;
        model.typed("还款");
        assertThat(model.meant()).isEmpty();
        background.remove().run();
        assertThat(titles()).contains("还款几天到账");
        model.typed("到账吗");
        background.remove().run();
        assertThat(model.meant()).isEmpty();
        while (!background.isEmpty()) background.remove().run();
        assertThat(model.meant()).contains("到了吗");

        model.typed("到账吗？");
        model.typed("到账吗");
        assertThat(model.meant()).isEmpty();
        while (!background.isEmpty()) background.remove().run();
        assertThat(model.meant()).contains("到了吗");
    }

    @Test
    void an_error_about_what_was_meant_leaves_the_answers_alone() {
        desk.answers.meant = null;
        model.typed("到账");
        assertThat(model.listing()).isEqualTo(Listing.FOUND);
        assertThat(model.meant()).isEmpty();
    }

    @Test
    void nothing_found_is_said() {
        model.typed("zzz");
        assertThat(model.listing()).isEqualTo(Listing.NOTHING_FOUND);
    }

    @Test
    void articles_that_are_not_there_yet_are_asked_for_again() {
        desk.answers.ready = false;
        model.typed("到账");
        assertThat(model.listing()).isEqualTo(Listing.NOT_READY);
        desk.answers.ready = true;
        model.tick();
        assertThat(model.listing()).isEqualTo(Listing.FOUND);
    }

    @Test
    void arrows_stay_within_the_answers() {
        calls();
        model.choose(model.chosen() - 1);
        assertThat(model.chosen()).isZero();
        model.choose(2);
        model.choose(3);
        assertThat(model.chosen()).isEqualTo(2);
    }

    @Test
    void an_opened_article_has_its_answer_first_and_its_short_message() {
        calls();
        model.open();
        OpenArticle open = model.opened().orElseThrow();
        assertThat(open.body().getFirst().runs().getFirst().text()).startsWith("多扣的一笔");
        assertThat(open.sms()).isPresent();
        model.back();
        assertThat(model.opened()).isEmpty();
    }

    @Test
    void what_was_used_is_kept_with_the_contact_and_taken_back_by_a_second_press() {
        calls();
        model.toggleUsed();
        assertThat(model.usedTitles()).containsExactly("还款被重复扣款");
        model.toggleUsed();
        assertThat(model.usedTitles()).isEmpty();
        assertThat(desk.answers.asked)
                .containsExactly("mark zh-CN/card-double 3 SUGGESTED", "take back zh-CN/card-double");
    }

    @Test
    void an_article_that_was_searched_for_is_marked_as_such() {
        calls();
        model.typed("到账");
        model.open();
        model.toggleUsed();
        assertThat(desk.answers.asked).containsExactly("mark zh-CN/card-arrives 3 SEARCHED");
    }

    @Test
    void without_a_call_nothing_can_have_been_used() {
        model.typed("到账");
        assertThat(model.canUse()).isFalse();
        model.toggleUsed();
        assertThat(desk.answers.asked).isEmpty();
    }

    @Test
    void what_was_searched_in_a_call_goes_with_it_and_what_was_begun_before_it_stays() {
        model.typed("到账");
        calls();
        assertThat(model.text()).isEqualTo("到账");
        model.about(Optional.empty());
        assertThat(model.text()).isEmpty();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void the_note_is_a_cue_once_the_typing_pauses() {
        calls();
        notes.typed(CALL, "扣了两笔");
        assertThat(desk.answers.cues).isEmpty();
        desk.time.pass(Duration.ofSeconds(1));
        notes.tick();
        assertThat(desk.answers.cues).containsEntry(CALL.value() + " typed", List.of(new Cue.Typed("扣了两笔")));
    }

    @Test
    void after_the_write_up_the_call_is_forgotten() {
        calls();
        model.toggleUsed();
        model.leave(CALL);
        assertThat(desk.answers.over).containsExactly(CALL.value());
        assertThat(model.usedTitles()).isEmpty();
    }

    @Test
    void a_reader_of_traditional_chinese_reads_everything_in_it() {
        desk.answers.script = text -> text.replace("账", "帳").replace("还", "還");
        model.read(Language.ZH_TW);
        calls();
        model.typed("到账");
        assertThat(titles()).containsExactly("還款几天到帳");
        assertThat(model.rows().getFirst().title().marks()).hasSize(1);
        model.open();
        assertThat(model.opened().orElseThrow().title()).isEqualTo("還款几天到帳");
    }

    @Test
    void another_language_asks_anew() {
        calls();
        model.typed("到账");
        model.read(Language.EN);
        assertThat(desk.answers.reads).isEqualTo(ArticleLanguage.EN);
        assertThat(model.listing()).isEqualTo(Listing.FOUND);
    }

    @Test
    void suggestions_that_are_late_are_said_in_a_line_and_nothing_else_changes() {
        calls();
        var before = new ArrayList<>(model.rows());
        desk.answers.tells(new Suggested(
                CALL.value(), desk.answers.of(CALL.value()).orElseThrow().suggestions(), true));
        assertThat(model.isLate()).isTrue();
        assertThat(model.rows()).isEqualTo(before);
    }

    @Test
    void what_may_have_been_meant_is_taken_by_one_key_and_goes_with_what_was_typed() {
        desk.answers.meant.put("还宽", "到账");
        model.typed("还宽");
        assertThat(model.listing()).isEqualTo(Listing.NOTHING_FOUND);
        assertThat(model.meant()).contains("到账");

        model.takeMeant();
        assertThat(model.text()).isEqualTo("到账");
        assertThat(titles()).containsExactly("还款几天到账");
        assertThat(model.meant()).isEmpty();
        model.typed("还宽");
        model.typed("");
        assertThat(model.meant()).isEmpty();
    }

    @Test
    void what_may_have_been_meant_is_put_in_the_readers_script() {
        desk.answers.meant.put("zz", "还账");
        model.read(Language.ZH_TW);
        model.typed("zz");
        assertThat(model.meant()).contains("還帳");
    }

    @Test
    void answers_are_narrowed_down_and_all_there_again_by_one_key_or_with_the_next_call() {
        calls();
        model.typed("账");
        int all = model.rows().size();
        assertThat(model.narrowings())
                .contains(new Narrowing.ByCategory("cards"), new Narrowing.ByAudience(Audience.CUSTOMER));

        model.narrow(new Narrowing.ByAudience(Audience.CUSTOMER));
        assertThat(titles()).containsExactly("还款被重复扣款");
        model.narrow(new Narrowing.ByLanguage(ArticleLanguage.EN));
        assertThat(model.listing()).isEqualTo(Listing.NOTHING_FOUND);
        assertThat(Narrowing.of(model.within())).hasSize(2);
        model.narrow(new Narrowing.ByLanguage(ArticleLanguage.EN));
        assertThat(model.rows()).hasSize(1);
        model.widen();
        assertThat(model.rows()).hasSize(all);

        model.narrow(new Narrowing.ByAudience(Audience.CUSTOMER));
        model.about(Optional.empty());
        assertThat(Narrowing.of(model.within())).isEmpty();
    }

    @Test
    void only_what_was_searched_and_found_can_be_no_answer() {
        calls();
        model.dispute();
        assertThat(desk.answers.asked).isEmpty();
        model.typed("到账");
        model.dispute();
        assertThat(desk.answers.asked).containsExactly("dispute zh-CN/card-arrives 到账");
        assertThat(model.disputed()).contains("还款几天到账");
        model.typed("到");
        assertThat(model.disputed()).isEmpty();
    }
}
