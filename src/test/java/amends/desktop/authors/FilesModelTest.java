package amends.desktop.authors;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeAuthors;
import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.look.ScaledPicture;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.AttachmentCheck.Why;
import amends.knowledge.SomeFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final PostingWork work = new PostingWork(Runnable::run, Runnable::run);
    private final ArticlesModel articles = new ArticlesModel(desk.authors.port(FakeAuthors.CHEN), plain -> plain, work);
    private final FilesModel files =
            new FilesModel(desk.authors.port(FakeAuthors.CHEN).attachments(), articles, work);
    private final ArrayDeque<Runnable> reads = new ArrayDeque<>();
    private final FilesModel slow =
            new FilesModel(desk.authors.port(FakeAuthors.CHEN).attachments(), articles, work.on(reads::add));

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        desk.authors.articles.publish(FakeAuthors.REFUND);
        articles.choose(FakeAuthors.REFUND.id());
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private void readAll() {
        while (!reads.isEmpty()) reads.remove().run();
    }

    private List<String> names() {
        return files.files().stream().map(Attachment::name).toList();
    }

    @Test
    void files_are_added_put_in_order_told_of_and_kept_with_the_draft() throws IOException {
        files.add(List.of(
                file("plan.png", SomeFiles.picture("png", 5, 5)),
                file("page.html", SomeFiles.text("<html>")),
                file("form.pdf", SomeFiles.text("%PDF-1.7"))));
        files.paste(new ScaledPicture(new BufferedImage(7, 7, BufferedImage.TYPE_INT_RGB)), "截图");
        assertThat(names()).containsExactly("plan.png", "form.pdf", "截图.png");
        assertThat(articles.isDirty()).isTrue();

        files.move(-1);
        assertThat(names()).containsExactly("plan.png", "截图.png", "form.pdf");
        files.say("三步 ");
        assertThat(files.files().get(1).alt()).isEqualTo("三步 ");
        files.shown().choose(2);
        files.remove();
        articles.save();
        assertThat(articles.piece().open().orElseThrow().text().attachments())
                .extracting(Attachment::name, Attachment::alt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("plan.png", ""),
                        org.assertj.core.groups.Tuple.tuple("截图.png", "三步"));

        articles.steps().goOn();
        files.remove();
        assertThat(names()).as("what is being read stays as it is").hasSize(2);
    }

    @Test
    void what_is_not_taken_is_named_until_the_next_is_given_or_another_article_is_chosen() throws IOException {
        Path page = file("page.html", SomeFiles.text("<html>"));
        files.add(List.of(file("plan.png", SomeFiles.picture("png", 5, 5)), page));
        assertThat(names()).containsExactly("plan.png");
        var why = new Judged.Unfit("page.html", Why.ACTIVE);
        assertThat(files.refused()).containsExactly(why);
        files.say("三步");
        articles.save();
        assertThat(files.refused()).as("the same article").containsExactly(why);
        files.add(List.of(file("form.pdf", SomeFiles.text("%PDF-1.7"))));
        assertThat(files.refused()).isEmpty();

        articles.begin();
        files.add(List.of(page));
        assertThat(files.refused()).containsExactly(why);
        articles.choose(FakeAuthors.REFUND.id());
        assertThat(files.refused()).as("another article").isEmpty();
        files.add(List.of(page));
        articles.begin();
        assertThat(files.refused()).isEmpty();
    }

    @Test
    void one_that_cannot_be_read_is_named_and_keeps_no_other_away() throws IOException {
        files.add(List.of(folder, folder.resolve("gone.png"), file("plan.png", SomeFiles.picture("png", 5, 5))));
        assertThat(names()).containsExactly("plan.png");
        assertThat(files.refused())
                .containsExactly(
                        new Judged.Unfit(folder.getFileName().toString(), Why.UNREADABLE),
                        new Judged.Unfit("gone.png", Why.UNREADABLE));
        assertThat(files.isUnread()).isFalse();
    }

    @Test
    void files_that_cannot_be_kept_are_said_and_nothing_stays_busy() throws IOException {
        desk.authors.contents.away = true;
        files.add(List.of(file("plan.png", SomeFiles.picture("png", 5, 5))));
        assertThat(files.isUnread()).isTrue();
        assertThat(files.isBusy()).isFalse();
        assertThat(names()).isEmpty();
        assertThat(articles.isDirty()).isFalse();
    }

    @Test
    void what_was_read_comes_to_the_files_as_they_are_then() throws IOException {
        files.add(
                List.of(file("a.png", SomeFiles.picture("png", 5, 5)), file("b.png", SomeFiles.picture("png", 6, 6))));
        slow.add(List.of(file("c.png", SomeFiles.picture("png", 7, 7)), file("a.gif", SomeFiles.picture("gif", 8, 8))));
        files.shown().choose(0);
        files.say("三步");
        files.move(1);
        files.add(List.of(file("C.png", SomeFiles.picture("png", 9, 9))));
        readAll();
        assertThat(names()).containsExactly("b.png", "a.png", "C.png", "c-2.png", "a.gif");
        assertThat(files.files().get(1).alt()).isEqualTo("三步");
        assertThat(slow.refused()).isEmpty();
    }

    @Test
    void those_for_which_there_is_no_room_any_more_are_named() throws IOException {
        slow.add(List.of(file("late.png", SomeFiles.picture("png", 7, 7))));
        for (int i = 0; i < 10; i++) files.add(List.of(file(i + ".png", SomeFiles.picture("png", 5, 5 + i))));
        readAll();
        assertThat(names()).hasSize(10).doesNotContain("late.png");
        assertThat(slow.refused()).containsExactly(new Judged.Unfit("late.png", Why.TOO_MANY));
    }

    @Test
    void files_that_were_given_to_another_article_do_not_come_to_this_one() throws IOException {
        slow.add(
                List.of(file("late.png", SomeFiles.picture("png", 7, 7)), file("page.html", SomeFiles.text("<html>"))));
        articles.begin();
        readAll();
        assertThat(names()).isEmpty();
        assertThat(slow.refused()).isEmpty();
        assertThat(slow.isBusy()).isFalse();
    }
}
