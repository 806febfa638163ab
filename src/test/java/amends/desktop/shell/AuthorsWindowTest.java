package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeAuthors;
import amends.desktop.UnderXvfb;
import amends.desktop.look.Language;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleLife.Use;
import amends.knowledge.ArticleLife.Work;
import amends.knowledge.Authoring;
import amends.knowledge.Authoring.Piece;
import amends.knowledge.Feedback;
import amends.knowledge.Recall.Way;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.UUID;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An article through its whole life, and a recall, by keyboard; the second person sits elsewhere. */
class AuthorsWindowTest extends UnderXvfb {
    private static final ArticleId NEW = new ArticleId("parking", ArticleLanguage.ZH_CN);
    private AgentWindow window;
    private Authoring chen;

    @BeforeEach
    void open() {
        desk.leads();
        desk.authors.inAnOrdinaryMorning(desk.member.id());
        chen = desk.authors.as(FakeAuthors.CHEN);
        does(() -> window = AgentWindow.open(desk.ports(), settings(Language.ZH_CN)));
        until("the window has the focus", () -> window.frame().isFocused());
        does(() -> window.centre().go(CentreView.Place.KNOWLEDGE));
        settle();
    }

    @AfterEach
    void close() {
        does(() -> window.close());
    }

    private void into(String field, String text) {
        does(() -> {
            var component = (JTextComponent) find(window.frame(), field);
            component.requestFocusInWindow();
            component.setText("");
        });
        settle();
        type(text);
    }

    private Piece piece(ArticleId id) {
        return onScreen(() -> chen.piece(id));
    }

    private String said() {
        return onScreen(() -> {
            Component line = find(window.frame(), "authors.said");
            return line.getAccessibleContext().getAccessibleName() + textOf(line);
        });
    }

    private boolean hasFocus(String name) {
        return find(window.frame(), name).isFocusOwner();
    }

    private static String textOf(Component line) {
        return line instanceof amends.desktop.look.TextLine text ? text.getText() : "";
    }

    @Test
    void an_article_is_written_refused_to_its_writer_published_by_another_mended_rolled_back_and_retired() {
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_N);
        type("parking");
        assertThat(focused()).isEqualTo("authors.field.title");
        into("authors.field.slug", "parking");
        into("authors.field.category", "branches");
        into("authors.field.questions", "where to park");
        into("authors.field.body", "free for two hours");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
        assertThat(piece(NEW).life().work()).isEqualTo(Work.DRAFT);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        assertThat(piece(NEW).life().work()).isEqualTo(Work.IN_REVIEW);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        assertThat(piece(NEW).life().work())
                .as("its writer does not publish it")
                .isEqualTo(Work.IN_REVIEW);

        does(() -> chen.publish(NEW, chen.piece(NEW).open().orElseThrow().revision()));
        assertThat(piece(NEW).life().use()).isEqualTo(Use.PUBLISHED);

        reopen(NEW);
        into("authors.field.body", "free for three hours");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        does(() -> chen.publish(NEW, chen.piece(NEW).open().orElseThrow().revision()));
        assertThat(piece(NEW).version()).isEqualTo(2);

