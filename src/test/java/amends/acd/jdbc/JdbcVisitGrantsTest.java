package amends.acd.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.VisitGrant;
import amends.acd.VisitMode;
import amends.acd.VisitTidying;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.kernel.jdbc.TestEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestEngine.class)
class JdbcVisitGrantsTest {
    private static final Instant NOW = Instant.parse("2026-03-04T08:00:00Z");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private JdbcVisitGrants grants;
    private final UUID agent = Ids.next();

    @BeforeEach
    void open() {
        database = engine.open(folder);
        grants = new JdbcVisitGrants(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private VisitGrant made(UUID whose, Instant at) {
        var grant = new VisitGrant(
                Ids.next(),
                Ids.next(),
                "1003",
                whose,
                "call@desk",
                VisitMode.WHISPER,
                "ab".repeat(32),
                at,
                at.plusSeconds(20),
                Optional.empty(),
                Optional.empty(),
                "");
        grants.add(grant);
        return grant;
    }

    @Test
    void what_is_older_than_is_asked_about_is_forgotten_and_the_next_night_is_a_duty() {
        made(agent, NOW.minus(VisitTidying.KEPT).minusSeconds(1));
        VisitGrant kept = made(agent, NOW.minus(VisitTidying.KEPT).plusSeconds(1));
        var duties = new JdbcDuties(database);
        var time = new SettableTime();
        time.setWall(NOW);
        var tidying = new VisitTidying(grants, duties, database, ZoneOffset.UTC, time);
        tidying.begin();
        tidying.begin();
        var tonight = new Duty(Ids.next(), tidying.kind(), Ids.next(), NOW, 0);

        assertThat(tidying.carryOut(tonight)).isEqualTo(new DutyHandler.Result.Done());

        assertThat(grants.into(agent, Instant.EPOCH)).containsExactly(kept);
    }

    @Test
    void what_was_written_is_read_by_its_agent_newest_first() {
        var earlier = made(agent, NOW);
        var later = made(agent, NOW.plusSeconds(5));
        made(Ids.next(), NOW);
        grants.add(later);

        assertThat(grants.into(agent, NOW)).containsExactly(later, earlier);
        assertThat(grants.into(agent, NOW.plusSeconds(1))).containsExactly(later);
    }

    @Test
    void of_many_who_use_it_at_once_one_succeeds() {
        var grant = made(agent, NOW);
        List<Boolean> used = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> grants.use(grant.id(), NOW.plusSeconds(1))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(used).containsOnlyOnce(true);
        assertThat(grants.into(agent, NOW).getFirst().used()).contains(NOW.plusSeconds(1));
    }

    @Test
    void an_old_or_ended_one_is_used_by_nobody() {
        var old = made(agent, NOW);
        assertThat(grants.use(old.id(), NOW.plusSeconds(20))).isFalse();
        var ended = made(agent, NOW);
        grants.end(ended.id(), NOW.plusSeconds(1), "lead: Left");
        assertThat(grants.use(ended.id(), NOW.plusSeconds(2))).isFalse();
        assertThat(grants.use(Ids.next(), NOW)).isFalse();
    }

    @Test
    void the_first_end_stays() {
        var grant = made(agent, NOW);
        grants.end(grant.id(), NOW.plusSeconds(9), "GuestGone");
        grants.end(grant.id(), NOW.plusSeconds(10), "lead: Gone, and more words than there is room for in the row");

        assertThat(grants.into(agent, NOW)).singleElement().satisfies(g -> {
            assertThat(g.ended()).contains(NOW.plusSeconds(9));
            assertThat(g.outcome()).isEqualTo("GuestGone");
        });
    }
}
