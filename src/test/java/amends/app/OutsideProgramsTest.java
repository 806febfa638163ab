package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideProgramsTest {
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    Path home;

    private final SettableTime time = new SettableTime();
    private final List<Path> shown = new ArrayList<>();
    private OutsidePrograms outside;
    private Path opened;

    @BeforeEach
    void open() throws IOException {
        outside = new OutsidePrograms(new Home(home), time, shown::add);
        opened = Files.createDirectories(home.resolve("opened"));
    }

    private Path old(Path path) throws IOException {
        return Files.setLastModifiedTime(path, FileTime.from(time.now().minus(Duration.ofDays(2))));
    }

    @Test
    void a_file_is_shown_from_a_folder_of_its_own_where_nobody_changes_it() throws IOException {
        outside.open("费用-表.pdf", BYTES);
        outside.open("费用-表.pdf", BYTES);
        assertThat(shown).doesNotHaveDuplicates().hasSize(2);
        assertThat(shown.getFirst()).hasBinaryContent(BYTES).hasFileName("费用-表.pdf");
        assertThat(shown.getFirst().getParent().getParent()).isEqualTo(opened);
        assertThat(Files.getPosixFilePermissions(shown.getFirst())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../contract.pdf",
                "../../contract.pdf",
                "a/../../contract.pdf",
                "..\\..\\contract.pdf",
                "C:contract.pdf",
                "contract.pdf:hidden.pdf",
                "a\u0000.pdf",
                "a\u202Efdp.exe.pdf",
                "..pdf",
                ".pdf",
                "-rf --help.pdf",
                "run.exe",
                "run.pdf.lnk",
                ""
            })
    void a_name_that_leads_elsewhere_or_deceives_writes_and_shows_nothing(String name) throws IOException {
        Path mine = Files.writeString(home.resolve("contract.pdf"), "mine");
        assertThatThrownBy(() -> outside.open(name, BYTES)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> outside.open(mine.toString(), BYTES)).isInstanceOf(IOException.class);
        assertThat(mine).hasContent("mine");
        assertThat(opened).isEmptyDirectory();
        assertThat(shown).isEmpty();
    }

    @Test
    void what_was_opened_before_goes_after_a_day_and_what_cannot_go_keeps_nothing_from_being_opened()
            throws IOException {
        outside.open("a.pdf", BYTES);
        Path yesterday = old(shown.getFirst().getParent());
        Path held = Files.createDirectories(opened.resolve("held/within/deep"))
                .getParent()
                .getParent();
        old(held);
        Path plain = old(Files.createFile(opened.resolve("plain")));
        Path documents = Files.createDirectories(home.resolve("documents"));
        Files.writeString(documents.resolve("mine.txt"), "mine");
        Path link = Files.createSymbolicLink(opened.resolve("link"), documents);
        old(documents);

        time.pass(Duration.ofDays(36_500));
        outside.open("b.pdf", BYTES);
        assertThat(shown).hasSize(2);
        assertThat(yesterday).doesNotExist();
        assertThat(plain).doesNotExist();
        assertThat(Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(documents.resolve("mine.txt")).hasContent("mine");
        assertThat(held).isDirectory();
        assertThat(shown.getLast()).exists();
    }
}
