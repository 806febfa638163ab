package amends.readiness.jdbc;

import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.jdbc.Database;
import amends.readiness.Notice;
import amends.readiness.Notice.Audience;
import amends.readiness.Plan;
import amends.readiness.PlanCall;
import amends.readiness.PlanMatch;
import amends.readiness.PlanRun;
import amends.readiness.Plans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Plans as rows; lists stand in one column, an entry a line. */
public final class JdbcPlans implements Plans {
    private static final String PLAN = "select id, title, happened, words, queues, regions, prefixes, answer, article,"
            + " compensation, notice, advertises, audience, per_minute, most, send_from, send_until, state, run,"
            + " version, changed_by, changed from plan ";
    /** What a run did; of a message that was never heard of again nothing is said. */
    private static final String RUN = """
            select r.id, r.plan, p.title, r.on_at, r.off_at,
            (select count(*) from plan_call c where c.run = r.id) as calls,
            (select count(*) from plan_call c where c.run = r.id and c.answered is not null) as answered,
            (select count(*) from plan_call c where c.run = r.id and c.granted is not null) as granted,
            (select count(*) from plan_notice n where n.run = r.id and n.told) as notices,
            (select count(*) from plan_notice n join sms s on s.id = n.id where n.run = r.id
              and s.state in ('ACCEPTED', 'DELIVERED')) as sent,
            (select count(*) from plan_notice n join sms s on s.id = n.id where n.run = r.id
              and s.state in ('UNDELIVERABLE', 'REFUSED', 'EXPIRED')) as failed
            from plan_run r join plan p on p.id = r.plan """;

    private final Database database;

    public JdbcPlans(Database database) {
        this.database = database;
    }

    @Override
    public List<Plan> all() {
        return database.handle(handle -> handle.select(PLAN
                        + "order by case state when 'ON' then 0 when 'PREPARED' then 1 else 2 end, title, id limit 200")
                .map(JdbcPlans::plan)
                .list());
    }

    @Override
    public List<Plan> on() {
        return database.handle(handle -> handle.select(PLAN + "where state = 'ON' order by title, id")
                .map(JdbcPlans::plan)
                .list());
    }

    @Override
    public Optional<Plan> byId(UUID id) {
        return database.handle(handle ->
                handle.select(PLAN + "where id = ?", id).map(JdbcPlans::plan).findOne());
    }

    @Override
    public Optional<Plan> save(Plan plan) {
        String sql = plan.version() == 0 ? """
                insert into plan (id, title, happened, words, queues, regions, prefixes, answer, article, compensation,
                notice, advertises, audience, per_minute, most, send_from, send_until, state, run, version, changed_by,
                changed) values (:id, :title, :happened, :words, :queues, :regions, :prefixes, :answer, :article,
                :compensation, :notice, :advertises, :audience, :perMinute, :most, :from, :until, :state, :run, 1, :by,
                :changed)""" : """
                update plan set title = :title, happened = :happened, words = :words, queues = :queues,
                regions = :regions, prefixes = :prefixes, answer = :answer, article = :article,
                compensation = :compensation, notice = :notice, advertises = :advertises, audience = :audience,
                per_minute = :perMinute, most = :most, send_from = :from, send_until = :until, state = :state,
                run = :run, version = version + 1, changed_by = :by, changed = :changed
                where id = :id and version = :version""";
        int kept = database.handle(handle -> write(handle, sql, plan));
        return kept > 0 ? byId(plan.id()) : Optional.empty();
    }

    private static int write(Handle handle, String sql, Plan plan) {
        Notice notice = plan.notice();
        return handle.createUpdate(sql)
                .bind("id", plan.id())
                .bind("title", plan.title())
                .bind("happened", plan.happened())
                .bind("words", joined(plan.match().words()))
                .bind("queues", joined(plan.match().queues()))
                .bind("regions", joined(plan.match().regions()))
                .bind("prefixes", joined(plan.match().prefixes()))
                .bind("answer", plan.answer())
                .bind("article", plan.article())
                .bind("compensation", plan.compensation())
                .bind("notice", notice.text())
                .bind("advertises", notice.advertises())
                .bind("audience", notice.audience().name())
                .bind("perMinute", notice.perMinute())
                .bind("most", notice.most())
                .bind("from", notice.from().toString())
                .bind("until", notice.until().toString())
                .bind("state", plan.state().name())
                .bindByType("run", plan.run().orElse(null), UUID.class)
                .bind("by", plan.changedBy())
                .bind("changed", plan.changed())
                .bind("version", plan.version())
                .execute();
    }

    private static String joined(List<String> entries) {
        String joined = String.join("\n", entries);
        return PlainText.lines(joined, 1000);
    }

    @Override
    public void began(UUID run, UUID plan, UUID by, Instant at) {
        database.handle(handle ->
                handle.execute("insert into plan_run (id, plan, on_at, on_by) values (?, ?, ?, ?)", run, plan, at, by));
    }

    @Override
    public void ended(UUID run, UUID by, Instant at) {
        database.handle(handle -> handle.execute(
                "update plan_run set off_at = ?, off_by = ? where id = ? and off_at is null", at, by, run));
    }

    @Override
    public List<PlanRun> runs(int most) {
        return database.handle(handle -> handle.select(RUN + " order by r.on_at desc, r.id limit ?", most)
                .map(JdbcPlans::run)
                .list());
    }

    @Override
    public Optional<PlanRun> run(UUID run) {
        return database.handle(handle ->
                handle.select(RUN + " where r.id = ?", run).map(JdbcPlans::run).findOne());
    }

