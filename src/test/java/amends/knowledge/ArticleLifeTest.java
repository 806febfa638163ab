package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.knowledge.ArticleLife.Event;
import amends.knowledge.ArticleLife.Next;
import amends.knowledge.ArticleLife.Use;
import amends.knowledge.ArticleLife.Why;
import amends.knowledge.ArticleLife.Work;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleLifeTest {
    static Stream<Arguments> table() {
        return Stream.of(
                arguments(Work.NOTHING, Event.WRITE, Work.DRAFT),
                arguments(Work.NOTHING, Event.SUBMIT, Why.NOTHING_WRITTEN),
                arguments(Work.NOTHING, Event.SEND_BACK, Why.NOTHING_WRITTEN),
                arguments(Work.NOTHING, Event.PUBLISH, Why.NOTHING_WRITTEN),
                arguments(Work.NOTHING, Event.DROP, Why.NOTHING_WRITTEN),
                arguments(Work.DRAFT, Event.WRITE, Work.DRAFT),
                arguments(Work.DRAFT, Event.SUBMIT, Work.IN_REVIEW),
                arguments(Work.DRAFT, Event.SEND_BACK, Why.NOT_SUBMITTED),
                arguments(Work.DRAFT, Event.PUBLISH, Why.NOT_SUBMITTED),
                arguments(Work.DRAFT, Event.DROP, Work.NOTHING),
                arguments(Work.IN_REVIEW, Event.WRITE, Why.IN_REVIEW),
                arguments(Work.IN_REVIEW, Event.SUBMIT, Why.IN_REVIEW),
                arguments(Work.IN_REVIEW, Event.SEND_BACK, Work.DRAFT),
                arguments(Work.IN_REVIEW, Event.PUBLISH, Use.PUBLISHED),
                arguments(Work.IN_REVIEW, Event.DROP, Why.IN_REVIEW));
    }

    @ParameterizedTest
    @MethodSource("table")
    void what_is_written_goes_on_by_the_table_whatever_is_in_use(Work work, Event event, Object then) {
        for (Use use : Use.values()) {
            Next expected = switch (then) {
                case Work next -> new Next.Now(new ArticleLife(next, use));
                case Use next -> new Next.Now(new ArticleLife(Work.NOTHING, next));
                default -> new Next.Refused((Why) then);
            };
            assertThat(new ArticleLife(work, use).next(event)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("works")
    void what_is_in_use_is_retired_once_and_what_is_written_stays(Work work) {
        assertThat(new ArticleLife(work, Use.PUBLISHED).next(Event.RETIRE))
                .isEqualTo(new Next.Now(new ArticleLife(work, Use.RETIRED)));
        for (Use use : new Use[] {Use.NEVER, Use.RETIRED})
            assertThat(new ArticleLife(work, use).next(Event.RETIRE)).isEqualTo(new Next.Refused(Why.NOT_IN_USE));
    }

    static Stream<Work> works() {
        return Stream.of(Work.values());
    }
}
