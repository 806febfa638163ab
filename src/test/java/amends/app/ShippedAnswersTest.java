package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Hit;
import amends.knowledge.Query;
import amends.knowledge.lucene.IndexSources;
import amends.knowledge.lucene.LuceneKnowledgeBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The articles that come with the program are found by what people say, not by what their authors wrote down. */
class ShippedAnswersTest {
    private static final Path ASKED = Path.of("src/test/resources/amends/app");

    private static List<String> missed(LuceneKnowledgeBase base, ArticleLanguage language) throws IOException {
        var missed = new ArrayList<String>();
        for (String line : Files.readAllLines(ASKED.resolve("asked-" + language.tag() + ".tsv"))) {
            String[] asked = line.split("\t");
            List<Hit> hits = base.search(Query.byAgent(asked[0], language, 3)).hits();
            if (hits.stream().noneMatch(hit -> hit.article().id().slug().equals(asked[1]))) missed.add(line);
        }
        return missed;
    }

    @Test
    void nineteen_of_twenty_questions_find_their_article_among_the_first_three() throws Exception {
        var articles = new ArticlesInMemory();
        KbFolder.read(Path.of("kb-content")).articles().forEach(source -> articles.publish(source.text()));
        var time = new SettableTime();
        time.setWall(java.time.Instant.parse("2026-11-22T04:00:00Z"));
        try (var base = LuceneKnowledgeBase.open(Optional.empty(), IndexSources.of(articles), time, ZoneId.of("UTC"))) {
            assertThat(base.awaitUpToDate(Duration.ofSeconds(30))).isTrue();
            assertThat(missed(base, ArticleLanguage.ZH_CN)).hasSizeLessThan(28);
            assertThat(missed(base, ArticleLanguage.EN)).hasSizeLessThan(4);
        }
    }
}
