package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleId;
import amends.knowledge.Recall;
import amends.knowledge.Recall.Listed;
import amends.knowledge.Recall.Told;
import amends.knowledge.Recall.Way;
import amends.knowledge.Recalls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Recalls as rows; which contacts they are about is asked of what was used in them. */
public final class JdbcRecalls implements Recalls {
    private static final String USED = " from article_recall r join article_used u on u.article = r.slug"
            + " and u.language = r.language and u.version = r.version"
            + " left join article_recall_contact c on c.recall = r.id and c.contact = u.contact ";
    private static final String TOLD = "select u.contact, u.agent, u.at, coalesce(c.way, 'FOUND') as way" + USED;

    private static final String NEED = "case coalesce(c.way, 'FOUND') when 'ON_CALL_LIST' then 2"
            + " when 'SMS_PUT_OUT' then 2 when 'CALLBACK_WISHED' then 1 when 'SMS_WISHED' then 1 else 0 end";
    /** Ids in one question. */
    private static final int BATCH = 500;

    private final Database database;

    public JdbcRecalls(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Recall recall) {
        return database.insertingHandle(h -> TextRow.named(h.createUpdate("""
                                insert into article_recall (id, slug, language, version, reason, notice, said_by, at)
                                select :id, :slug, :language, :version, :reason, :notice, :by,
                                cast(:at as timestamp(6) with time zone) where not exists (select 1 from article_recall
                                where slug = :slug and language = :language and version = :version)"""), recall.article())
                        .bind("id", recall.id())
                        .bind("version", recall.version())
                        .bind("reason", recall.reason())
                        .bind("notice", recall.notice())
                        .bind("by", recall.by())
                        .bind("at", recall.at())
                        .execute()
                == 1);
    }

    @Override
    public Optional<Recall> byId(UUID recall) {
        return database.handle(h -> h.select("select * from article_recall where id = ?", recall)
                .map((row, context) -> recall(row))
                .findOne());
    }

    @Override
    public List<Integer> wrongVersions(ArticleId article) {
        return database.handle(h -> h.select(
                        "select version from article_recall where slug = ? and language = ? order by version",
                        article.slug(),
                        article.language().tag())
                .mapTo(Integer.class)
                .list());
    }

    @Override
    public List<Listed> latest(int most) {
        return database.handle(h -> h.select(
                        "select r.*, (select count(*) from article_used u where u.article = r.slug"
                                + " and u.language = r.language and u.version = r.version) as told,"
                                + " (select count(*) from article_recall_contact c where c.recall = r.id"
                                + " and c.way in ('ON_CALL_LIST', 'SMS_PUT_OUT')) as reached"
                                + " from article_recall r order by r.at desc, r.id limit ?",
                        most)
                .map((row, context) -> new Listed(recall(row), row.getInt("told"), row.getInt("reached")))
                .list());
    }

    @Override
    public List<Told> told(UUID recall, int most) {
        return database.handle(
                h -> h.select(TOLD + "where r.id = ? order by " + NEED + ", u.at desc, u.contact limit ?", recall, most)
                        .map(JdbcRecalls::toldRow)
                        .list());
    }

    @Override
    public List<Told> told(UUID recall, Collection<UUID> contacts) {
        var told = new ArrayList<Told>();
        List<UUID> asked = contacts.stream().distinct().toList();
        for (int from = 0; from < asked.size(); from += BATCH) {
            List<UUID> some = asked.subList(from, Math.min(asked.size(), from + BATCH));
            told.addAll(database.handle(h -> h.createQuery(TOLD + "where r.id = :recall and u.contact in (<some>)")
                    .bind("recall", recall)
                    .bindList("some", some)
                    .map(JdbcRecalls::toldRow)
                    .list()));
        }
        return told;
    }

    @Override
    public List<Told> told(UUID recall, Way way, int most) {
        return database.handle(h -> h.select(
                        TOLD + "where r.id = ? and coalesce(c.way, 'FOUND') = ? order by u.at, u.contact limit ?",
                        recall,
                        way.name(),
                        most)
                .map(JdbcRecalls::toldRow)
                .list());
    }

    @Override
    public void notice(UUID recall, String words) {
        database.handle(h -> h.execute("update article_recall set notice = ? where id = ?", words, recall));
    }

    @Override
    public void put(UUID recall, UUID contact, Way way, Optional<UUID> failure, Optional<UUID> by, Instant at) {
        database.insertingHandle(h -> {
            String update = "update article_recall_contact set way = :way, failure = coalesce(:failure, failure),"
                    + " done_by = coalesce(:by, done_by), at = :at where recall = :recall and contact = :contact";
            String insert = "insert into article_recall_contact (recall, contact, way, failure, done_by, at)"
                    + " values (:recall, :contact, :way, :failure, :by, :at)";
            for (String sql : new String[] {update, insert})
                if (h.createUpdate(sql)
                                .bind("recall", recall)
                                .bind("contact", contact)
                                .bind("way", way.name())
                                .bindByType("failure", failure.orElse(null), UUID.class)
                                .bindByType("by", by.orElse(null), UUID.class)
                                .bind("at", at)
                                .execute()
                        == 1) return true;
            return false;
        });
    }

    private static Told toldRow(ResultSet row, StatementContext context) throws SQLException {
        return new Told(
                row.getObject("contact", UUID.class),
                row.getObject("agent", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Way.valueOf(row.getString("way")));
    }

    private static Recall recall(ResultSet row) throws SQLException {
        return new Recall(
                row.getObject("id", UUID.class),
                TextRow.id(row),
                row.getInt("version"),
                row.getString("reason"),
                row.getString("notice"),
                row.getObject("said_by", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
