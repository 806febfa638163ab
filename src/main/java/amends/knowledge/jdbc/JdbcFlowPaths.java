package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.FlowEnd;
import amends.knowledge.FlowId;
import amends.knowledge.FlowPaths;
import amends.knowledge.FlowWalk.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Paths as rows, their steps below them. */
public final class JdbcFlowPaths implements FlowPaths {
    private static final String PATH =
            "select id, contact, flow, language, version, agent, continues, began, changed, ending from flow_path p ";
    private final Database database;

    public JdbcFlowPaths(Database database) {
        this.database = database;
    }

    @Override
    public void save(Path path) {
        database.handle(handle -> {
            int moved = handle.createUpdate("update flow_path set changed = :changed, ending = :ending where id = :id")
                    .bind("id", path.id())
                    .bind("changed", path.changed())
                    .bind("ending", path.end().map(Enum::name).orElse(null))
                    .execute();
            if (moved == 0) insert(handle, path);
            handle.execute("delete from flow_path_step where path = ?", path.id());
            for (int place = 0; place < path.taken().size(); place++)
                insert(handle, path.id(), place, path.taken().get(place));
            return null;
        });
    }

    private static void insert(Handle handle, Path path) {
        handle.createUpdate("""
                        insert into flow_path (id, contact, flow, language, version, agent, continues, began, changed,
                        ending) values (:id, :contact, :flow, :language, :version, :agent, :continues, :began, :changed,
                        :ending)""")
                .bind("id", path.id())
                .bind("contact", path.contact())
                .bind("flow", path.flow().slug())
                .bind("language", path.flow().language().tag())
                .bind("version", path.version())
                .bind("agent", path.agent())
                .bindByType("continues", path.continues().orElse(null), UUID.class)
                .bind("began", path.began())
                .bind("changed", path.changed())
                .bind("ending", path.end().map(Enum::name).orElse(null))
                .execute();
    }

    private static void insert(Handle handle, UUID path, int place, Taken taken) {
        handle.createUpdate("insert into flow_path_step (path, place, step, answer, words, agent, at)"
                        + " values (:path, :place, :step, :answer, :words, :agent, :at)")
                .bind("path", path)
                .bind("place", place)
                .bind("step", taken.step())
                .bind("answer", taken.answer())
                .bind("words", taken.words())
                .bind("agent", taken.by())
                .bind("at", taken.at())
                .execute();
    }

    @Override
    public List<Path> of(UUID contact) {
        return database.handle(h -> h.select(PATH + "where contact = ? order by began, id", contact)
                .map((row, context) -> path(h, row))
                .list());
    }

    @Override
    public Optional<Path> unfinished(List<UUID> contacts, Instant since) {
        if (contacts.isEmpty()) return Optional.empty();
        return database.handle(h -> h.createQuery(PATH + "where contact in (<contacts>) and ending is null"
                        + " and changed > :since"
                        + " and not exists (select 1 from flow_path n where n.continues = p.id)"
                        + " order by changed desc, id limit 1")
                .bindList("contacts", contacts)
                .bind("since", since)
                .map((row, context) -> path(h, row))
                .findOne());
    }

    private static Path path(Handle handle, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Path(
                id,
                row.getObject("contact", UUID.class),
                new FlowId(
                        row.getString("flow"),
                        ArticleLanguage.ofTag(row.getString("language")).orElseThrow()),
                row.getInt("version"),
                row.getObject("agent", UUID.class),
                Optional.ofNullable(row.getObject("continues", UUID.class)),
                at(row, "began"),
                at(row, "changed"),
                Optional.ofNullable(row.getString("ending")).map(FlowEnd::valueOf),
                handle.select(
                                "select step, answer, words, agent, at from flow_path_step where path = ? order by place",
                                id)
                        .map((step, context) -> new Taken(
                                step.getString("step"),
                                step.getInt("answer"),
                                step.getString("words"),
                                step.getObject("agent", UUID.class),
                                at(step, "at")))
                        .list());
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
