package amends.knowledge.jdbc;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.Flow;
import amends.knowledge.FlowId;
import amends.knowledge.FlowReader;
import amends.knowledge.FlowText;
import amends.knowledge.Flows;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flows as they were written: the text is what is kept, and read anew. */
public final class JdbcFlows implements Flows {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcFlows.class);
    private final Database database;
    private final Timekeeper time;

    private record Row(String name, int version, String source) {}

    public JdbcFlows(Database database, Timekeeper time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public List<Flow> inUse() {
        return database
                .handle(h -> h.select("select v.id, v.language, v.version, v.source from flow f"
                                + " join flow_version v on v.id = f.id and v.language = f.language"
                                + " and v.version = f.version where f.state = 'PUBLISHED' order by f.language, f.id")
                        .map((row, context) ->
                                new Row(row.getString("id"), row.getInt("version"), row.getString("source")))
                        .list())
                .stream()
                .map(JdbcFlows::flow)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Flow> version(FlowId id, int version) {
        return database.handle(h -> h.select(
                                "select source from flow_version where id = ? and language = ? and version = ?",
                                id.slug(),
                                id.language().tag(),
                                version)
                        .mapTo(String.class)
                        .findOne())
                .flatMap(source -> flow(new Row(id.slug(), version, source)));
    }

    @Override
    public boolean everHeld(FlowText text) {
        return database
                .handle(h -> h.select(
                                "select source from flow_version where id = ? and language = ?",
                                text.id().slug(),
                                text.id().language().tag())
                        .mapTo(String.class)
                        .list())
                .stream()
                .anyMatch(text::saysSame);
    }

    /** What a later program may not read any more costs that flow, not the others. */
    private static Optional<Flow> flow(Row row) {
        try {
            return Optional.of(new Flow(FlowReader.read(row.name(), row.source()), row.version()));
        } catch (YamlMistakes e) {
            LOG.error("a flow cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Flow publish(FlowText text) {
        return database.insertingHandle(handle -> {
            int version = point(handle, text.id());
            handle.createUpdate("""
                            insert into flow_version (id, language, version, kind, title, category, source, since)
                            values (:id, :language, :version, :kind, :title, :category, :source, :since)""")
                    .bind("id", text.id().slug())
                    .bind("language", text.id().language().tag())
                    .bind("version", version)
                    .bind("kind", text.kind().name())
                    .bind("title", text.title())
                    .bind("category", text.category())
                    .bind("source", text.source())
                    .bind("since", time.now())
                    .execute();
            return new Flow(text, version);
        });
    }

    private static int point(Handle handle, FlowId id) {
        int moved = handle.execute(
                "update flow set version = version + 1, state = 'PUBLISHED' where id = ? and language = ?",
                id.slug(),
                id.language().tag());
        if (moved == 0)
            handle.execute(
                    "insert into flow (id, language, version, state) values (?, ?, 1, 'PUBLISHED')",
                    id.slug(),
                    id.language().tag());
        return handle.select(
                        "select version from flow where id = ? and language = ?",
                        id.slug(),
                        id.language().tag())
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void retire(FlowId id) {
        database.handle(h -> h.execute(
                "update flow set state = 'RETIRED' where id = ? and language = ?",
                id.slug(),
                id.language().tag()));
    }
}
