package amends.desktop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeAuthors;
import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.knowledge.Article;
import amends.knowledge.Feedback;
import amends.knowledge.Feedback.Kind;
import amends.knowledge.Feedback.State;
import amends.knowledge.FeedbackBox.Answer;
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
}
