package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.EverydayWords.Entry;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EverydayWordsTest {
    private static final String FILE = """
            # what people say
            words:
              # since the case of March
              - bank: 重复扣款
                people: [扣了双份, 扣了两次]
              - bank: ATM
                people:
                  - cash machine
                  - 取钱机器
            """;

    private static EverydayWords read(String text) throws YamlMistakes {
        return EverydayWordsReader.read("synonyms.yaml", text);
    }

    @Test
    void is_read_with_its_remarks() throws YamlMistakes {
        EverydayWords words = read(FILE);

        assertThat(words.remarks()).containsExactly("# what people say");
        assertThat(words.entries())
                .containsExactly(
                        new Entry("重复扣款", List.of("扣了双份", "扣了两次"), List.of("# since the case of March")),
                        new Entry("ATM", List.of("cash machine", "取钱机器"), List.of()));
        assertThat(words.source()).isEqualTo(FILE);
    }

    @Test
    void what_the_window_writes_is_read_as_it_was_and_written_the_same_again() throws YamlMistakes {
        EverydayWords now = read(FILE).with("重复扣款", "划了两回").with("挂失", "yes").with("挂失", "卡: \"飞\\了\" #1");

        assertThat(read(now.source())).isEqualTo(now);
        assertThat(now.entries()).hasSize(3);
        assertThat(now.entries().getFirst().people()).endsWith("划了两回");
        assertThat(now.source()).contains("# since the case of March", "# what people say");
        assertThat(read(EverydayWords.of(List.of(), List.of()).source()).entries())
                .isEmpty();
    }

    @Test
    void every_mistake_is_told_with_its_line() {
        assertThatThrownBy(() -> read("""
                        words:
                          - bank: 重复扣款
                            people: [扣]
                          - bank: 重复扣款
                            peple: [双份]
                          - bank: 挂失
                            people: []
                          - bank: 转账
                            people:
                              - 打钱
                              - 打钱
                              - "12345"
                          - people: [x y]
                        """))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining(
                        "synonyms.yaml:3:14: 'words.people' should be words of 2 to 40 characters, not '扣'")
                .hasMessageContaining("synonyms.yaml:4:11: 'words.bank' is '重复扣款', which stands in line 2 already")
                .hasMessageContaining("synonyms.yaml:4:5: 'people' is missing")
                .hasMessageContaining("synonyms.yaml:5:5: unknown key 'words.peple'; did you mean 'words.people'?")
                .hasMessageContaining("synonyms.yaml:7:13: 'words.people' say nothing for it")
                .hasMessageContaining("synonyms.yaml:11:9")
                .hasMessageContaining("it stands there already")
                .hasMessageContaining("there is no letter in it")
                .hasMessageContaining("synonyms.yaml:13:5: 'words.bank' is missing");
        assertThatThrownBy(() -> read("")).hasMessageContaining("'words' is missing");
    }

    @Test
    void whatever_stands_in_the_file_it_is_read_or_told() {
        var random = new Random(44);
        for (int i = 0; i < 400; i++) {
            var torn = new StringBuilder(FILE);
            for (int j = 0; j < 1 + random.nextInt(6); j++)
                torn.setCharAt(
                        random.nextInt(torn.length()),
                        "\u0000:-[]{}#\"'\\\t\n&*!|>%@词\ud800".charAt(random.nextInt(21)));
            try {
                EverydayWords words = read(torn.toString());
                assertThat(read(EverydayWords.of(words.remarks(), words.entries())
                                        .source())
                                .entries())
                        .isEqualTo(words.entries());
            } catch (YamlMistakes told) {
                assertThat(told).hasMessageContaining("synonyms.yaml");
            }
        }
    }
}
