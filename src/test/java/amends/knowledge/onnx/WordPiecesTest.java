package amends.knowledge.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {
    private static final Map<String, Integer> VOCABULARY = vocabulary(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "lost", "card", "un", "##aff", "##able", "##s", "卡", "丢", "了", "?", "，",
            "cafe", "a", "##b");
    private static final WordPieces PIECES = new WordPieces(VOCABULARY);

    private static Map<String, Integer> vocabulary(String... pieces) {
        var numbers = new HashMap<String, Integer>();
        for (String piece : pieces) numbers.put(piece, numbers.size());
        return numbers;
    }

    private static String cut(String text, int most) {
        Map<Long, String> names = new HashMap<>();
        VOCABULARY.forEach((piece, number) -> names.put((long) number, piece));
        var cut = new StringBuilder();
        for (long number : PIECES.cut(text, most).numbers())
            cut.append(names.get(number)).append(' ');
        return cut.toString().strip();
    }

    @ParameterizedTest
    @CsvSource({
        "lost card, [CLS] lost card [SEP]",
        "cards?, [CLS] card ##s ? [SEP]",
        "unaffable, [CLS] un ##aff ##able [SEP]",
        "卡丢了, [CLS] 卡 丢 了 [SEP]",
        "'card卡，a', [CLS] card 卡 ， a [SEP]",
        "café, [CLS] cafe [SEP]",
        "unknown, [CLS] [UNK] [SEP]",
        "ab aab, [CLS] a ##b [UNK] [SEP]",
        "'', [CLS] [SEP]",
    })
    void words_are_cut_into_the_longest_pieces_there_are(String text, String pieces) {
        assertThat(cut(text, 50)).isEqualTo(pieces);
    }

    @Test
    void what_is_too_long_is_left_out_and_the_end_stays() {
        assertThat(cut("卡丢了卡丢了", 5)).isEqualTo("[CLS] 卡 丢 了 [SEP]");
        assertThat(cut("卡 unaffable", 4)).isEqualTo("[CLS] 卡 un [SEP]");
        assertThat(cut("a".repeat(101), 5)).isEqualTo("[CLS] [UNK] [SEP]");
    }

    @Test
    void it_is_counted_how_many_letters_stand_in_whole_words() {
        WordPieces.Cut cut = PIECES.cut("lost cards 12", 50);
        assertThat(cut.letters()).isEqualTo(9);
        assertThat(cut.whole()).isEqualTo(4);
    }

    @Test
    void control_characters_and_halves_of_characters_are_no_part_of_it() {
        assertThat(cut("lo\u0000st\u200b ca\ud800rd\u0007\ufffd", 50)).isEqualTo("[CLS] lost card [SEP]");
        assertThat(cut("card\tlost\u3000卡", 50)).isEqualTo("[CLS] card lost 卡 [SEP]");
    }

    @Test
    void whatever_is_typed_is_cut_within_the_bounds() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            int length = random.nextInt(300);
            var text = new StringBuilder();
            for (int i = 0; i < length; i++)
                text.append((char) (random.nextBoolean() ? random.nextInt(0x10000) : 32 + random.nextInt(96)));
            int most = 3 + random.nextInt(126);
            long[] numbers = PIECES.cut(text.toString(), most).numbers();
            assertThat(numbers.length).isBetween(2, most);
            assertThat(numbers[0]).isEqualTo(2);
            assertThat(numbers[numbers.length - 1]).isEqualTo(3);
        }
    }

    @Test
    void a_vocabulary_without_a_beginning_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WordPieces(vocabulary("[UNK]", "[SEP]")));
    }
}
