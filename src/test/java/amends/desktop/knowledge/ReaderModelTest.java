package amends.desktop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeAuthors;
import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.attachment.AttachmentsModel.Said;
import amends.knowledge.Article;
import amends.knowledge.Feedback;
import amends.knowledge.Feedback.Kind;
import amends.knowledge.Feedback.State;
import amends.knowledge.FeedbackBox.Answer;
import amends.knowledge.SomeFiles;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReaderModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final ReaderModel model =
            new ReaderModel(desk.authors.port(desk.member), new PostingWork(Runnable::run, Runnable::run));
    private final Article refund = desk.authors.articles.publish(FakeAuthors.REFUND);

    @Test
    void what_helped_goes_at_once_and_what_is_wrong_asks_for_words() {
        model.say(Kind.HELPED);
        assertThat(desk.authors.feedback).as("no article is read").isEmpty();

        model.reads(Optional.of(refund));
        model.say(Kind.HELPED);
        assertThat(model.said()).contains(Answer.DONE);
        model.say(Kind.WRONG);
        assertThat(model.asking()).contains(Kind.WRONG);
        model.send(" ");
        assertThat(model.said()).contains(Answer.NO_WORDS);
        assertThat(model.asking()).contains(Kind.WRONG);
        model.send("是 5 天");
        assertThat(model.asking()).isEmpty();

        assertThat(desk.authors.feedback.values())
                .extracting(Feedback::kind, Feedback::version, Feedback::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.HELPED, 1, State.COUNTED),
                        org.assertj.core.groups.Tuple.tuple(Kind.WRONG, 1, State.OPEN));
    }

    @Test
    void another_article_begins_anew() {
        model.reads(Optional.of(refund));
        model.say(Kind.MISSING);
        model.reads(Optional.empty());
        assertThat(model.asking()).isEmpty();
        model.send("x");
        assertThat(desk.authors.feedback).isEmpty();
    }

    @Test
    void files_that_cannot_be_had_are_said_to_be_away_and_asked_for_again() {
        desk.authors.attach(FakeAuthors.REFUND, "plan.png", "", SomeFiles.picture("png", 6, 6));
        Article read = desk.authors.articles.byId(refund.id()).orElseThrow();
        desk.authors.articles.away = true;
        model.reads(Optional.of(read));
        assertThat(model.files().said()).contains(Said.AWAY);
        desk.authors.articles.away = false;
        model.reads(Optional.of(read));
        assertThat(model.files().all()).hasSize(1);
        assertThat(model.files().said()).isEmpty();

        model.reads(Optional.empty());
        desk.authors.articles.away = true;
        model.reads(Optional.of(read));
        desk.authors.articles.away = false;
        for (int i = 0; i < 10; i++) model.tick();
        assertThat(model.files().all()).as("the database is back").hasSize(1);
        assertThat(model.files().said()).isEmpty();
    }

    @Test
    void an_article_without_files_says_nothing_once_the_database_is_back() {
        desk.authors.articles.away = true;
        model.reads(Optional.of(refund));
        desk.authors.articles.away = false;
        model.reads(Optional.of(refund));
        assertThat(model.files().said()).isEmpty();
    }
}
