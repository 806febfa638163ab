package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Flow;
import amends.knowledge.FlowEnd;
import amends.knowledge.FlowExport;
import amends.knowledge.FlowId;
import amends.knowledge.FlowImport;
import amends.knowledge.FlowPaths.Path;
import amends.knowledge.FlowReader;
import amends.knowledge.FlowSource;
import amends.knowledge.FlowText;
import amends.knowledge.FlowWalk.Taken;
import amends.knowledge.ImportReport.Fate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcFlowsTest {
    private static final Instant T = Instant.ofEpochSecond(1_800_000_000);
    private static final UUID CONTACT = Ids.next();
    private static final UUID AGENT = Ids.next();

    @Parameter
    TestEngine engine;

    @TempDir
    java.nio.file.Path folder;

    private Database database;
    private JdbcFlows flows;
    private JdbcFlowPaths paths;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        flows = new JdbcFlows(database, new SettableTime());
        paths = new JdbcFlowPaths(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static FlowText text(String id, String say) throws YamlMistakes {
        return FlowReader.read(id, """
                id: %s
                language: zh-CN
                # 作者的话
                title: 查账
                kind: dispatching
                category: cards
                steps:
                  - {id: one, say: "%s", ends: passed-on}
                """.formatted(id, say));
    }

    @Test
    void what_was_published_is_there_as_it_was_written() throws YamlMistakes {
        FlowText first = text("a", "您好");
        assertThat(flows.publish(first).version()).isEqualTo(1);
        FlowText second = text("a", "请说");
        assertThat(flows.publish(second).version()).isEqualTo(2);
        assertThat(flows.inUse()).containsExactly(new Flow(second, 2));
        assertThat(flows.version(first.id(), 1)).contains(new Flow(first, 1));
        assertThat(flows.version(first.id(), 3)).isEmpty();
    }

    @Test
    void a_folder_is_brought_to_the_flows_in_use_but_what_was_changed_in_it_is_left() throws YamlMistakes {
        FlowText older = text("a", "您好");
        FlowText mine = text("a", "改过");
        FlowText gone = text("b", "您好");
        flows.publish(older);
        Flow now = flows.publish(text("a", "请说"));
        flows.publish(gone);
        flows.retire(gone.id());
        var export = new FlowExport(flows);
        FlowText windows = FlowReader.read("a", now.text().source().replace("\n", "\r\n"));

        assertThat(export.steps(List.of(), false)).containsExactly(new FlowExport.Step.Write(now));
        assertThat(export.steps(List.of(new FlowSource("a.yaml", windows)), false))
                .containsExactly(new FlowExport.Step.Same(now.id()));
        assertThat(export.steps(List.of(new FlowSource("a.yaml", older), new FlowSource("b.yaml", gone)), false))
                .containsExactly(new FlowExport.Step.Write(now), new FlowExport.Step.Remove("b.yaml"));
        List<FlowSource> changed = List.of(new FlowSource("a.yaml", mine), new FlowSource("c.yaml", text("c", "新的")));
        assertThat(export.steps(changed, false))
                .containsExactly(new FlowExport.Step.Left("a.yaml"), new FlowExport.Step.Left("c.yaml"));
        assertThat(export.steps(changed, true))
                .containsExactly(new FlowExport.Step.Write(now), new FlowExport.Step.Remove("c.yaml"));
    }

    @Test
    void importing_again_changes_nothing_and_what_is_gone_is_retired() throws YamlMistakes {
        var importing = new FlowImport(flows, database);
        var a = new FlowSource("a.yaml", text("a", "您好"));
        var b = new FlowSource("b.yaml", text("b", "您好"));
        assertThat(importing.run(List.of(a, b)))
                .extracting(FlowImport.Line::fate)
                .containsOnly(Fate.NEW);
        assertThat(importing.run(List.of(a, b)))
                .extracting(FlowImport.Line::fate)
                .containsOnly(Fate.UNCHANGED);
        assertThat(importing.run(List.of(new FlowSource("a.yaml", text("a", "请说")))))
                .extracting(FlowImport.Line::fate)
                .containsExactly(Fate.CHANGED, Fate.GONE);
        assertThat(flows.inUse()).hasSize(1);
        assertThat(importing.run(List.of(a, b)))
                .extracting(FlowImport.Line::fate)
                .containsExactly(Fate.CHANGED, Fate.NEW);
        assertThat(flows.inUse()).extracting(Flow::version).containsExactly(3, 2);
    }

    private static Path path(UUID id, UUID contact, Optional<UUID> continues, int second, String... steps) {
        var taken = java.util.Arrays.stream(steps)
                .map(step -> new Taken(step, 1, "是", AGENT, T))
                .toList();
        return new Path(
                id,
                contact,
                new FlowId("a", ArticleLanguage.ZH_CN),
                2,
                AGENT,
                continues,
                T,
                T.plusSeconds(second),
                Optional.empty(),
                taken);
    }

    @Test
    void a_path_is_kept_as_it_stands_now() {
        UUID id = Ids.next();
        paths.save(path(id, CONTACT, Optional.empty(), 1, "one", "two", "three"));
        Path back = path(id, CONTACT, Optional.empty(), 2, "one");
        paths.save(back);
        assertThat(paths.of(CONTACT)).containsExactly(back);
    }

    @Test
    void the_latest_unfinished_path_is_found_until_somebody_goes_on_with_it() {
        UUID first = Ids.next();
        UUID other = Ids.next();
        paths.save(path(first, CONTACT, Optional.empty(), 5, "one"));
        paths.save(path(other, CONTACT, Optional.empty(), 3, "one"));
        List<UUID> contacts = List.of(Ids.next(), CONTACT);
        assertThat(paths.unfinished(contacts, T).map(Path::id)).contains(first);
        assertThat(paths.unfinished(contacts, T.plusSeconds(5))).isEmpty();
        assertThat(paths.unfinished(List.of(), T)).isEmpty();
        paths.save(path(Ids.next(), Ids.next(), Optional.of(first), 6, "one"));
        assertThat(paths.unfinished(contacts, T).map(Path::id)).contains(other);
    }

    @Test
    void a_path_that_ended_is_not_gone_on_with() {
        Path open = path(Ids.next(), CONTACT, Optional.empty(), 5, "one");
        paths.save(open);
        paths.save(new Path(
                open.id(),
                CONTACT,
                open.flow(),
                2,
                AGENT,
                Optional.empty(),
                T,
                T.plusSeconds(6),
                Optional.of(FlowEnd.PASSED_ON),
                open.taken()));
        assertThat(paths.unfinished(List.of(CONTACT), T)).isEmpty();
        assertThat(paths.of(CONTACT).getFirst().end()).contains(FlowEnd.PASSED_ON);
    }
}
