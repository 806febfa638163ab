package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.yaml.YamlMistakes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintSchemeReaderTest {
    @Test
    void the_shipped_one_is_a_tree_with_units_and_names_in_three_languages() {
        ComplaintScheme scheme = ComplaintSchemeReader.standard();
        assertThat(scheme.leaves())
                .hasSizeGreaterThan(15)
                .allSatisfy(c -> assertThat(c.parent()).isPresent());
        assertThat(scheme.path("money-twice", "zh-CN")).isEqualTo("扣款与费用 › 重复扣款");
        assertThat(scheme.path("money-twice", "zh-TW")).isEqualTo("扣款與費用 › 重複扣款");
        assertThat(scheme.path("money-twice", "en")).isEqualTo("Charges and fees › Charged twice");
        assertThat(scheme.path("gone", "en")).isEqualTo("gone");
        assertThat(scheme.units())
                .anyMatch(
                        u -> u.kind() == HandlingUnit.Kind.BRANCH && !u.region().isEmpty());
    }

    @Test
    void mistakes_are_told_with_their_lines() {
        String text = """
                causes:
                  - key: a
                    name: {zh-CN: 甲, zh-TW: 甲, en: A}
                  - key: a
                    name: {zh-CN: 乙, zh-TW: 乙, en: B}
                units:
                  - key: u
                    mail: "not an address?cc=x"
                    days: 0
                    name: {zh-CN: 一, zh-TW: 一, en: U}
                """;
        assertThatThrownBy(() -> ComplaintSchemeReader.read("own.yaml", text))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining("own.yaml")
                .hasMessageContaining("twice")
                .hasMessageContaining("mail")
                .hasMessageContaining("days");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 4 5|5 4 5",
                "5,4,3|5 4 3",
                "１ ２ ３|1 2 3",
                "545|5 4 5",
                "5|",
                "5 4|",
                "5 4 6|",
                "3天了还没解决|",
                "5 4 5 5|",
                "''|"
            })
    void three_figures_are_a_rating_and_nothing_else_is(String said, String rating) {
        Optional<String> read = HandlingRating.read(said).map(r -> r.timely() + " " + r.reasonable() + " " + r.fair());
        assertThat(read).isEqualTo(Optional.ofNullable(rating));
    }
}
