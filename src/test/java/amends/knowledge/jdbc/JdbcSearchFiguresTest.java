package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.SearchFigure;
import amends.knowledge.SearchMade;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcSearchFiguresTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = engine.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static SearchFigure figure(int daysBefore, String queue, double mrr) {
        return new SearchFigure(DAY.minusDays(daysBefore), queue, 9, mrr, mrr, 1);
    }

    @Test
    void a_night_puts_the_days_that_are_over_anew_and_leaves_today_and_what_is_older() {
        var figures = new JdbcSearchFigures(database);
        figures.put(DAY.minusDays(9), DAY, List.of(figure(8, "*", .5), figure(2, "sales", .6), figure(2, "*", .6)));
        figures.put(DAY.minusDays(7), DAY, List.of(figure(2, "*", .75), figure(0, "*", .9)));

        assertThat(figures.since(DAY.minusDays(9))).containsExactly(figure(2, "*", .75), figure(8, "*", .5));
        figures.put(DAY.minusDays(7), DAY, List.of(figure(2, "sales", .5), figure(2, "*", .75)));
        assertThat(figures.since(DAY.minusDays(3)))
                .extracting(SearchFigure::queue)
                .containsExactly("*", "sales");
    }

    @Test
    void old_searches_are_forgotten() {
        var time = new SettableTime();
        var log = new JdbcSearchLog(database);
        log.add(new SearchMade(new UUID(0, 1), time.now(), "旧的", ArticleLanguage.ZH_CN, 0, false));
        time.pass(Duration.ofDays(91));
        log.add(new SearchMade(new UUID(0, 2), time.now(), "新的", ArticleLanguage.ZH_CN, 0, false));

        assertThat(log.forgetBefore(time.now().minus(Duration.ofDays(90)))).isEqualTo(1);
        assertThat(log.unanswered(time.now().minus(Duration.ofDays(365)), 9))
                .extracting(SearchMade::words)
                .containsExactly("新的");
    }
}