    @Override
    public void matched(PlanCall call) {
        database.insertingHandle(handle -> {
            int there = handle.createUpdate(
                            "update plan_call set customer = :customer, number = :number where id = :id")
                    .bindByType("customer", call.customer().orElse(null), UUID.class)
                    .bind("number", call.number().map(PhoneNumber::e164).orElse(null))
                    .bind("id", call.id())
                    .execute();
            if (there > 0) return there;
            return handle.createUpdate("insert into plan_call (id, run, call_id, agent, number, customer, at) values"
                            + " (:id, :run, :call, :agent, :number, :customer, :at)")
                    .bind("id", call.id())
                    .bind("run", call.run())
                    .bind("call", PlainText.line(call.call().value(), 300))
                    .bind("agent", call.agent())
                    .bind("number", call.number().map(PhoneNumber::e164).orElse(null))
                    .bindByType("customer", call.customer().orElse(null), UUID.class)
                    .bind("at", call.at())
                    .execute();
        });
    }

    @Override
    public void answered(UUID planCall, Instant at) {
        database.handle(handle ->
                handle.execute("update plan_call set answered = ? where id = ? and answered is null", at, planCall));
    }

    @Override
    public void granted(UUID planCall, Instant at) {
        database.handle(handle ->
                handle.execute("update plan_call set granted = ? where id = ? and granted is null", at, planCall));
    }

    @Override
    public int noticesOf(UUID run) {
        return database.handle(handle -> handle.select("select count(*) from plan_notice where run = ? and told", run)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<Recipient> recipients(UUID run, Plan plan, List<String> prefixes, int most) {
        return plan.notice().audience() == Audience.CALLERS
                ? callers(run, most)
                : customers(run, plan.match(), prefixes, most);
    }

    private List<Recipient> callers(UUID run, int most) {
        return database.handle(handle -> handle.select("""
                        select c.number, min(cast(c.customer as varchar(40))) as customer from plan_call c
                        where c.run = ? and c.number is not null
                        and not exists (select 1 from plan_notice n where n.run = c.run and n.number = c.number)
                        group by c.number order by min(c.at), c.number limit ?""", run, most)
                .map((row, context) -> new Recipient(
                        new PhoneNumber(row.getString("number")),
                        Optional.ofNullable(row.getString("customer")).map(UUID::fromString)))
                .list());
    }

    private List<Recipient> customers(UUID run, PlanMatch match, List<String> prefixes, int most) {
        var who = new ArrayList<String>();
        for (int i = 0; i < match.regions().size(); i++) who.add("c.region like :region" + i + " escape '!'");
        var where = new ArrayList<String>();
        if (!who.isEmpty()) where.add("(" + String.join(" or ", who) + ")");
        var begins = new ArrayList<String>();
        for (int i = 0; i < prefixes.size(); i++) begins.add("n.number like :prefix" + i);
        if (!begins.isEmpty()) where.add("(" + String.join(" or ", begins) + ")");
        if (where.isEmpty()) return List.of();
        return database.handle(handle -> {
            var query = handle.createQuery("select n.number, n.customer from customer_number n join customer c"
                            + " on c.id = n.customer where " + String.join(" and ", where)
                            + " and not exists (select 1 from plan_notice o where o.run = :run"
                            + " and o.number = n.number) order by n.number limit :most")
                    .bind("run", run)
                    .bind("most", most);
            for (int i = 0; i < match.regions().size(); i++)
                query.bind("region" + i, "%" + escaped(match.regions().get(i)) + "%");
            for (int i = 0; i < prefixes.size(); i++) query.bind("prefix" + i, prefixes.get(i) + "%");
            return query.map((row, context) -> new Recipient(
                            new PhoneNumber(row.getString("number")),
                            Optional.ofNullable(row.getObject("customer", UUID.class))))
                    .list();
        });
    }

    private static String escaped(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }

    @Override
    public boolean noticed(UUID notice, UUID run, Recipient to, boolean told, Instant at) {
        return database.insertingHandle(handle -> {
            boolean there = handle.select("select 1 from plan_notice where id = ?", notice)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (there) return false;
            return handle.createUpdate("insert into plan_notice (id, run, number, customer, told, at) values"
                                    + " (:id, :run, :number, :customer, :told, :at)")
                            .bind("id", notice)
                            .bind("run", run)
                            .bind("number", to.number().e164())
                            .bindByType("customer", to.customer().orElse(null), UUID.class)
                            .bind("told", told)
                            .bind("at", at)
                            .execute()
                    > 0;
        });
    }

    private static Plan plan(ResultSet row, StatementContext context) throws SQLException {
        return new Plan(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("happened"),
                new PlanMatch(lines(row, "queues"), lines(row, "words"), lines(row, "regions"), lines(row, "prefixes")),
                row.getString("answer"),
                row.getString("article"),
                row.getString("compensation"),
                new Notice(
                        row.getString("notice"),
                        row.getBoolean("advertises"),
                        Audience.valueOf(row.getString("audience")),
                        row.getInt("per_minute"),
                        row.getInt("most"),
                        LocalTime.parse(row.getString("send_from")),
                        LocalTime.parse(row.getString("send_until"))),
                Plan.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("run", UUID.class)),
                row.getLong("version"),
                row.getObject("changed_by", UUID.class),
                instant(row, "changed"));
    }

    private static PlanRun run(ResultSet row, StatementContext context) throws SQLException {
        return new PlanRun(
                row.getObject("id", UUID.class),
                row.getObject("plan", UUID.class),
                row.getString("title"),
                instant(row, "on_at"),
                Optional.ofNullable(row.getObject("off_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("calls"),
                row.getInt("answered"),
                row.getInt("granted"),
                row.getInt("notices"),
                row.getInt("sent"),
                row.getInt("failed"));
    }

    private static List<String> lines(ResultSet row, String column) throws SQLException {
        return row.getString(column).lines().toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
