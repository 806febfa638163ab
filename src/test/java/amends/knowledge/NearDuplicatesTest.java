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

    @Test
    void of_many_copies_of_one_text_each_is_told_with_another() {
        var copies = new ArrayList<ArticleText>();
        for (int i = 0; i < 40; i++)
            copies.add(Written.english("copy" + i, "Fees of cards", "One fee for all of them, yearly."));
        copies.add(Written.chinese("alone", "挂失", "先口头挂失，再到网点补办。"));

        var told = NearDuplicates.of(copies).stream()
                .flatMap(twins -> java.util.stream.Stream.of(twins.one(), twins.other()))
                .distinct();
        assertThat(told).hasSize(40).noneMatch(id -> id.slug().equals("alone"));
        assertThat(NearDuplicates.of(java.util.List.of())).isEmpty();
        assertThat(NearDuplicates.of(copies.subList(0, 1))).isEmpty();
    }
}
