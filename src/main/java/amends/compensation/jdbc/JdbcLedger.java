package amends.compensation.jdbc;

import amends.compensation.FailureKind;
import amends.compensation.Form;
import amends.compensation.Grant;
import amends.compensation.Grant.State;
import amends.compensation.Ledger;
import amends.compensation.PastCase;
import amends.compensation.Pot;
import amends.customer.CustomerProfile.Tier;
import amends.kernel.Money;
import amends.kernel.jdbc.Database;
import amends.recovery.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** The ledger as rows; what is spent is counted where it is kept, never read and written back. */
public final class JdbcLedger implements Ledger {
    /** Where nobody asked before, a customer to whom something had failed is taken to have been so satisfied. */
    private static final double USUAL_BEFORE = 2.5;

    private static final String GRANT =
            "select id, customer, contact, kind, severity, tier, policy, row_key, option_key,"
                    + " form, amount, cost, currency, asker, asked, words, needed, expires, state, decided, reason"
                    + " from compensation_grant ";
    private static final String PAST = """
            select g.kind, g.severity, g.option_key,
              (select c.score from contact c where c.customer = g.customer and c.score is not null
                 and c.began < g.asked and (g.contact is null or c.id <> g.contact)
                 order by c.began desc limit 1) as was,
              coalesce((select c.score from contact c where c.id = g.contact),
                (select c.score from contact c where c.customer = g.customer and c.score is not null
                 and c.began >= g.decided order by c.began limit 1)) as became,
              g.decided
            from compensation_grant g where g.state = 'GRANTED' and g.decided >= ?""";

    private final Database database;
    private final boolean gated;

    public JdbcLedger(Database database) {
        this(database, false);
    }

    /** @param gated whether whoever signed in at the database sees only what is theirs */
    public JdbcLedger(Database database, boolean gated) {
        this.database = database;
        this.gated = gated;
    }

    @Override
    public void add(Grant grant) {
        database.insertingHandle(handle -> {
            insert(handle, grant);
            for (UUID failure : grant.failures().stream().sorted().toList())
                handle.execute(
                        "insert into compensation_payment (failure, grant_id) values (?, ?)", failure, grant.id());
            return null;
        });
    }

    private static void insert(Handle handle, Grant grant) {
        handle.createUpdate("""
                        insert into compensation_grant (id, customer, contact, kind, severity, tier, policy, row_key,
                        option_key, form, amount, cost, currency, asker, asked, words, needed, expires, state, decided,
                        reason) values (:id, :customer, :contact, :kind, :severity, :tier, :policy, :row, :option, :form,
                        :amount, :cost, :currency, :asker, :asked, :words, :needed, :expires, :state, :decided, :reason)""")
                .bind("id", grant.id())
                .bindByType("customer", grant.customer().orElse(null), UUID.class)
                .bindByType("contact", grant.contact().orElse(null), UUID.class)
                .bind("kind", grant.kind().key())
                .bind("severity", grant.severity().name())
                .bind("tier", grant.tier().name())
                .bind("policy", grant.policy())
                .bind("row", grant.row())
                .bind("option", grant.option())
                .bind("form", grant.form().name())
                .bind("amount", grant.value().minor())
                .bind("cost", grant.cost().minor())
                .bind("currency", grant.value().currency().getCurrencyCode())
                .bind("asker", grant.asker())
                .bind("asked", grant.asked())
                .bind("words", grant.words())
                .bind("needed", grant.needed())
                .bind("expires", grant.expires())
                .bind("state", grant.state().name())
                .bindByType("decided", grant.decided().orElse(null), Instant.class)
                .bind("reason", grant.reason())
                .execute();
    }

    @Override
    public boolean change(Grant now, Grant before) {
        return database.insertingHandle(handle -> {
            int changed = handle.createUpdate("""
                            update compensation_grant set state = :state, decided = :decided, reason = :reason
                            where id = :id and state = :expected""")
                    .bind("state", now.state().name())
                    .bindByType("decided", now.decided().orElse(null), Instant.class)
                    .bind("reason", now.reason())
                    .bind("id", now.id())
                    .bind("expected", before.state().name())
                    .execute();
            if (changed == 0) return false;
            approve(handle, now, before);
            return true;
        });
    }

    private static void approve(Handle handle, Grant now, Grant before) {
        for (UUID approver : now.approvals())
            if (!before.approvals().contains(approver))
                handle.execute(
                        "insert into compensation_approval (grant_id, approver, at) values (?, ?, current_timestamp)",
                        now.id(),
                        approver);
        for (UUID approver : before.approvals())
            if (!now.approvals().contains(approver))
                handle.execute(
                        "delete from compensation_approval where grant_id = ? and approver = ?", now.id(), approver);
    }

    @Override
    public void release(UUID grant) {
        database.handle(h -> h.execute("delete from compensation_payment where grant_id = ?", grant));
    }

    @Override
    public List<UUID> paidAmong(Collection<UUID> failures) {
        if (failures.isEmpty()) return List.of();
        return database.handle(h -> h.createQuery("select failure from compensation_payment where failure in (<ids>)")
                .bindList("ids", List.copyOf(failures))
                .mapTo(UUID.class)
                .list());
    }

