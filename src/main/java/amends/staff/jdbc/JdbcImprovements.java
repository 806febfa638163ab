package amends.staff.jdbc;

import amends.kernel.jdbc.Database;
import amends.staff.Improvement;
import amends.staff.Improvement.State;
import amends.staff.Improvements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.StatementContext;

/** Suggestions as rows. */
public final class JdbcImprovements implements Improvements {
    private static final String IMPROVEMENT =
            "select id, filed_by, at, screen, what, contact, state, answer, decided_by, changed from improvement ";
    private final Database database;

    public JdbcImprovements(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Improvement improvement) {
        return database.insertingHandle(h -> h.createUpdate("""
                        insert into improvement (id, filed_by, at, screen, what, contact, state, answer, changed)
                        select :id, :by, cast(:at as timestamp(6) with time zone), :screen, :what, cast(:contact as uuid),
                        :state, :answer, cast(:changed as timestamp(6) with time zone)
                        where not exists (select 1 from improvement where id = :id)""")
                        .bind("id", improvement.id())
                        .bind("by", improvement.by())
                        .bind("at", improvement.at())
                        .bind("screen", improvement.screen())
                        .bind("what", improvement.what())
                        .bindByType("contact", improvement.contact().orElse(null), UUID.class)
                        .bind("state", improvement.state().name())
                        .bind("answer", improvement.answer())
                        .bind("changed", improvement.changed())
                        .execute()
                == 1);
    }

    @Override
    public boolean change(Improvement now, State expected) {
        return database.handle(h -> h.createUpdate("""
                        update improvement set state = :state, answer = :answer, decided_by = :by, changed = :changed
                        where id = :id and state = :expected""")
                        .bind("state", now.state().name())
                        .bind("answer", now.answer())
                        .bindByType("by", now.decidedBy().orElse(null), UUID.class)
                        .bind("changed", now.changed())
                        .bind("id", now.id())
                        .bind("expected", expected.name())
                        .execute()
                == 1);
    }

    @Override
    public Optional<Improvement> byId(UUID id) {
        return database.handle(h -> h.select(IMPROVEMENT + "where id = ?", id)
                .map(JdbcImprovements::improvement)
                .findOne());
    }

    @Override
    public List<Improvement> ofMember(UUID member, int most) {
        return database.handle(
                h -> h.select(IMPROVEMENT + "where filed_by = ? order by changed desc, id desc limit ?", member, most)
                        .map(JdbcImprovements::improvement)
                        .list());
    }

    @Override
    public List<Improvement> all(int most) {
        return database.handle(h -> h.select(IMPROVEMENT + """
                        order by case when state in ('DONE', 'DECLINED') then 1 else 0 end,
                        case when state in ('DONE', 'DECLINED') then null else at end, changed desc, id limit ?""", most)
                .map(JdbcImprovements::improvement)
                .list());
    }

    @Override
    public int forget(Collection<UUID> contacts, UnaryOperator<String> without) {
        if (contacts.isEmpty()) return 0;
        return database.handle(h -> {
            List<Improvement> beside = h.createQuery(IMPROVEMENT + "where contact in (<contacts>)")
                    .bindList("contacts", List.copyOf(contacts))
                    .map(JdbcImprovements::improvement)
                    .list();
            for (Improvement each : beside)
                h.execute(
                        "update improvement set contact = null, what = ?, answer = ? where id = ?",
                        without.apply(each.what()),
                        without.apply(each.answer()),
                        each.id());
            return beside.size();
        });
    }

    private static Improvement improvement(ResultSet row, StatementContext context) throws SQLException {
        return new Improvement(
                row.getObject("id", UUID.class),
                row.getObject("filed_by", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("screen"),
                row.getString("what"),
                Optional.ofNullable(row.getObject("contact", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getString("answer"),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)),
                row.getObject("changed", OffsetDateTime.class).toInstant());
    }
}