        reopen(NEW);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_H);
        does(() -> ((javax.swing.JTable) find(window.frame(), "authors.versions")).setRowSelectionInterval(1, 1));
        press(KeyEvent.VK_ALT, KeyEvent.VK_R);
        assertThat(piece(NEW).open().orElseThrow().text().body()).isEqualTo("free for two hours");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        does(() -> chen.publish(NEW, chen.piece(NEW).open().orElseThrow().revision()));
        assertThat(piece(NEW).version()).isEqualTo(3);

        reopen(NEW);
        press(KeyEvent.VK_ALT, KeyEvent.VK_X);
        assertThat(piece(NEW).life().use()).as("not without a reason").isEqualTo(Use.PUBLISHED);
        assertThat(said()).contains("理由");
        into("authors.reason", "no parking any more");
        press(KeyEvent.VK_ALT, KeyEvent.VK_X);
        assertThat(piece(NEW).life().use()).isEqualTo(Use.RETIRED);
    }

    /** As somebody does who comes back to an article. */
    private void reopen(ArticleId id) {
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_N);
        does(() -> window.models().authors().articles().choose(id));
    }

    @Test
    void what_another_wrote_is_compared_and_published_by_its_keys() {
        does(() -> window.models().authors().articles().choose(FakeAuthors.REFUND.id()));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_H);
        var difference = (JTextComponent) find(window.frame(), "authors.difference");
        until("the difference is there", () -> difference.getText().contains("当天回电"));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        assertThat(piece(FakeAuthors.REFUND.id()).version()).isEqualTo(2);
        assertThat(said()).contains("已发布");
    }

    @Test
    void a_wrong_version_is_recalled_its_customers_listed_and_called_or_written_to() {
        var one = new UUID(3, 12);
        var other = new UUID(3, 34);
        desk.authors.wasUsed(one, desk.member.id(), 1, Way.OWED);
        desk.authors.wasUsed(other, desk.member.id(), 2, Way.OWED);
        does(() -> window.models().authors().articles().choose(FakeAuthors.REFUND.id()));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_H);
        does(() -> ((javax.swing.JTable) find(window.frame(), "authors.versions")).setRowSelectionInterval(1, 1));
        into("authors.reason", "it takes 5 days");
        press(KeyEvent.VK_ALT, KeyEvent.VK_W);
        assertThat(said()).contains("已召回");
        assertThat(piece(FakeAuthors.REFUND.id()).life().use()).isEqualTo(Use.RETIRED);
        assertThat(onScreen(() -> desk.authors.duties)).hasSize(1);

        press(KeyEvent.VK_ALT, KeyEvent.VK_4);
        var told = (javax.swing.JTable) find(window.frame(), "authors.told");
        until("both are listed", () -> told.getRowCount() == 2);
        does(() -> {
            told.setRowSelectionInterval(0, 0);
            ((javax.swing.JCheckBox) find(window.frame(), "authors.only")).doClick();
        });
        into("authors.notice", "it takes 5 days sorry");
        press(KeyEvent.VK_ALT, KeyEvent.VK_M);
        does(() -> ((javax.swing.JCheckBox) find(window.frame(), "authors.only")).doClick());
        press(KeyEvent.VK_ALT, KeyEvent.VK_C);
        assertThat(onScreen(() -> desk.authors.told.get(one).way())).isEqualTo(Way.SMS_WISHED);
        assertThat(onScreen(() -> desk.authors.told.get(other).way())).isEqualTo(Way.CALLBACK_WISHED);
        assertThat(onScreen(() -> desk.authors.duties)).hasSize(3);
    }

    @Test
    void a_reader_says_by_a_letter_that_it_helped_or_in_words_what_is_wrong() {
        does(() -> window.centre().go(CentreView.Place.DESK));
        press(KeyEvent.VK_F4);
        does(() -> window.models().answers().typed("还款被重复"));
        until("it is found", () -> !window.models().answers().rows().isEmpty());
        press(KeyEvent.VK_ENTER);
        until("it is read", () -> window.models().answers().opened().isPresent());
        until("the focus is there", () -> hasFocus("knowledge.article"));
        int before = desk.authors.feedback.size();
        press(KeyEvent.VK_H);
        press(KeyEvent.VK_W);
        until("words are asked for", () -> hasFocus("knowledge.feedback.words"));
        type("two days");
        press(KeyEvent.VK_ENTER);
        assertThat(onScreen(() -> desk.authors.feedback.values().stream()
                        .skip(before)
                        .map(Feedback::kind)
                        .toList()))
                .containsExactly(Feedback.Kind.HELPED, Feedback.Kind.WRONG);
    }

    @Test
    void feedback_is_taken_and_closed_and_a_gap_becomes_an_article() {
        press(KeyEvent.VK_ALT, KeyEvent.VK_2);
        does(() -> ((javax.swing.JTable) find(window.frame(), "authors.tasks")).setRowSelectionInterval(0, 0));
        press(KeyEvent.VK_ALT, KeyEvent.VK_T);
        into("authors.answer", "mended");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        assertThat(onScreen(() -> desk.authors.feedback.get(new UUID(60, 0))))
                .extracting(Feedback::state, Feedback::answer)
                .containsExactly(Feedback.State.DONE, "mended");

        press(KeyEvent.VK_ALT, KeyEvent.VK_3);
        var matters = (javax.swing.JTable) find(window.frame(), "authors.matters");
        until("the gaps are there", () -> matters.getRowCount() > 3);
        does(() -> {
            matters.requestFocusInWindow();
            matters.setRowSelectionInterval(0, 0);
        });
        settle();
        press(KeyEvent.VK_ENTER);
        assertThat(onScreen(() -> ((JTextField) find(window.frame(), "authors.field.title")).getText()))
                .isEqualTo("养老金账户怎么缴费");
    }
}
