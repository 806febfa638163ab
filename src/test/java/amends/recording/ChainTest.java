package amends.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainTest {
    private static final String HASH = "cd".repeat(32);

    @TempDir
    Path folder;

    private Bench bench;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
        for (int i = 0; i < 5; i++) append(bench);
        file = bench.root.resolve("chain/" + bench.vault.chain().desk() + ".chain");
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private static ChainLink append(Bench to) throws IOException {
        return to.vault.chain().append(ChainLink.Kind.SEALED, Ids.next(), HASH, HASH, Bench.BEGAN);
    }

    private Optional<String> fault() throws IOException {
        return bench.vault.chain().walk(link -> {});
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    private void rewrite(List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    @Test
    void a_chain_holds_from_end_to_end() throws IOException {
        var links = new ArrayList<ChainLink>();
        assertThat(bench.vault.chain().walk(links::add)).isEmpty();
        assertThat(links).extracting(ChainLink::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void it_goes_on_after_the_desk_starts_again() throws IOException {
        bench.close();
        try (var again = new Bench(folder)) {
            assertThat(append(again).number()).isEqualTo(6);
            assertThat(again.vault.chain().walk(link -> {})).isEmpty();
        }
    }

    @Test
    void one_changed_character_anywhere_breaks_it() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length - 1; i++) {
            byte[] changed = whole.clone();
            changed[i] = (byte) (changed[i] == '7' ? '8' : '7');
            Files.write(file, changed);
            assertThat(fault()).as("character %d", i).isPresent();
        }
    }

    @Test
    void a_link_taken_out_breaks_it() throws IOException {
        var lines = lines();
        lines.remove(2);
        rewrite(lines);
        assertThat(fault()).hasValueSatisfying(where -> assertThat(where).contains("line 3"));
    }

    @Test
    void links_that_changed_places_break_it() throws IOException {
        var lines = lines();
        lines.add(1, lines.remove(2));
        rewrite(lines);
        assertThat(fault()).isPresent();
    }

    @Test
    void a_chain_that_does_not_hold_gets_no_more_links() throws IOException {
        bench.close();
        var lines = lines();
        lines.remove(0);
        rewrite(lines);
        try (var again = new Bench(folder)) {
            assertThatThrownBy(() -> append(again)).hasMessageContaining("does not hold");
        }
    }

    @Test
    void half_a_line_of_a_lost_power_is_cut_off_and_the_chain_goes_on() throws IOException {
        bench.close();
        Files.writeString(file, "6 abc", StandardOpenOption.APPEND);
        try (var again = new Bench(folder)) {
            assertThat(append(again).number()).isEqualTo(6);
            assertThat(again.vault.chain().walk(link -> {})).isEmpty();
        }
    }

    @Test
    void two_desks_cannot_add_to_one_chain() {
        var second = new Bench(folder);
        assertThatThrownBy(() -> append(second)).hasMessageContaining("another desk");
    }

    @Test
    void a_file_without_lines_is_answered_and_not_read_into_memory() throws IOException {
        Files.write(file, "x".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII));
        assertThat(fault()).isPresent();
        Files.write(file, new byte[3_000_000]);
        assertThat(fault()).isPresent();
        Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28, '\n'});
        assertThat(fault()).isPresent();
    }

    @Test
    void a_chain_rewritten_as_a_whole_is_told_by_the_database() throws IOException {
        UUID id = Ids.next();
        Path sound = bench.sealed(id, new short[1600], new short[1600]);
        var anchored = new ChainAnchors.Head(3, "ef".repeat(32));
        var check = new RecordingCheck(bench.vault, bench.sealing, bench.format, Optional.of(new OneHead(anchored)));
        assertThat(check.verify(sound))
                .isInstanceOfSatisfying(
                        CheckResult.Damaged.class,
                        found -> assertThat(found.chain()).isInstanceOf(ChainFinding.ChainBroken.class));
    }

    @Test
    void a_chain_that_agrees_with_the_database_is_trusted() throws IOException {
        Path sound = bench.sealed(Ids.next(), new short[1600], new short[1600]);
        var links = new ArrayList<ChainLink>();
        bench.vault.chain().walk(links::add);
        var head = new ChainAnchors.Head(3, links.get(2).hash());
        var check = new RecordingCheck(bench.vault, bench.sealing, bench.format, Optional.of(new OneHead(head)));
        assertThat(check.verify(sound)).isInstanceOf(CheckResult.SealedAndWhole.class);
    }

    private record OneHead(Head only) implements ChainAnchors {
        @Override
        public void store(String desk, ChainLink link) {}

        @Override
        public long lastStored(String desk) {
            return only.number();
        }

        @Override
        public Optional<String> deskOf(UUID recording) {
            return Optional.empty();
        }

        @Override
        public List<ChainLink> after(String desk, long number, int most) {
            return List.of();
        }

        @Override
        public Optional<Head> head(String desk) {
            return Optional.of(only);
        }

        @Override
        public void moveHead(String desk, Head head) {}
    }
}
