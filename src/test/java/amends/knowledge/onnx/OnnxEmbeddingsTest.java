package amends.knowledge.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the models that come with the program. */
class OnnxEmbeddingsTest {
    private static final OnnxEmbeddings MODEL = new OnnxEmbeddings(Optional.empty());

    @AfterAll
    static void close() {
        MODEL.close();
    }

    private static Optional<Embedding> embed(String text, ArticleLanguage language) {
        return MODEL.embed(text, language);
    }

    private static double likeness(String one, String other, ArticleLanguage language) {
        float[] a = embed(one, language).orElseThrow().vector();
        float[] b = embed(other, language).orElseThrow().vector();
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 钱包被偷了怎么办, 银行卡丢失后如何挂失, 手机银行怎么修改转账限额",
        "zh-CN, 这个月还不上钱了, 申请延期还款, 怎么开通短信提醒",
        "zh-CN, 每个月白白扣我三块钱, 账户管理费怎么收, 养老金账户怎么开",
        "en, somebody pinched my wallet, Reporting a stolen card, Changing a transfer limit",
        "en, how do I get my money back, Refund for a payment, Opening hours of branches",
    })
    void what_means_nearly_the_same_is_nearer_though_no_word_is_shared(
            String tag, String question, String right, String wrong) {
        ArticleLanguage language = ArticleLanguage.ofTag(tag).orElseThrow();
        assertThat(likeness(question, right, language)).isGreaterThan(likeness(question, wrong, language));
    }

    @Test
    void what_has_nothing_to_do_with_each_other_is_not_related() {
        float related = embed("你好", ArticleLanguage.ZH_CN).orElseThrow().related();
        assertThat(likeness("红烧肉怎么做", "银行卡丢失后如何挂失", ArticleLanguage.ZH_CN)).isLessThan(related);
        assertThat(likeness("卡丢了怎么办", "银行卡丢失后如何挂失", ArticleLanguage.ZH_CN)).isGreaterThan(related);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yhk", "zhuanzhang xiane", "xfjdk qqzw", "", "   ", "!!!", "\u0000\ud800"})
    void what_is_no_english_is_not_understood_as_english(String text) {
        assertThat(embed(text, ArticleLanguage.EN)).isEmpty();
    }

    @Test
    void a_vector_has_length_one_and_names_its_space() {
        Embedding one = embed("银行卡", ArticleLanguage.ZH_CN).orElseThrow();
        double square = 0;
        for (float part : one.vector()) square += part * part;
        assertThat(square).isBetween(0.999, 1.001);
        assertThat(MODEL.space(ArticleLanguage.ZH_CN)).contains(one.space());
        assertThat(MODEL.space(ArticleLanguage.EN)).isPresent().isNotEqualTo(Optional.of(one.space()));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 100_000})
    void however_long_a_text_is_its_beginning_is_understood(int length) {
        assertThat(embed("卡".repeat(length), ArticleLanguage.ZH_CN)).isPresent();
        assertThat(embed("(".repeat(length), ArticleLanguage.ZH_CN)).isPresent();
    }

    @Test
    void many_ask_at_once_and_get_what_one_gets() throws Exception {
        float[] alone = embed("转账限额", ArticleLanguage.ZH_CN).orElseThrow().vector();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<float[]>> asked = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<float[]>) () ->
                            embed("转账限额", ArticleLanguage.ZH_CN).orElseThrow().vector())
                    .toList();
            for (var answer : threads.invokeAll(asked)) assertThat(answer.get()).isEqualTo(alone);
        }
    }

    @Test
    void who_has_closed_understands_nothing() {
        var other = new OnnxEmbeddings(Optional.empty());
        other.close();
        assertThat(other.embed("银行卡", ArticleLanguage.ZH_CN)).isEmpty();
        assertThat(other.space(ArticleLanguage.ZH_CN)).isEmpty();
    }

    /** Versions of the runtime from 1.29 on do. */
    @Test
    void the_runtime_tells_nobody_of_its_use() throws IOException {
        for (String library : List.of("linux-x64/libonnxruntime.so", "win-x64/onnxruntime.dll"))
            try (InputStream in = OrtEnvironment.class.getResourceAsStream("native/" + library)) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .as(library)
                        .doesNotContain("events.data.microsoft.com")
                        .contains("CPUExecutionProvider");
            }
    }
}
