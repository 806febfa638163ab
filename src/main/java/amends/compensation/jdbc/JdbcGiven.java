package amends.compensation.jdbc;

import amends.compensation.FailureKind;
import amends.compensation.FairnessReport.Given;
import amends.kernel.Money;
import amends.kernel.jdbc.Database;
import amends.recovery.Severity;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was given, with what customers are told apart by, for the fairness report alone. */
public final class JdbcGiven {
    private final Database database;
    private final boolean gated;

    /** @param gated whether whoever signed in at the database may not see customers */
    public JdbcGiven(Database database, boolean gated) {
        this.database = database;
        this.gated = gated;
    }

    /** @param types in words, of those of whom one may be shown */
    public List<Given> since(Instant since, Map<UUID, String> types) {
        String region = gated ? "''" : "coalesce((select c.region from customer c where c.id = g.customer), '')";
        return database.handle(h -> h.select(
                        "select g.customer, g.kind, g.severity, g.tier, g.amount, g.currency, " + region
                                + " as region from compensation_grant g where g.state = 'GRANTED' and g.decided >= ?",
                        since)
                .map((row, context) -> new Given(
                        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                        new FailureKind(row.getString("kind")),
                        Severity.valueOf(row.getString("severity")),
                        Optional.ofNullable(row.getObject("customer", UUID.class))
                                .map(types::get)
                                .orElse(""),
                        row.getString("tier"),
                        row.getString("region")))
                .list());
    }
}
