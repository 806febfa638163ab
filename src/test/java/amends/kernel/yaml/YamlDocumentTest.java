package amends.kernel.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        String alphabet = "ab:- []{}#&*!|>'\"%@`\n\t,?\u0000\u4e2d";
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
