package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
    @Test
    void of_many_articles_the_two_that_say_the_same_are_told() {
        var random = new Random(7);
        var articles = new ArrayList<ArticleText>();
        for (int i = 0; i < 300; i++) {
            var body = new StringBuilder();
            for (int c = 0; c < 200; c++) body.append((char) (0x4E00 + random.nextInt(2_000)));
            articles.add(Written.chinese("a" + i, "标题" + body.substring(0, 6), body.toString()));
        }
        ArticleText twin = articles.get(42);
        articles.add(Written.chinese("twin", twin.title(), twin.body().substring(0, 180) + "另有几个字"));

        assertThat(NearDuplicates.of(articles)).singleElement().satisfies(t -> {
            assertThat(t.one()).isEqualTo(twin.id());
            assertThat(t.other().slug()).isEqualTo("twin");
            assertThat(t.alike()).isBetween(.8, 1.0);
        });
    }

    @Test
    void the_same_in_two_languages_is_no_duplicate() {
        var chinese = Written.chinese("fees", "fees of all the cards", "alpha beta gamma delta epsilon zeta");
        var english = Written.english("fees", "fees of all the cards", "alpha beta gamma delta epsilon zeta");
        assertThat(NearDuplicates.of(java.util.List.of(chinese, english))).isEmpty();
    }
}
