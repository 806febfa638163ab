package amends.compensation.jdbc;

import amends.compensation.CompensationPolicy;
import amends.compensation.FailureKind;
import amends.compensation.Feasibility;
import amends.compensation.Option;
import amends.compensation.Policies;
import amends.compensation.PolicyReader;
import amends.compensation.PolicyRow;
import amends.customer.CustomerProfile.Tier;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import amends.recovery.Severity;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The policies as rows: the words, and what they allow flattened for the gate. */
public final class JdbcPolicies implements Policies {
    private static final String LATEST =
            "select name, content from compensation_policy order by installed desc, name desc limit 1";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss");
    private final Database database;
    private final AtomicReference<Read> known = new AtomicReference<>();

    private record Read(String name, String text, CompensationPolicy policy) {}

    private record Row(String name, String text) {}

    public JdbcPolicies(Database database) {
        this.database = database;
    }

    @Override
    public CompensationPolicy inForce() {
        return read().policy();
    }

    @Override
    public String textInForce() {
        return read().text();
    }

    private Read read() {
        Read before = known.get();
        String name = database.handle(
                        h -> h.select("select name from compensation_policy order by installed desc, name desc limit 1")
                                .mapTo(String.class)
                                .findOne())
                .orElse("");
        if (before != null && before.name().equals(name)) return before;
        Read now = database.handle(h -> h.select(LATEST)
                        .map((row, context) -> new Row(row.getString("name"), row.getString("content")))
                        .findOne())
                .map(JdbcPolicies::parsed)
                .orElseGet(() -> new Read("", PolicyReader.standardText(), PolicyReader.standard()));
        known.set(now);
        return now;
    }

    private static Read parsed(Row row) {
        try {
            return new Read(row.name(), row.text(), PolicyReader.read(row.name(), row.text()));
        } catch (YamlMistakes e) {
            throw new IllegalStateException(
                    "the policy in force was written for another version: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean install(String text, Instant now) throws YamlMistakes {
        CompensationPolicy policy = PolicyReader.read("policy", text);
        return database.insertingHandle(handle -> {
            Optional<String> there = handle.select(
                            "select content from compensation_policy where name = ?", policy.name())
                    .mapTo(String.class)
                    .findOne();
            if (there.isPresent()) {
                if (!there.get().equals(text)) return false;
                handle.execute("update compensation_policy set installed = ? where name = ?", now, policy.name());
                return true;
            }
            insert(handle, policy, text, now);
            return true;
        });
    }

    /**
     * Makes sure that the gate of the database finds what may be given: the standard policy is put in force where none is,
     * and what a policy allows is written anew where a newer version of the tables left it out. For the owner's program,
     * whenever it starts.
     */
    public void prepare(Instant now) {
        database.insertingHandle(handle -> {
            Optional<Row> latest = handle.select(LATEST)
                    .map((row, context) -> new Row(row.getString("name"), row.getString("content")))
                    .findOne();
            if (latest.isEmpty()) insert(handle, PolicyReader.standard(), PolicyReader.standardText(), now);
            else if (!isAllowing(handle, latest.get().name()))
                allow(handle, parsed(latest.get()).policy());
            return null;
        });
    }

    private static boolean isAllowing(Handle handle, String policy) {
        return handle.select("select count(*) from compensation_entitlement where policy = ?", policy)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static void insert(Handle handle, CompensationPolicy policy, String text, Instant now) {
        handle.createUpdate("""
                        insert into compensation_policy (name, content, installed, currency, budget, budget_period,
                        time_zone, alone_up_to, pending_hours, decimals) values (:name, :text, :now, :currency, :budget,
                        :period, :zone, :alone, :pending, :decimals)""")
                .bind("name", policy.name())
                .bind("text", text)
                .bind("now", now)
                .bind("currency", policy.currency().getCurrencyCode())
                .bind("budget", policy.budget().amount().minor())
                .bind("period", policy.budget().period().name())
                .bind("zone", policy.budget().zone().getId())
                .bind("alone", policy.twoPersonsAbove().minor())
                .bind("pending", policy.pendingLasts().toHours())
                .bind("decimals", policy.currency().getDefaultFractionDigits())
                .execute();
        policy.authority()
                .forEach((role, amount) -> handle.execute(
                        "insert into compensation_authority (policy, role, amount) values (?, ?, ?)",
                        policy.name(),
                        role.name(),
                        amount.minor()));
        allow(handle, policy);
    }

    /** What the policy allows, a row for each case and option. */
    private static void allow(Handle handle, CompensationPolicy policy) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into compensation_entitlement (policy, kind, severity, tier, option_key, row_key, form, amount, cost,
                row_budget, stock, open_days, opens, closes) values (:policy, :kind, :severity, :tier, :option, :row, :form,
                :amount, :cost, :rowBudget, :stock, :days, :opens, :closes)""");
        for (FailureKind kind : policy.kinds())
            for (Severity severity : Severity.values())
                for (Tier tier : Tier.values())
                    policy.rowFor(kind, severity, tier)
                            .ifPresent(row ->
                                    row.fitting().forEach(o -> add(batch, policy, kind, severity, tier, row, o)));
        batch.execute();
    }

    private static void add(
            PreparedBatch batch,
            CompensationPolicy policy,
            FailureKind kind,
            Severity severity,
            Tier tier,
            PolicyRow row,
            Option option) {
        batch.bind("policy", policy.name())
                .bind("kind", kind.key())
                .bind("severity", severity.name())
                .bind("tier", tier.name())
                .bind("option", option.key())
                .bind("row", row.key())
                .bind("form", option.form().name())
                .bind("amount", option.value().minor())
                .bind("cost", option.cost().minor())
                .bindByType("rowBudget", row.budget().map(b -> b.minor()).orElse(null), Long.class)
                .bindByType(
                        "stock",
                        option.feasibility().stock().isPresent()
                                ? option.feasibility().stock().getAsInt()
                                : null,
                        Integer.class)
                .bind("days", days(option.feasibility()))
                .bind("opens", HOUR.format(option.feasibility().opens()))
                .bind("closes", HOUR.format(option.feasibility().closes()))
                .add();
    }

    /** Numbered from Monday, 1. */
    private static String days(Feasibility feasibility) {
        return feasibility.days().stream()
                .sorted()
                .map(day -> Integer.toString(day.getValue()))
                .collect(Collectors.joining(" "));
    }
}
