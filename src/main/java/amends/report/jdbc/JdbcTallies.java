package amends.report.jdbc;

import amends.kernel.jdbc.Database;
import amends.report.Cut;
import amends.report.Figure;
import amends.report.Span;
import amends.report.Tallies;
import amends.report.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts by one aggregate query a figure, on views that hold no names. */
public final class JdbcTallies implements Tallies {
    /** Who calls again within it was not settled at the first contact. */
    private static final Duration SETTLED_FOR = Duration.ofDays(7);

    private final Database database;
    private final boolean isPersonal;

    /** @param isPersonal whether the database was opened with the login of the reader, who has rights of their own */
    public JdbcTallies(Database database, boolean isPersonal) {
        this.database = database;
        this.isPersonal = isPersonal;
    }

    @Override
    public List<Tally> count(Figure figure, List<Span> spans, Optional<Cut> cut, Optional<UUID> of, Instant now) {
        if (figure != Figure.FIRST_CONTACT || spans.size() == 1) return asked(figure, spans, cut, of, now);
        // Each call is looked at with those after it: span by span, so that on H2 no write waits for all of them.
        var tallies = new ArrayList<Tally>();
        for (int i = 0; i < spans.size(); i++)
            for (Tally tally : asked(figure, spans.subList(i, i + 1), cut, of, now)) tallies.add(tally.in(i));
        return tallies;
    }

    private List<Tally> asked(Figure figure, List<Span> spans, Optional<Cut> cut, Optional<UUID> of, Instant now) {
        String sql = sql(figure, spans, cut, of);
        return database.handle(handle -> {
            var query = handle.createQuery(sql)
                    .bind("from", spans.getFirst().from())
                    .bind("until", spans.getLast().until());
            for (int i = 1; i < spans.size(); i++)
                query.bind("edge" + i, spans.get(i).from());
            if (sql.contains(":now")) query.bind("now", now);
            if (sql.contains(":ripe")) query.bind("ripe", now.minus(SETTLED_FOR));
            of.ifPresent(member -> query.bind("member", member));
            return query.map(JdbcTallies::tally).list();
        });
    }

    private String sql(Figure figure, List<Span> spans, Optional<Cut> cut, Optional<UUID> of) {
        Source source = Source.of(figure);
        String view = (of.isPresent() && isPersonal ? "gate.my_" : "") + source.view();
        return "select span, grp, count(*) as cases, count(distinct person) as persons,"
                + " cast(sum(v) as double precision) as total, cast(sum(v * v) as double precision) as squares, "
                + quarters(figure.kind())
                + (figure.kind() == Figure.Kind.LIFT ? ", cast(sum(b) as double precision)" : ", 0") + " as before"
                + " from (select " + place(spans) + " as span, "
                + cut.map(Source::column).orElse("''") + " as grp, person, " + source.value() + " as v"
                + (figure.kind() == Figure.Kind.LIFT ? ", score_before as b" : "")
                + " from " + view + " where at >= :from and at < :until and " + source.filter()
                + (of.isPresent() ? " and agent = :member" : "") + ") x group by span, grp";
    }

    private static String quarters(Figure.Kind kind) {
        if (kind != Figure.Kind.TIME) return "0 as low, 0 as middle, 0 as high";
        return "percentile_cont(0.25) within group (order by v) as low,"
                + " percentile_cont(0.5) within group (order by v) as middle,"
                + " percentile_cont(0.75) within group (order by v) as high";
    }

    /** Which span a case is in. */
    private static String place(List<Span> spans) {
        if (spans.size() == 1) return "0";
        var place = new StringBuilder("case");
        for (int i = 1; i < spans.size(); i++)
            place.append(" when at < :edge").append(i).append(" then ").append(i - 1);
        return place.append(" else ").append(spans.size() - 1).append(" end").toString();
    }

    private static Tally tally(ResultSet row, StatementContext context) throws SQLException {
        return new Tally(
                row.getInt("span"),
                row.getString("grp"),
                row.getLong("cases"),
                row.getLong("persons"),
                row.getDouble("total"),
                row.getDouble("squares"),
                row.getDouble("low"),
                row.getDouble("middle"),
                row.getDouble("high"),
                row.getDouble("before"));
    }
}
