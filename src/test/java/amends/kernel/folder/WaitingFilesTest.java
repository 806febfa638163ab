package amends.kernel.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program leaves that is killed while its disk is slow: what is seen at the moment of forcing is what stays. */
class WaitingFilesTest {
    private static final UUID ID = UUID.randomUUID();

    @TempDir
    Path folder;

    private final List<List<String>> leftWhileForced = new ArrayList<>();

    private WaitingFiles<String> files() {
        return new WaitingFiles<>(folder, "thing", (text, at) -> text, file -> leftWhileForced.add(reader()));
    }

    private List<String> reader() {
        return new WaitingFiles<>(folder, "thing", (text, at) -> text).left();
    }

    @Test
    void the_first_is_there_before_the_disk_has_it() {
        files().keep(ID, "rings");

        assertThat(leftWhileForced).containsExactly(List.of("rings"));
    }

    @Test
    void one_that_replaces_another_leaves_that_until_the_disk_has_the_new_one() {
        var files = files();
        files.keep(ID, "rings");
        files.keep(ID, "answered");

        assertThat(leftWhileForced.getLast()).containsExactly("rings");
        assertThat(files.left()).containsExactly("answered");
    }

    @Test
    void what_the_database_has_is_not_left() {
        var files = files();
        files.keep(ID, "rings");
        files.drop(ID);

        assertThat(files.left()).isEmpty();
    }
}
