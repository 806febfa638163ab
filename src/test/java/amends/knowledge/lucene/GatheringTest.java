package amends.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final Gathering gathering = new Gathering();

    private static List<Counted> terms(int many) {
        return List.of(new Counted(new Vocabulary(), new int[many], many));
    }

    @Test
    void each_article_has_its_own_number_and_is_taken_once() {
        List<Counted> first = terms(3);
        List<Counted> second = terms(5);
        int one = gathering.add(first);
        int two = gathering.add(second);
        assertThat(gathering.take(two)).isSameAs(second);
        assertThat(gathering.take(one)).isSameAs(first);
        assertThat(gathering.bytes()).isZero();
        assertThatThrownBy(() -> gathering.take(one)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_forgotten_takes_no_memory() {
        gathering.add(terms(1_000));
        assertThat(gathering.bytes()).isGreaterThan(4_000);
        gathering.clear();
        assertThat(gathering.bytes()).isZero();
    }
}
