package amends.desktop.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.knowledge.ArticleActsModel.Said;
import amends.desktop.wrapup.NotesModel;
import java.awt.print.PrinterException;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;

class ArticleActsModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final PostingWork work = new PostingWork(Runnable::run, Runnable::run);
    private final ArrayDeque<Runnable> printer = new ArrayDeque<>();
    private final ArticleActsModel model = new ArticleActsModel(
            desk.ports().following().texting(),
            desk.keeping,
            new KnowledgeModel(desk.answers.port(), desk.keeping, new NotesModel(desk.keeping, desk.time), work),
            work,
            work.on(printer::add));

    @Test
    void nothing_waits_for_the_printer_and_one_that_fails_is_said() {
        model.print(() -> {
            throw new PrinterException("no paper");
        });
        assertThat(model.said()).as("the printer has its own thread").isEmpty();
        printer.remove().run();
        assertThat(model.said()).contains(Said.FAILED);
    }
}
