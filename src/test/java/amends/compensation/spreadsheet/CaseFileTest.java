package amends.compensation.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.compensation.Experience;
import amends.compensation.OfferList;
import amends.compensation.PastCase;
import amends.compensation.PolicyReader;
import amends.compensation.Recommender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFileTest {
    private static final String HEAD = "failure,severity,option,lift\n";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text);
    }

    @Test
    void past_cases_are_read_whatever_else_stands_beside_them() throws Exception {
        Path file = file(
                "\uFEFFtype,After,failure,before,severity,option\r\nexpressive,4,LONG_WAIT,2,2,cash-10\r\n\r\n,3,long-wait,3,severe,\"x\"\r\n");

        var read = CaseFile.history(file);

        assertThat(read.cases()).extracting(PastCase::lift).containsExactly(2.0, 0.0);
        assertThat(read.cases().getFirst().before()).isEqualTo(OptionalDouble.of(2));
        assertThat(read.unused()).containsExactly("type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            long-wait,severe,x,5 | in.csv:2: lift is a number from -4 to 4, not '5'
            long-wait,severe,x,NaN | in.csv:2: lift is a number
            long-wait,severe,x, | in.csv:2: neither lift nor before and after
            long-wait,awful,x,1 | in.csv:2: severity is minor, moderate or severe
            long wait!,severe,x,1 | in.csv:2: failure is a word like long-wait
            long-wait,severe,,1 | in.csv:2: option is empty
            long-wait,severe | in.csv:2: has 2 cells, the first line has 4
            "long-wait,severe,x,1 | in.csv:2: a cell's quotes are not closed
            """)
    void what_is_wrong_is_told_with_its_line(String line, String mistake) throws Exception {
        Path file = file(HEAD + line + "\n");
        assertThatThrownBy(() -> CaseFile.history(file)).hasMessageContaining(mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failure,severity,lift | there is no column 'option'
            failure,severity,opton,lift | there is no column 'option'; is 'opton' meant for it?
            failure,severity,option,before | there is no column 'lift'
            failure,severity,option,lift,lift | the column 'lift' stands there twice
            """)
    void a_column_that_is_missing_is_named(String head, String mistake) throws Exception {
        Path file = file(head + "\n");
        assertThatThrownBy(() -> CaseFile.history(file)).hasMessageContaining("in.csv:1: " + mistake);
    }

    @Test
    void an_empty_or_missing_file_is_said_to_be() throws Exception {
        Path file = file("");
        assertThatThrownBy(() -> CaseFile.history(file)).hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> CaseFile.history(folder.resolve("none.csv"))).hasMessageContaining("no such file");
    }

    @Test
    void a_question_about_what_the_policy_does_not_know_is_refused() throws Exception {
        Path file = file("case,failure,severity\n1,long-wiat,severe\n2,long-wait,severe\n2,long-wait,severe\n");
        assertThatThrownBy(
                        () -> CaseFile.questions(file, PolicyReader.standard().kinds()))
                .hasMessageContaining(":2: the policy knows no failure 'long-wiat'")
                .hasMessageContaining(":4: case '2' is there twice");
    }

    @Test
    void twins_who_differ_only_in_their_type_get_the_same_list() throws Exception {
        var random = new Random(9);
        var plain = new StringBuilder("failure,severity,option,before,after,type,complains_at_once,agent\n");
        var flipped = new StringBuilder(plain);
        String[] options = {"cash-10", "points-1000", "cash-30", "cash-20"};
        for (int i = 0; i < 200; i++) {
            boolean expressive = random.nextBoolean();
            String row = "promise-broken,severe," + options[random.nextInt(4)] + "," + (1 + random.nextInt(5)) + ","
                    + (1 + random.nextInt(5)) + ",";
            plain.append(row).append(expressive ? "expressive,1" : "reserved,0").append(",a\n");
            flipped.append(row)
                    .append(expressive ? "reserved,0" : "expressive,1")
                    .append(",b\n");
        }
        String questions = """
                case,failure,severity,tier,type,behaviours
                a,promise-broken,severe,gold,expressive,raises_voice
                b,promise-broken,severe,gold,reserved,stays_polite
                """;
        List<String> with = answers(plain.toString(), questions);
        List<String> without = answers(flipped.toString(), questions);

        assertThat(with).isEqualTo(without).hasSizeGreaterThan(4);
        assertThat(of("a", with)).isEqualTo(of("b", with)).isNotEmpty();
    }

    private static List<String> of(String id, List<String> lines) {
        return lines.stream()
                .filter(l -> l.startsWith(id + ","))
                .map(l -> l.substring(2))
                .toList();
    }

    private List<String> answers(String history, String questions) throws Exception {
        var policy = PolicyReader.standard();
        var recommender = new Recommender(
                policy, Experience.of(policy, CaseFile.history(file(history)).cases()));
        Map<String, OfferList> offers = new LinkedHashMap<>();
        for (var each : CaseFile.questions(file(questions), policy.kinds()).questions())
            offers.put(each.id(), recommender.offers(each.wrong(), option -> Optional.empty()));
        Path out = folder.resolve("out.csv");
        OfferFile.write(out, offers);
        return Files.readAllLines(out);
    }

    @Test
    void a_file_of_nonsense_is_refused_and_nothing_worse() throws Exception {
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            var bytes = (HEAD + "long-wait,severe,x,1\nlong-wait,minor,\"y\",2\n").getBytes(StandardCharsets.UTF_8);
            for (int n = 1 + random.nextInt(4); n > 0; n--)
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("torn.csv"), bytes);
            try {
                CaseFile.history(file);
            } catch (CsvMistakes refused) {
                assertThat(refused).hasMessageContaining("torn.csv:");
            }
        }
    }
}
