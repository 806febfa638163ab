package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import amends.knowledge.Article;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Cue;
import amends.knowledge.Query;
import amends.knowledge.Written;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed or pasted, nothing is thrown within either: what is caught outside would make the index anew. */
class OddQuestionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final TextAnalysis ANALYSIS = new TextAnalysis();
    private static final ArticleIndex INDEX = IndexPlace.inMemory(ANALYSIS);
    private static final Searching SEARCHING =
            new Searching(INDEX, ANALYSIS, () -> ConfirmedQuestions.NONE, question -> Meant.NOTHING);

    @BeforeAll
    static void fill() throws IOException {
        put(Written.chinese("fees", "信用卡年费怎么收", "刷满六笔免年费，xyz-1024 除外。"), 1);
        put(Written.chinese("loss", "银行卡丢了怎么挂失", "电话里口头挂失，马上生效。"), 2);
        put(Written.english("limits", "Transfer limits", "How much can be transferred a day."), 3);
        INDEX.keep(new ArticleIndex.Fed(Optional.empty(), 3, 0));
        SEARCHING.learnSpelling();
    }

    private static void put(ArticleText text, int change) throws IOException {
        INDEX.put(new Article(text, 1, change, false), List.of());
    }

    @AfterAll
    static void close() {
        INDEX.close();
        ANALYSIS.close();
    }

    private static void asked(String odd) {
        assertThatCode(() -> {
                    for (ArticleLanguage reads : ArticleLanguage.values()) {
                        Query query = Query.byAgent(odd, reads, 10);
                        SEARCHING.search(query, TODAY);
                        SEARCHING.meant(query, TODAY);
                        SEARCHING.suggest(List.of(new Cue.Typed(odd)), reads, 5, TODAY);
                    }
                    SEARCHING.apart().of(odd, Written.chinese("a", "年费", "年费"));
                })
                .doesNotThrowAnyException();
    }

    static List<String> odd() {
        return List.of(
                "(".repeat(10_000) + ")".repeat(10_000),
                "(a+)+$|(.*)*[^\\d]{1,999}\\1".repeat(3_000),
                "+title:(\"年费~9\" AND NOT *:*)^1e9 || [a TO *] \\".repeat(2_000),
                characters(0, 0xa0),
                "9140736258".repeat(10_000),
                "9".repeat(64),
                "年".repeat(60),
                characters(0x3400, 0x4db0),
                characters(0x3400, 0x3400 + 60),
                IntStream.range(0, 8_000).mapToObj(i -> "qx" + i + "zv").collect(Collectors.joining(" ")),
                "tranfserring limmits qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
                "transaction".repeat(9_000),
                "zhuangshuang".repeat(9_000),
                "zhuangshuangzhuangshuangzhuangshuangzhuangshuangzhuangshuang",
                "\ud83d年\udc00费\udfb7\ud842",
                "年".repeat(199) + "\ud83d\ude00",
                "年\u200b费\u200d\ufeff\u2060",
                "\u202e费年\u202c\u2067",
                "e\u0301\u0323\u0334".repeat(25_000),
                "İıſK\u1e9eﬀ㍿",
                "ยอดเงินคงเหลือ",
                "الرصيد",
                "½²①Ⅷ٣");
    }

    private static String characters(int from, int to) {
        return IntStream.range(from, to).mapToObj(Character::toString).collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("odd")
    void nothing_is_thrown(String odd) {
        asked(odd);
        asked("年费" + odd);
        asked(odd + " card");
    }

    @Test
    void nor_by_any_characters_in_a_row() throws IOException {
        var random = new Random(11);
        for (int i = 0; i < 400; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(80); k >= 0; k--)
                text.append((char)
                        (random.nextInt(3) > 0 ? random.nextInt(Character.MAX_VALUE + 1) : '一' + random.nextInt(90)));
            asked(text.toString());
        }
        assertThat(SEARCHING.search(Query.byAgent("年费", ArticleLanguage.ZH_CN, 10), TODAY))
                .first()
                .extracting(hit -> hit.article().id().slug())
                .isEqualTo("fees");
    }
}