    @Override
    public void fill(Pot pot) {
        database.insertingHandle(handle -> {
            boolean there = handle.select(
                            "select 1 from compensation_pot where period = ? and scope = ?", pot.period(), pot.scope())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            return there
                    ? handle.execute(
                            "update compensation_pot set amount = greatest(?, spent) where period = ? and scope = ?"
                                    + " and amount <> greatest(?, spent)",
                            pot.amount(),
                            pot.period(),
                            pot.scope(),
                            pot.amount())
                    : handle.execute(
                            "insert into compensation_pot (period, scope, amount, spent) values (?, ?, ?, 0)",
                            pot.period(),
                            pot.scope(),
                            pot.amount());
        });
    }

    @Override
    public boolean take(Pot pot, long much) {
        return database.handle(h -> h.execute(
                        "update compensation_pot set spent = spent + ? where period = ? and scope = ?"
                                + " and spent + ? <= amount",
                        much,
                        pot.period(),
                        pot.scope(),
                        much))
                == 1;
    }

    @Override
    public void giveBack(Pot pot, long much) {
        database.handle(h -> h.execute(
                "update compensation_pot set spent = spent - ? where period = ? and scope = ?",
                much,
                pot.period(),
                pot.scope()));
    }

    @Override
    public List<Pot> pots(String period) {
        return database.handle(h -> h.select(
                        "select period, scope, amount, spent from compensation_pot where period = ? order by scope",
                        period)
                .map((row, context) -> new Pot(
                        row.getString("period"), row.getString("scope"), row.getLong("amount"), row.getLong("spent")))
                .list());
    }

    @Override
    public Optional<Grant> byId(UUID grant) {
        return read("where id = ?", grant).stream().findFirst();
    }

    @Override
    public List<Grant> ofCustomer(UUID customer, int most) {
        return read("where customer = ? order by asked desc, id limit ?", customer, most);
    }

    @Override
    public List<Grant> waiting(int most) {
        return read("where state in ('PENDING', 'SECONDED') order by asked, id limit ?", most);
    }

    @Override
    public List<Grant> askedBy(UUID member, Instant since, int most) {
        return read("where asker = ? and asked >= ? order by asked desc, id limit ?", member, since, most);
    }

    @Override
    public List<Grant> given(Instant from, Instant until, int most) {
        return read(
                "where state = 'GRANTED' and decided >= ? and decided < ? order by decided, id limit ?",
                from,
                until,
                most);
    }

    private List<Grant> read(String which, Object... of) {
        return database.handle(handle -> {
            List<Grant> bare = handle.select(GRANT + which, of)
                    .map((row, context) -> grant(row))
                    .list();
            return bare.stream().map(g -> whole(handle, g)).toList();
        });
    }

    private static Grant whole(Handle handle, Grant bare) {
        var failures = handle.select("select failure from compensation_payment where grant_id = ?", bare.id())
                .mapTo(UUID.class)
                .list();
        var approvals = handle.select(
                        "select approver from compensation_approval where grant_id = ? order by at, approver",
                        bare.id())
                .mapTo(UUID.class)
                .list();
        return bare.with(new HashSet<>(failures), approvals);
    }

    private static Grant grant(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Grant(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("customer", UUID.class)),
                Optional.ofNullable(row.getObject("contact", UUID.class)),
                java.util.Set.of(),
                new FailureKind(row.getString("kind")),
                Severity.valueOf(row.getString("severity")),
                Tier.valueOf(row.getString("tier")),
                row.getString("policy"),
                row.getString("row_key"),
                row.getString("option_key"),
                Form.valueOf(row.getString("form")),
                new Money(row.getLong("amount"), currency),
                new Money(row.getLong("cost"), currency),
                row.getObject("asker", UUID.class),
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                row.getString("words"),
                row.getInt("needed"),
                List.of(),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("decided", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("reason"));
    }

    /** The score of the contact in which it was given, or else the next one; before it the last one there was. */
    @Override
    public List<PastCase> pastCases(Instant since) {
        String read =
                gated ? "select kind, severity, option_key, was, became, decided from gate.past_compensation(?)" : PAST;
        return database.handle(handle -> handle.select(read, since)
                .reduceRows(new ArrayList<PastCase>(), (all, row) -> {
                    pastCase(row).ifPresent(all::add);
                    return all;
                }));
    }

    private static Optional<PastCase> pastCase(RowView row) {
        Integer before = row.getColumn("was", Integer.class);
        Integer after = row.getColumn("became", Integer.class);
        if (after == null) return Optional.empty();
        return Optional.of(new PastCase(
                new FailureKind(row.getColumn("kind", String.class)),
                Severity.valueOf(row.getColumn("severity", String.class)),
                row.getColumn("option_key", String.class),
                after - (before == null ? USUAL_BEFORE : before),
                before == null ? OptionalDouble.empty() : OptionalDouble.of(before),
                Optional.of(row.getColumn("decided", Instant.class))));
    }
}
