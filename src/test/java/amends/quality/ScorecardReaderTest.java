package amends.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.yaml.YamlMistakes;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScorecardReaderTest {
    private static final String GOOD = """
            scorecard: tiny
            edition: 3
            name: {zh-CN: 甲, zh-TW: 乙, en: A}
            criteria:
              - key: law
                error: compliance
                weight: 5
                name: {zh-CN: 甲, zh-TW: 乙, en: A}
                question: {zh-CN: 甲, zh-TW: 乙, en: A}
              - key: tone
                weight: 10
                steps: 4
                name: {zh-CN: 甲, zh-TW: 乙, en: A}
                question: {zh-CN: 甲, zh-TW: 乙, en: A}
            """;

    @Test
    void the_sheet_of_the_house_is_whole() {
        Scorecard sheet = ScorecardReader.standard();
        assertThat(sheet.key()).isEqualTo("standard-1");
        assertThat(sheet.criteria()).hasSize(12);
        assertThat(sheet.criteria().stream().mapToInt(Criterion::weight).sum()).isEqualTo(100);
        assertThat(sheet.criteria()).extracting(Criterion::kind).contains(ErrorKind.values());
    }

    @Test
    void critical_errors_fail_all_and_are_yes_or_no_unless_said_otherwise() throws YamlMistakes {
        var sheet = ScorecardReader.read("s.yaml", GOOD);
        assertThat(sheet.key()).isEqualTo("tiny-3");
        assertThat(sheet.criterion("law").orElseThrow().failsAll()).isTrue();
        assertThat(sheet.criterion("law").orElseThrow().steps()).isEqualTo(1);
        assertThat(sheet.criterion("tone").orElseThrow().failsAll()).isFalse();
        assertThat(sheet.criterion("tone").orElseThrow().steps()).isEqualTo(4);
    }

    @Test
    void words_come_in_the_readers_script() {
        var words = new Wording("简", "繁", "E");
        assertThat(words.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("简");
        assertThat(words.in(Locale.TRADITIONAL_CHINESE)).isEqualTo("繁");
        assertThat(words.in(Locale.ENGLISH)).isEqualTo("E");
    }

    @Test
    void mistakes_are_told_with_their_lines() {
        refused(GOOD.replace("weight: 5", "weight: 0"), "s.yaml:7:13", "from 1 to 1000");
        refused(GOOD.replace("steps: 4", "steps: 12"), "s.yaml:12:12", "from 1 to 9");
        refused(GOOD.replace("key: tone", "key: law"), "s.yaml:10:10", "is there twice");
        refused(GOOD.replace("key: tone", "key: Tone!"), "s.yaml:10:10", "lower-case");
        refused(GOOD.replace("error: compliance", "error: complience"), "s.yaml:6:12", "one of compliance");
        refused(GOOD.replace("edition: 3", "editoin: 3"), "s.yaml:2:1", "did you mean 'edition'?");
        refused(
                GOOD.replace("name: {zh-CN: 甲, zh-TW: 乙, en: A}\ncriteria", "criteria"),
                "s.yaml:1:1",
                "'name' is missing");
        refused(GOOD.replaceFirst(", en: A", ""), "s.yaml:3:7", "'name.en' is missing");
        refused("scorecard: x\nname: {zh-CN: a, zh-TW: a, en: a}\n", "s.yaml:1:1", "needs at least one");
    }

    private static void refused(String text, String place, String what) {
        assertThatThrownBy(() -> ScorecardReader.read("s.yaml", text))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining(place)
                .hasMessageContaining(what);
    }
}
