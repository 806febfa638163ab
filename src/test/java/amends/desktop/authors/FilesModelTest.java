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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final PostingWork work = new PostingWork(Runnable::run, Runnable::run);
    private final ArticlesModel articles = new ArticlesModel(desk.authors.port(FakeAuthors.CHEN), work);
    private final FilesModel files =
            new FilesModel(desk.authors.port(FakeAuthors.CHEN).attachments(), articles, work);

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

        articles.goOn();
        files.remove();
        assertThat(names()).as("what is being read stays as it is").hasSize(2);
    }

    @Test
    void what_is_not_taken_is_named_and_what_cannot_be_read_is_said() throws IOException {
        files.add(List.of(file("page.html", SomeFiles.text("<html>"))));
        assertThat(files.refused()).containsExactly(new Judged.Unfit("page.html", Why.ACTIVE));
        files.add(List.of(folder.resolve("gone.png")));
        assertThat(files.isUnread()).isTrue();
        assertThat(names()).isEmpty();
        assertThat(articles.isDirty()).isFalse();
    }
}
