package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    private static final Folding FOLDING = new Folding();
    private static final Sounds SOUNDS = new Sounds();

    @ParameterizedTest
    @CsvSource({"銀行帳戶, 银行账户", "银行帐户, 银行账户", "裡面裏面, 里面里面", "ＡＴＭ機, atm机", "轉賬, 转账", "ATM, atm", "看著, 看着", "行程, 行程"})
    void what_means_the_same_is_written_alike(String text, String folded) {
        assertThat(FOLDING.fold(text)).isEqualTo(folded).hasSameSizeAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "yinhangka, yin hang ka",
        "zhuanzhang, zhuan zhang",
        "nv, nv",
        "xian, xian",
        "refund, ''",
        "e, e",
        "'', ''"
    })
    void letters_are_cut_into_the_fewest_syllables(String letters, String cut) {
        List<String> syllables =
                Arrays.stream(cut.split(" ")).filter(s -> !s.isEmpty()).toList();
        assertThat(SOUNDS.cut(letters))
                .hasSize(syllables.size())
                .isEqualTo(syllables.stream().map(SOUNDS::cut).collect(Collectors.joining()));
    }
}
