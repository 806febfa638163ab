package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Secret;
import amends.kernel.Timekeeper;
import amends.media.Pcm;
import amends.recording.ChainAnchors;
import amends.recording.Recorder;
import amends.telephony.CallId;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingVerifyTest {
    @TempDir
    Path folder;

    private Home home;
    private Path file;

    @BeforeEach
    void record() throws Exception {
        home = Home.at(folder.resolve("home"));
        try (var store = store();
                var vault = VaultRoom.open(home.recordings(), home, store, Timekeeper.system())) {
            var agent = new UUID(1, 1);
            try (var recorder = new Recorder(
                    vault.vault(), vault.sealing(), vault.format(), vault.books(), () -> agent, Timekeeper.system())) {
                var tap = recorder.tap(new CallId("a-call"));
                for (int i = 0; i < 50; i++) tap.frame(new short[Pcm.FRAME], new short[Pcm.FRAME]);
                tap.ended();
            }
            file = vault.vault().path(vault.vault().files().getFirst());
        }
    }

    private StoreRoom store() {
        var where = new DeskSettings.Database(home.databaseUrl(), "amends", Secret.of(""));
        var store = StoreRoom.open(where, home, "test", Timekeeper.system());
        assertThat(store.database().awaitAvailable(Duration.ofSeconds(60))).isTrue();
        return store;
    }

    private int verify() {
        return Main.run(
                "recording", "verify", file.toString(), "--home", home.folder().toString());
    }

    @Test
    void a_recording_is_whole_where_chain_and_database_agree() {
        assertThat(verify()).isEqualTo(Exit.OK);
    }

    @Test
    void a_chain_that_is_not_the_one_kept_in_the_database_is_found_out() throws Exception {
        try (var store = store();
                var vault = VaultRoom.open(home.recordings(), home, store, Timekeeper.system())) {
            String desk = vault.vault().chain().desk();
            vault.anchors().moveHead(desk, new ChainAnchors.Head(1, "0".repeat(64)));
        }
        assertThat(verify()).isEqualTo(Exit.FAILED);
    }

    @Test
    void a_database_file_that_a_desk_has_open_does_not_stop_the_check() throws Exception {
        Path database = home.folder().resolve("database").resolve("amends.mv.db");
        try (var open = FileChannel.open(database, StandardOpenOption.WRITE);
                var lock = open.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(verify()).isEqualTo(Exit.OK);
        }
    }

    @Test
    void a_database_server_that_is_away_does_not_stop_the_check() throws Exception {
        Files.writeString(home.settings(), "database: {url: \"jdbc:postgresql://127.0.0.1:1/none\"}\n");
        assertThat(verify()).isEqualTo(Exit.OK);
    }

    @Test
    void where_there_is_no_database_none_is_made() throws Exception {
        Path database = home.folder().resolve("database");
        try (var files = Files.list(database)) {
            for (Path part : files.toList()) Files.delete(part);
        }
        assertThat(verify()).isEqualTo(Exit.OK);
        assertThat(database).isEmptyDirectory();
    }
}
