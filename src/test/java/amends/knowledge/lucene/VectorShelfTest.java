package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorShelfTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("index.vectors");
    }

    private VectorShelf open() {
        var shelf = new VectorShelf(Optional.of(file()));
        shelf.open();
        return shelf;
    }

    private static PlacedVector vector(int seed) {
        var random = new Random(seed);
        var vector = new float[64];
        for (int i = 0; i < vector.length; i++) vector[i] = random.nextFloat() - 0.5f;
        return PlacedVector.of(vector);
    }

    private void filled() {
        VectorShelf shelf = open();
        shelf.put("space", "one", vector(1));
        shelf.put("space", "two", vector(2));
        shelf.forgetOthers();
    }

    @Test
    void what_was_made_is_there_at_the_next_start() {
        filled();
        PlacedVector kept = open().of("space", "two").orElseThrow();
        assertThat(kept.numbers()).isEqualTo(vector(2).numbers());
        assertThat(kept.step()).isEqualTo(vector(2).step());
        assertThat(open().of("another space", "two")).isEmpty();
        assertThat(open().of("space", "three")).isEmpty();
    }

    @Test
    void what_no_article_says_any_more_goes() {
        filled();
        VectorShelf shelf = open();
        shelf.of("space", "one");
        shelf.forgetOthers();
        assertThat(open().of("space", "one")).isPresent();
        assertThat(open().of("space", "two")).isEmpty();
    }

    @Test
    void what_could_not_be_asked_for_stays() {
        filled();
        VectorShelf shelf = open();
        shelf.of("space", "one");
        shelf.isIncomplete();
        shelf.forgetOthers();
        assertThat(open().of("space", "two")).isPresent();
        VectorShelf nothing = open();
        nothing.forgetOthers();
        assertThat(open().of("space", "two")).as("no article was there").isPresent();
    }

    @Test
    void a_file_that_is_broken_anywhere_is_made_anew() throws IOException {
        filled();
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at += 7) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x55;
            Files.write(file(), broken);
            VectorShelf shelf = open();
            assertThat(shelf.of("space", "one")).as("byte %d", at).isEmpty();
            Files.write(file(), java.util.Arrays.copyOf(whole, at));
            assertThat(open().of("space", "one")).as("cut at %d", at).isEmpty();
        }
        filled();
        assertThat(open().of("space", "one")).isPresent();
    }

    @Test
    void nothing_but_the_file_is_left_behind() throws IOException {
        filled();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void eight_bits_tell_likeness_to_a_hundredth() {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            var one = new float[384];
            var other = new float[384];
            double a = 0;
            double b = 0;
            double product = 0;
            for (int i = 0; i < one.length; i++) {
                one[i] = (float) random.nextGaussian();
                other[i] = one[i] * 0.5f + (float) random.nextGaussian();
                a += one[i] * one[i];
                b += other[i] * other[i];
                product += one[i] * other[i];
            }
            for (int i = 0; i < one.length; i++) {
                one[i] /= (float) Math.sqrt(a);
                other[i] /= (float) Math.sqrt(b);
            }
            double exact = product / Math.sqrt(a * b);
            assertThat((double) PlacedVector.of(one).likeness(PlacedVector.of(other)))
                    .isBetween(exact - 0.01, exact + 0.01);
        }
    }
}
