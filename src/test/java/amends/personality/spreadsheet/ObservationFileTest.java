package amends.personality.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.personality.Likelihood;
import amends.personality.Mark;
import amends.personality.spreadsheet.ObservationFile.History;
import amends.personality.spreadsheet.ObservationFile.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationFileTest {
    private static final String HEAD = "customer,contact,date,severity,behaviour,seen,observer\n";
    private static final String FIRST = "7,7-0,2025-03-04,2,raises_voice,1,agent3\n";

    @TempDir
    Path folder;

    private Read read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Read read(byte[] bytes) throws IOException {
        Path file = folder.resolve("observations.csv");
        Files.write(file, bytes);
        return ObservationFile.read(file);
    }

    @Test
    void customers_come_in_the_order_of_the_file_with_their_contacts() throws IOException {
        Read read = read(HEAD + FIRST + "3,3-0,2025-01-01,1,stays_polite,0,agent1\n"
                + "7,7-0,2025-03-04,2,stays_polite,0,agent3\n7,7-1,2025-04-04,4,goes_silent,1,agent4\n");

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.customers()).extracting(History::customer).containsExactly("7", "3");
        var seven = read.customers().getFirst().encounters();
        assertThat(seven).hasSize(2);
        assertThat(seven.getFirst().at()).isEqualTo(Instant.parse("2025-03-04T00:00:00Z"));
        assertThat(seven.getFirst().marks())
                .containsExactly(
                        new Mark(Behaviour.RAISES_VOICE, true, "agent3"),
                        new Mark(Behaviour.STAYS_POLITE, false, "agent3"));
    }

    @Test
    void a_byte_order_mark_other_line_ends_blank_lines_and_more_columns_do_no_harm() throws IOException {
        Read read = read("\uFEFFseen,observer,extra,customer,contact,date,severity,behaviour\r\n"
                + "1,agent3,x,\"王 \"\"建国\"\"\",7-0,2025-03-04,2,raises_voice\r\n\r\n");

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.customers()).extracting(History::customer).containsExactly("王 \"建国\"");
    }

    @Test
    void a_file_with_a_header_alone_has_no_customers() throws IOException {
        assertThat(read(HEAD)).isEqualTo(new Read(java.util.List.of(), java.util.List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "7,7-1,2025-03-04,5,raises_voice,1,a | severity is 1 to 4, not '5'",
                "7,7-1,2025-03-04,,raises_voice,1,a | severity is empty",
                "7,7-1,2025-02-30,2,raises_voice,1,a | date is written 2026-03-14, not '2025-02-30'",
                "7,7-1,9999-01-01,2,raises_voice,1,a | date is written 2026-03-14, not '9999-01-01'",
                "7,7-1,2025-03-04,2,raises_voce,1,a | there is no behaviour 'raises_voce'",
                "7,7-1,2025-03-04,2,raises_voice,yes,a | seen is 0 or 1, not 'yes'",
                "7,7-1,2025-03-04,2,raises_voice,1 | observer is empty",
                "8,7-0,2025-03-04,2,stays_polite,1,a | contact '7-0' is another customer's in line 2",
                "7,7-0,2025-03-05,2,stays_polite,1,a | contact '7-0' has another date or severity in line 2",
                "7,7-0,2025-03-04,2,raises_voice,0,agent3 | 'agent3' marked raises_voice of this contact in line 2",
                "7,7-1,2025-03-04,2,raises_voice,1,a\u0007b | observer holds something that is not text: 'a b'"
            })
    void a_mistake_is_named_with_its_line_and_nothing_is_used(String row, String mistake) throws IOException {
        Read read = read(HEAD + FIRST + "\n" + row + "\n");

        assertThat(read.customers()).isEmpty();
        assertThat(read.mistakes()).singleElement().asString().startsWith("line 4: " + mistake);
    }

    @Test
    void a_line_is_counted_where_a_cell_has_several() throws IOException {
        Read read =
                read(HEAD + "7,7-0,2025-03-04,2,raises_voice,1,\"agent\n3\"\n7,7-1,2025-03-04,9,raises_voice,1,a\n");

        assertThat(read.mistakes()).hasSize(2);
        assertThat(read.mistakes().getFirst()).startsWith("line 2: observer");
        assertThat(read.mistakes().getLast()).startsWith("line 4: severity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | line 1: the file is empty",
                "customer,contact | line 1: there is no column date, severity, behaviour, seen, observer",
                "customer,customer,contact,date,severity,behaviour,seen,observer | line 1: the column customer stands there twice"
            })
    void a_wrong_header_is_one_mistake(String text, String mistake) throws IOException {
        assertThat(read(text).mistakes()).singleElement().asString().startsWith(mistake);
    }

    @Test
    void quotes_that_are_not_closed_are_named_where_they_begin() throws IOException {
        assertThat(read(HEAD + FIRST + "7,\"7-1,2025-03-04,2,raises_voice,1,a\n7,7-2,,,,,\n")
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("line 3: a cell's quotes are not closed");
    }

    @Test
    void what_is_no_utf_8_is_named() throws IOException {
        byte[] bytes = (HEAD + "7,7-1,2025-03-04,2,raises_voice,1,agentX\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xC3;

        assertThat(read(bytes).mistakes()).containsExactly("line 2: observer is not written in UTF-8");
    }

    @Test
    void of_very_many_mistakes_the_first_are_named_and_the_others_counted() throws IOException {
        assertThat(read(HEAD + "x\n".repeat(100)).mistakes()).hasSize(21).last().isEqualTo("and 80 more mistakes");
    }

    @Test
    void no_bytes_do_more_than_be_refused() throws IOException {
        var random = new Random(20260105);
        byte[] whole = (HEAD + FIRST.repeat(3)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 400; i++) {
            byte[] bytes = whole.clone();
            for (int n = 0; n < 1 + i % 8; n++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Read read = read(bytes);
            assertThat(read.customers().isEmpty() || read.mistakes().isEmpty()).isTrue();
        }
    }

    @Test
    void what_is_written_is_no_formula_and_replaces_what_stood_there() throws IOException {
        Path file = folder.resolve("out.csv");
        Files.writeString(file, "before");
        var estimates = new LinkedHashMap<String, Likelihood>();
        estimates.put("=1+1", new Likelihood(.5, .35, 1, 1));
        estimates.put("+8613800138000", new Likelihood(.12345678, .35, 9, 3));
        estimates.put("a,b", new Likelihood(.97, .35, 12, 4));

        EstimateFile.write(file, estimates);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "customer,p_expressive,observations,shown",
                        "'=1+1,0.500000,1,unknown",
                        "+8613800138000,0.123457,9,reserved",
                        "\"a,b\",0.970000,12,expressive");
        assertThat(estimates.get("a,b").shown()).contains(CustomerType.EXPRESSIVE);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
