package amends.quality.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.quality.Evaluation;
import amends.quality.Evaluation.State;
import amends.quality.Mark;
import amends.quality.Remark;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcEvaluationsTest {
    private static final Instant AT = Instant.parse("2026-01-05T01:00:00.123456Z");
    private static final UUID RECORDING = new UUID(5, 1);
    private static final UUID INSPECTOR = new UUID(1, 1004);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private JdbcEvaluations evaluations;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        evaluations = new JdbcEvaluations(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Evaluation evaluation(UUID id, State state, Instant at, int percent, String note) {
        return new Evaluation(
                id,
                RECORDING,
                Optional.of(new UUID(3, 1)),
                INSPECTOR,
                at,
                "standard-1",
                Map.of("tone", Mark.of(1), "identity", Mark.NOT_APPLICABLE),
                List.of(new Remark(Duration.ofMillis(61_500), "打断客户"), new Remark(Duration.ZERO, "")),
                note,
                percent,
                false,
                Optional.empty(),
                state);
    }

    @Test
    void a_draft_comes_back_as_it_was_stored() {
        var draft = evaluation(Ids.next(), State.DRAFT, AT, 80, "两行\n字");
        assertThat(evaluations.save(draft)).isTrue();
        assertThat(evaluations.byId(draft.id())).contains(draft);
        assertThat(evaluations.draftOf(RECORDING, INSPECTOR)).contains(draft);
        assertThat(evaluations.keptOf(RECORDING)).isEmpty();
    }

    @Test
    void a_draft_changes_as_a_whole() {
        var draft = evaluation(Ids.next(), State.DRAFT, AT, 80, "");
        evaluations.save(draft);
        var emptied = new Evaluation(
                draft.id(),
                RECORDING,
                draft.contact(),
                INSPECTOR,
                AT.plusSeconds(1),
                "standard-1",
                Map.of("tone", Mark.of(0)),
                List.of(),
                "",
                0,
                true,
                Optional.empty(),
                State.DRAFT);
        evaluations.save(emptied);
        assertThat(evaluations.byId(draft.id())).contains(emptied);
    }

    @Test
    void what_is_kept_does_not_change() {
        var kept = evaluation(Ids.next(), State.KEPT, AT, 80, "kept");
        evaluations.save(kept);
        assertThat(evaluations.save(evaluation(kept.id(), State.DRAFT, AT, 10, "changed")))
                .isFalse();
        assertThat(evaluations.save(evaluation(kept.id(), State.KEPT, AT, 10, "changed")))
                .isFalse();
        assertThat(evaluations.byId(kept.id())).contains(kept);
        assertThat(evaluations.draftOf(RECORDING, INSPECTOR)).isEmpty();
    }

    @Test
    void drafts_are_the_inspectors_own_and_kept_ones_come_newest_first() {
        var first = evaluation(Ids.next(), State.KEPT, AT, 80, "1");
        var second = evaluation(Ids.next(), State.KEPT, AT.plusSeconds(5), 90, "2");
        var draft = evaluation(Ids.next(), State.DRAFT, AT, 70, "3");
        List.of(first, second, draft).forEach(evaluations::save);
        assertThat(evaluations.keptOf(RECORDING)).containsExactly(second, first);
        assertThat(evaluations.draftOf(RECORDING, new UUID(1, 1005))).isEmpty();
        assertThat(evaluations.draftOf(new UUID(5, 2), INSPECTOR)).isEmpty();
    }
}
