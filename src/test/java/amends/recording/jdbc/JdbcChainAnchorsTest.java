package amends.recording.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Duty;
import amends.kernel.DutyHandler.Result;
import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.recording.ChainAnchoring;
import amends.recording.ChainAnchors.Head;
import amends.recording.ChainLink;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcChainAnchorsTest {
    private static final String DESK = "0198d1c4-0000-7000-8000-00000000000d";
    private static final Instant AT = Instant.parse("2026-01-05T01:00:00.123456Z");
    private static final String HASH = "ab".repeat(32);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private JdbcChainAnchors anchors;
    private ChainAnchoring anchoring;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        anchors = new JdbcChainAnchors(database);
        anchoring = new ChainAnchoring(database, anchors);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static List<ChainLink> chain(int length) {
        var links = new ArrayList<ChainLink>();
        for (int i = 0; i < length; i++) {
            var head = links.isEmpty() ? Optional.<ChainLink>empty() : Optional.of(links.getLast());
            links.add(ChainLink.after(head, ChainLink.Kind.SEALED, Ids.next(), HASH, HASH, AT));
        }
        return links;
    }

    private Result anchor(ChainLink link) {
        return anchoring.carryOut(Duty.of(ChainAnchoring.KIND, link.recording(), AT));
    }

    @Test
    void links_come_back_as_they_were_stored() {
        var links = chain(3);
        links.forEach(link -> anchors.store(DESK, link));
        assertThat(anchors.after(DESK, 1, 10)).containsExactly(links.get(1), links.get(2));
        assertThat(anchors.lastStored(DESK)).isEqualTo(3);
    }

    @Test
    void a_link_stored_twice_is_kept_once() {
        var link = chain(1).getFirst();
        anchors.store(DESK, link);
        anchors.store(DESK, link);
        assertThat(anchors.after(DESK, 0, 10)).containsExactly(link);
    }

    @Test
    void a_desk_that_never_recorded_has_no_links() {
        assertThat(anchors.lastStored("another")).isZero();
        assertThat(anchors.head("another")).isEmpty();
    }

    @Test
    void the_duty_moves_the_head_over_what_follows_and_may_be_done_twice() {
        var links = chain(3);
        links.forEach(link -> anchors.store(DESK, link));
        assertThat(anchor(links.getFirst())).isEqualTo(new Result.Done());
        assertThat(anchor(links.getFirst())).isEqualTo(new Result.Done());
        assertThat(anchors.head(DESK)).contains(new Head(3, links.getLast().hash()));
    }

    @Test
    void the_head_waits_before_a_link_that_is_not_stored_yet() {
        var links = chain(3);
        anchors.store(DESK, links.get(0));
        anchors.store(DESK, links.get(2));
        assertThat(anchor(links.get(2))).isInstanceOf(Result.Again.class);
        assertThat(anchors.head(DESK)).contains(new Head(1, links.getFirst().hash()));
    }

    @Test
    void a_link_that_does_not_follow_stops_the_head_for_good() {
        var links = chain(2);
        var forked = chain(2);
        anchors.store(DESK, links.get(0));
        anchors.store(DESK, forked.get(1));
        assertThat(anchor(links.get(0))).isInstanceOf(Result.GivenUp.class);
        assertThat(anchors.head(DESK)).contains(new Head(1, links.getFirst().hash()));
    }
}
