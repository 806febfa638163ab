package amends.desktop.sound;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AnswerRules;
import amends.desktop.FakeAnswering;
import amends.desktop.FakeSound;
import amends.desktop.PostingWork;
import amends.media.Loudness;
import amends.media.SoundBoard.Answer;
import amends.media.SoundBoard.Flaw;
import amends.media.SoundBoard.Levels;
import amends.media.SoundBoard.Trial;
import amends.media.SoundWishes;
import amends.media.ToneWishes;
import amends.media.VoiceTreatment;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SoundModelTest {
    private final FakeSound board = new FakeSound();
    private final FakeAnswering answering = new FakeAnswering();
    private final SoundModel model = new SoundModel(board, answering, new PostingWork(Runnable::run, Runnable::run));

    @Test
    void the_microphone_is_open_only_while_the_page_is_shown() {
        model.shown(true);
        assertThat(board.watched).isTrue();
        model.shown(false);
        assertThat(board.watched).isFalse();
    }

    @Test
    void the_systems_choice_comes_first_and_none_last() {
        model.shown(true);
        assertThat(model.microphones())
                .startsWith(SoundWishes.DEFAULT)
                .endsWith(SoundWishes.NONE)
                .hasSize(4);
    }

    @Test
    void what_is_chosen_stays_in_the_list_while_it_is_unplugged() {
        board.wishes = board.wishes.withRinger("Plantronics");
        model.shown(true);
        assertThat(model.ringers()).contains("Plantronics");
    }

    @Test
    void a_choice_holds_at_once_and_what_is_wrong_with_it_is_said() {
        board.flaw = Optional.of(Flaw.NOT_REMEMBERED);
        model.speaker("HDA Intel PCH: ALC257 Analog (hw:0,0)");
        assertThat(model.wishes().speaker()).startsWith("HDA");
        assertThat(model.flaw()).contains(Flaw.NOT_REMEMBERED);
    }

    @Test
    void the_tones_are_switched_for_themselves() {
        model.tones(new ToneWishes(false, true));
        assertThat(model.wishes().tones()).isEqualTo(new ToneWishes(false, true));
    }

    @Test
    void what_answers_itself_is_what_the_house_means_by_it() {
        model.answer(true, false);
        assertThat(model.rules().calls()).isEqualTo(AnswerRules.Calls.QUEUE);
        assertThat(model.rules().asked()).isEqualTo(AnswerRules.Asked.NEVER);
        model.answer(false, true);
        assertThat(model.rules().calls()).isEqualTo(AnswerRules.Calls.NONE);
        assertThat(model.rules().asked()).isEqualTo(AnswerRules.Asked.INSIDE);
        answering.remembers = false;
        model.answer(true, true);
        assertThat(model.flaw()).contains(Flaw.NOT_REMEMBERED);
    }

    @Test
    void each_treatment_is_switched_for_itself() {
        model.treat(new VoiceTreatment(true, false, true));
        assertThat(model.wishes().treatment().noise()).isFalse();
        assertThat(model.wishes().treatment().echo()).isTrue();
    }

    @Test
    void a_test_call_is_refused_in_a_call() {
        model.shown(true);
        board.answer = Answer.IN_CALL;
        model.call();
        assertThat(model.refused()).contains(Answer.IN_CALL);
        assertThat(model.trial()).isEqualTo(Trial.READY);
    }

    @Test
    void the_test_call_is_followed_to_its_end() {
        model.shown(true);
        model.call();
        assertThat(model.trial()).isEqualTo(Trial.LISTENING);
        board.trial = Trial.PLAYING;
        model.tick();
        assertThat(model.trial()).isEqualTo(Trial.PLAYING);
    }

    @Test
    void levels_that_stay_tell_nobody_but_for_the_figures_and_leave_the_page_alone() {
        model.shown(true);
        var bars = new AtomicInteger();
        var page = new AtomicInteger();
        model.levels().listen(bars::incrementAndGet);
        model.listen(page::incrementAndGet);
        for (int i = 0; i < 50; i++) model.tick();
        assertThat(bars.get()).isLessThanOrEqualTo(11);
        assertThat(page).hasValue(0);
    }

    @Test
    void figures_are_the_loudest_of_half_a_second() {
        model.shown(true);
        board.levels = new Levels(new Loudness(-2, -14), Loudness.SILENCE);
        model.tick();
        board.levels = Levels.SILENCE;
        for (int i = 0; i < 4; i++) model.tick();
        assertThat(model.levels().figures().microphone()).isEqualTo(new Loudness(-2, -14));
        assertThat(model.levels().now()).isEqualTo(Levels.SILENCE);
    }

    @Test
    void nothing_is_asked_while_the_page_is_not_shown() {
        model.tick();
        assertThat(model.levels().now()).isEqualTo(Levels.SILENCE);
    }
}
