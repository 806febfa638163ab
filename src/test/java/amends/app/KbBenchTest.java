package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.knowledge.Article;
import amends.knowledge.EmbeddingModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KbBenchTest {
    @TempDir
    Path folder;

    private String said = "";

    private int bench(String... options) {
        var out = new StringWriter();
        String[] all = new String[options.length + 2];
        all[0] = "kb";
        all[1] = "bench";
        System.arraycopy(options, 0, all, 2, options.length);
        var to = new PrintWriter(out, true);
        int code = Main.line().setOut(to).setErr(to).execute(all);
        said = out.toString();
        return code;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @BeforeEach
    void a_set_of_questions() throws IOException {
        write("corpus.tsv", "a\t银行卡挂失 | 银行卡丢了怎么办\nb\t手机银行转账限额 | 一天能转多少\n");
        write("queries.dev.tsv", "1\t卡丢了\n2\t转账限额\n");
        write("qrels.dev.tsv", "1\t0\ta\t1\n2\t0\tb\t1\n");
    }

    private JsonNode figures() throws IOException {
        assertThat(bench(folder.toString(), "--json")).isZero();
        return new ObjectMapper().readTree(said.substring(said.indexOf('['))).get(0);
    }

    @Test
    void files_as_other_programs_save_them_give_the_same_figures() throws IOException {
        JsonNode plain = figures();
        assertThat(plain.get("mrr10").asDouble()).isEqualTo(1);
        write("corpus.tsv", "\ufeffa\t银行卡挂失 | 银行卡丢了怎么办\r\n\r\nb\t手机银行转账限额 | 一天能转多少");
        write("queries.dev.tsv", "\ufeff1\t卡丢了\r\n\r\n2\t转账限额\r\n");
        write("qrels.dev.tsv", "\ufeff1 0 a 1\r\n\r\n2\t0\tb\t1\r\nnot a judgement\r\n");
        JsonNode odd = figures();
        assertThat(odd.get("n").asInt()).isEqualTo(2);
        assertThat(odd.get("docs").asInt()).isEqualTo(2);
        assertThat(odd.get("mrr10")).isEqualTo(plain.get("mrr10"));
    }

    @Test
    void files_are_joined_however_they_are_named() throws IOException {
        double plain = figures().get("mrr10").asDouble();
        Files.delete(folder.resolve("qrels.dev.tsv"));
        Files.delete(folder.resolve("queries.dev.tsv"));
        write("queries_homo.tsv", "id\ttext\n1\t卡丢了\n2\t转账限额\n");
        write("qrels.tsv", "query-id\tcorpus-id\tscore\r\n1\ta\t1\r\n2\tb\t1\r\n1\tb\t0\r\n");
        assertThat(figures().get("mrr10").asDouble()).isEqualTo(plain);
        write("qrels-other.tsv", "9\t0\ta\t1\n");
        assertThat(figures().get("n").asInt()).isEqualTo(2);
        Files.move(folder.resolve("qrels.tsv"), folder.resolve("qrels-right.tsv"));
        assertThat(figures().get("mrr10").asDouble()).isEqualTo(plain);
    }

    @Test
    void ids_may_have_blanks_and_stand_twice() throws IOException {
        write("corpus.tsv", "id\ttitle\ttext\nentry a\t银行卡挂失\t银行卡丢了怎么办\nb\t转账限额 | 一天能转多少\nb\t别的\n");
        write("qrels.dev.tsv", "1\t0\tentry a\t1\n2\t0\tb\t1\n");
        JsonNode figures = figures();
        assertThat(figures.get("mrr10").asDouble()).isEqualTo(1);
        assertThat(figures.get("docs").asInt()).isEqualTo(2);
    }

    @Test
    void what_is_missing_is_named_with_the_code_for_missing_input() throws IOException {
        assertThat(bench(folder.resolve("nowhere").toString())).isEqualTo(Exit.NO_INPUT);
        Files.delete(folder.resolve("qrels.dev.tsv"));
        assertThat(bench(folder.toString())).isEqualTo(Exit.NO_INPUT);
        assertThat(said).contains("qrels").contains("no such file");
        write("qrels.dev.tsv", "7\t0\ta\t1\n");
        assertThat(bench(folder.toString())).isEqualTo(Exit.NO_INPUT);
        assertThat(said).contains("queries.dev.tsv").contains("none of its questions is judged");
        Files.delete(folder.resolve("queries.dev.tsv"));
        assertThat(bench(folder.toString())).isEqualTo(Exit.NO_INPUT);
        assertThat(said).contains("there is no queries*.tsv");
        write("corpus.tsv", "\r\n\n");
        assertThat(bench(folder.toString())).isEqualTo(Exit.NO_INPUT);
        assertThat(said).contains("there are no entries");
    }

    @Test
    void ids_that_are_not_in_the_corpus_are_told_and_all_of_them_are_an_error() throws IOException {
        write("qrels.dev.tsv", "1\t0\ta\t1\n2\t0\tz\t1\n");
        assertThat(bench(folder.toString())).isZero();
        assertThat(said).contains("1 of 2 entries is not in the corpus");
        write("qrels.dev.tsv", "1\t0\ty\t1\n2\t0\tz\t1\n");
        assertThat(bench(folder.toString())).isEqualTo(Exit.NO_INPUT);
        assertThat(said).contains("none of the entries that it names is in the corpus");
    }

    @Test
    void what_is_passed_over_is_told_with_file_and_line() throws IOException {
        write("corpus.tsv", "a\t银行卡挂失\n\nno tab here\n\tno id\nb\t转账限额\nb\t别的\n");
        write("queries.dev.tsv", "1\t卡丢了\n2\t转账限额\n3\t没人评过\n");
        assertThat(bench(folder.toString())).isZero();
        assertThat(said)
                .contains("corpus.tsv:3: no id and no tab")
                .contains("2 such lines")
                .contains("corpus.tsv: 1 id stands there more than once, b among them")
                .contains("1 of 3 questions is not judged");
    }

    @Test
    void a_confirmation_of_no_entry_is_named_with_its_line() throws IOException {
        Path confirmed = write("confirm.tsv", "\ufeff卡掉了\ta\r\n\r\n卡没了\tz\r\n");
        assertThat(bench(folder.toString(), "--confirm", confirmed.toString())).isEqualTo(Exit.NO_INPUT);
        assertThat(said).contains("confirm.tsv:3").contains("no entry");
        Files.writeString(confirmed, "卡掉了\ta\r\n\r\n\tb\r\n");
        assertThat(bench(folder.toString(), "--confirm", confirmed.toString())).isZero();
    }

    @Test
    void either_a_folder_or_made_up_entries() {
        assertThat(bench()).isEqualTo(Exit.USAGE);
        assertThat(bench(folder.toString(), "--synthetic", "5")).isEqualTo(Exit.USAGE);
        assertThat(bench("--synthetic", "0")).isEqualTo(Exit.USAGE);
        assertThat(bench("--synthetic", "many")).isEqualTo(Exit.USAGE);
    }

    @Test
    void made_up_entries_are_the_same_each_time_and_found() throws IOException {
        var one = new SyntheticCorpus(1_000, ShippedArticles.read().articles());
        var other = new SyntheticCorpus(1_000, ShippedArticles.read().articles());
        assertThat(one.changedSince(0, 700))
                .isEqualTo(other.changedSince(0, 700))
                .hasSize(700);
        assertThat(one.changedSince(700, 700))
                .hasSize(300)
                .extracting(Article::change)
                .startsWith(701L);
        assertThat(one.byId(one.inUse().get(41).id())).contains(one.inUse().get(41));

        Map<String, Object> figures = new SyntheticBench(50, 40, EmbeddingModel.NONE, Timekeeper.system()).measured();
        assertThat(figures)
                .containsKeys("docs", "index_ms", "index_warm_ms", "index_bytes", "n", "p50_ms", "p99_ms", "open_ms")
                .containsEntry("recall10", 1.0);
    }
}
