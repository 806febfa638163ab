package amends.kernel.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {
    private enum Transport {
        UDP,
        TCP
    }

    private static String mistakeOf(String text) throws YamlMistakes {
        var document = YamlDocument.of("amends.yaml", text);
        var sip = document.root().map("sip");
        sip.text("server", "");
        sip.integer("port", 5060, 1, 65535);
        sip.choice("transport", Transport.UDP);
        sip.yesOrNo("early", false);
        document.root().maps("queues").forEach(q -> q.required("name"));
        document.root().texts("skills", java.util.List.of());
        return catchThrowableOfType(YamlMistakes.class, document::check).getMessage();
    }

    @Test
    void values_are_read_and_absent_ones_have_their_default() throws YamlMistakes {
        var document = YamlDocument.of("x", "sip:\n  port: 5070\n  transport: tcp\n");
        var sip = document.root().map("sip");
        assertThat(sip.integer("port", 5060, 1, 65535)).isEqualTo(5070);
        assertThat(sip.choice("transport", Transport.UDP)).isEqualTo(Transport.TCP);
        assertThat(sip.text("server", "here")).isEqualTo("here");
        document.check();
    }

    @Test
    void an_unknown_key_is_refused_with_its_line_and_a_suggestion() throws YamlMistakes {
        assertThat(mistakeOf("sip:\n  server: a\n  prot: 5060\n"))
                .isEqualTo("amends.yaml:3:3: unknown key 'sip.prot'; did you mean 'sip.port'?");
    }

    @Test
    void a_key_that_is_said_twice_is_refused_with_the_second_line() throws YamlMistakes {
        assertThat(mistakeOf("sip:\n  port: 5060\n  server: a\n  port: 5061\n"))
                .isEqualTo("amends.yaml:4:3: 'sip.port' is said twice");
    }

    @Test
    void a_number_out_of_range_is_refused_with_its_line() throws YamlMistakes {
        assertThat(mistakeOf("sip:\n  port: 70000\n"))
                .isEqualTo("amends.yaml:2:9: 'sip.port' should be a whole number from 1 to 65535, not '70000'");
    }

    @Test
    void a_wrong_word_is_refused_with_the_words_that_are_right() throws YamlMistakes {
        assertThat(mistakeOf("sip: {transport: carrier-pigeon}")).contains("one of udp, tcp");
    }

    @Test
    void a_missing_value_in_a_list_names_the_item() throws YamlMistakes {
        assertThat(mistakeOf("queues:\n  - name: support\n  - ring: 3\n")).contains(":3:5: 'queues.name' is missing");
    }

    @Test
    void all_mistakes_are_told_at_once() throws YamlMistakes {
        assertThat(mistakeOf("sip:\n  port: x\n  early: perhaps\nskills: none\n")
                        .lines())
                .hasSize(3);
    }

    @Test
    void broken_yaml_names_the_line() {
        assertThatThrownBy(() -> YamlDocument.of("amends.yaml", "a: 1\nb: [1, 2\nc: 3\n"))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining("amends.yaml:3");
    }

    @Test
    void a_missing_file_says_so() {
        assertThatThrownBy(() -> YamlDocument.read(Path.of("no-such.yaml")))
                .hasMessage("no-such.yaml: there is no such file");
    }

    private static String refused(String text) {
        return catchThrowableOfType(YamlMistakes.class, () -> {
                    var document = YamlDocument.of("amends.yaml", text);
                    document.root().text("language", "");
                    document.root().map("sip").text("server", "");
                    document.root().map("sip").integer("port", 1, 1, 9);
                    document.root().text("note", "");
                    document.root().maps("queues").forEach(q -> q.required("name"));
                    document.check();
                })
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "language：en\\nsip:\\n  server: a           | 1:9: a full-width colon '：' stands after 'language'",
                "language: en\\nsip：\\n  server: a           | 2:4: a full-width colon '：' stands after 'sip'",
                "sip:\\n  server: a\\n  port：5               | 3:7: a full-width colon '：' stands after 'port'",
                "sip:\\n  server：a                          | 2:9: a full-width colon '：' stands after 'server'",
                "language：en                               | 1:9: a full-width colon '：' stands after 'language'",
                "queues:\\n  - name：support                 | 2:9: a full-width colon '：' stands after 'name'",
                "sip: {server：a}                           | a full-width colon '：' stands after 'server'",
                "sip:\\n  server: a\\n   port: 5               | 3:8: a key cannot stand here",
                "sip:\\n\\tserver: a                          | 2:1: a tab stands before the words",
                "language: \"en\\nsip:\\n  server: a           | 1:11: the quotation mark that opens here is never closed",
                "queues: [a, b\\nsip:\\n  server: a            | line 1 is not closed",
                "language: @en                              | 1:11: a value cannot begin with '@'; put a text",
                "language: *en                              | a value cannot begin with '*'",
                "language: - en                             | 1:11: a list begins on a line of its own",
                "language en\\nsip:\\n  server: a             | amends.yaml:",
            })
    void what_is_typed_wrong_is_told_in_plain_words_with_its_place(String text, String told) {
        assertThat(refused(text.replace("\\n", "\n").replace("\\t", "\t")))
                .contains(told)
                .doesNotContain("scalar", "token", "<block", "simple key");
    }

    @Test
    void another_mistake_is_told_beside_a_text_that_looks_like_one() {
        assertThat(refused("note: \"a\n\n  VIP：b\"\nsip:\n  server: a\nqueues: [1\n"))
                .contains("'['", "line 6");
    }

    @Test
    void a_full_width_colon_in_a_text_that_is_whole_is_nobodys_mistake() throws YamlMistakes {
        var document = YamlDocument.of("x", "note: |\n  language：en\nlanguage: \"收件人：王\"\n");
        assertThat(document.root().text("note", "")).isEqualTo("language：en\n");
        assertThat(document.root().text("language", "")).isEqualTo("收件人：王");
        document.check();
    }

    @Test
    void a_character_that_no_text_has_is_told_with_its_place() {
        assertThat(refused("language: en\nnote: a\u0007b\n"))
                .startsWith("amends.yaml:2:")
                .contains("U+0007");
    }

    @Test
    void an_empty_file_is_told_as_such_where_nothing_may_not_be_said() throws YamlMistakes {
        assertThatThrownBy(
                        () -> YamlDocument.of("policy.yaml", " \n# nothing\n").filled("write something"))
                .hasMessage("policy.yaml: is empty: write something");
        YamlDocument.of("policy.yaml", "a: 1").filled("write something");
    }

    @ParameterizedTest
    @CsvSource({
        "21:00-08:00, 21:00, 08:00",
        "9:00 – 18:30, 09:00, 18:30",
        "21：00～08：00, 21:00, 08:00",
        "22:00-24:00, 22:00, 00:00"
    })
    void hours_are_read_as_people_write_them(String text, String from, String until) {
        assertThat(HoursReading.read(text))
                .isEqualTo(new HoursReading.Hours(LocalTime.parse(from), LocalTime.parse(until)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "night, two times with a hyphen",
                "21-8, '21' is no time of day",
                "25:00-08:00, '25:00' is no time of day",
                "24:00-08:00, '24:00' is no time of day",
                "21:00-08:00-09:00, two times"
            })
    void hours_that_are_none_say_which_part_is_wrong(String text, String told) {
        assertThatThrownBy(() -> HoursReading.read(text)).hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x [1]\nb: *x", "a: 1\na: 2", "- 1\n- 2", "just words", "\t- a"})
    void odd_documents_are_refused_politely(String text) {
        assertThatThrownBy(() -> {
                    var document = YamlDocument.of("x.yaml", text);
                    document.check();
                })
                .isInstanceOf(YamlMistakes.class);
    }

    @Test
    void no_text_whatever_throws_anything_but_mistakes() {
        var random = new Random(7);
        String alphabet = "ab:- []{}#&*!|>'\"%@`\n\t,?\u0000\u4e2d\uff1a";
        for (int i = 0; i < 5000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            try {
                YamlDocument.of("x", text.toString()).check();
            } catch (YamlMistakes expected) {
                assertThat(expected.getMessage()).isNotEmpty();
            }
        }
    }
}
