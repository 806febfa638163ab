package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benches that read files of others and write what the product makes of them. */
class BenchFilesTest {
    private static final String OBSERVED = "customer,contact,date,severity,behaviour,seen,observer\n";

    @TempDir
    Path folder;

    private String said = "";

    private int bench(String... arguments) {
        var out = new StringWriter();
        int code = Main.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
        said = out.toString();
        return code;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Path result() {
        return folder.resolve("out.csv");
    }

    /** The customer was seen in these ways, once in each of several contacts. */
    private static String seen(String customer, int contacts, String... behaviours) {
        var rows = new StringBuilder();
        for (int contact = 0; contact < contacts; contact++)
            for (String behaviour : behaviours)
                rows.append("%s,%s-%d,2026-0%d-01,2,%s,1,agent-%d%n"
                        .formatted(customer, customer, contact, contact + 1, behaviour, contact));
        return rows.toString();
    }

    @Test
    void personality_is_written_for_everybody_and_told_only_where_enough_was_seen() throws IOException {
        String marks = file(
                "seen.csv",
                OBSERVED + seen("loud", 6, "raises_voice", "complains_at_once") + seen("once", 1, "raises_voice"));
        assertThat(bench("bench", "personality", "--observations", marks, "--out", result() + ""))
                .as(said)
                .isZero();
        List<String> rows = Files.readAllLines(result());
        assertThat(rows.getFirst()).isEqualTo("customer,p_expressive,observations,shown");
        assertThat(rows).hasSize(3);
        assertThat(rows)
                .filteredOn(r -> r.startsWith("loud,"))
                .singleElement()
                .satisfies(r -> assertThat(r).endsWith(",12,expressive"));
        assertThat(rows)
                .filteredOn(r -> r.startsWith("once,"))
                .singleElement()
                .satisfies(r -> assertThat(r).endsWith(",1,unknown"));
    }

    @Test
    void a_row_that_cannot_be_read_is_told_with_its_line_and_nothing_is_written() throws IOException {
        String marks = file("seen.csv", OBSERVED + "a,c,not-a-date,2,raises_voice,1,agent\n");
        assertThat(bench("bench", "personality", "--observations", marks, "--out", result() + ""))
                .isEqualTo(Exit.BAD_CONFIGURATION);
        assertThat(said).contains("seen.csv", "line 2");
        assertThat(result()).doesNotExist();
    }

    @Test
    void twins_who_differ_in_type_are_offered_the_same_in_the_same_order() throws IOException {
        String history = file(
                "history.csv",
                "failure,severity,option,lift,type\n" + "long-wait,moderate,points-500,2,expressive\n".repeat(20)
                        + "long-wait,moderate,cash-5,0,reserved\n".repeat(20));
        String ask = file(
                "ask.csv",
                "case,failure,severity,type\nx,long-wait,moderate,expressive\ny,long-wait,moderate,reserved\n");
        assertThat(bench("bench", "recommender", "--history", history, "--ask", ask, "--out", result() + ""))
                .as(said)
                .isZero();
        List<String> rows = Files.readAllLines(result());
        assertThat(of("x", rows)).isNotEmpty().isEqualTo(of("y", rows));
        assertThat(of("x", rows).getFirst()).startsWith("1,points-500,");
    }

    private static List<String> of(String asked, List<String> rows) {
        return rows.stream()
                .filter(r -> r.startsWith(asked + ","))
                .map(r -> r.substring(2))
                .toList();
    }

    @Test
    void an_import_tells_how_many_were_taken_and_how_many_not() throws IOException {
        String table = file("customers.csv", "name,number\n王芳,13800138001\n李雷,13800138002\n,not a number\n");
        assertThat(bench("bench", "import", "--file", table)).as(said).isZero();
        assertThat(said).contains("faulty 1");
    }
}
