package amends.report.jdbc;

import amends.kernel.jdbc.TestEngine;
import amends.report.Cut;
import amends.report.Figure;
import amends.report.Period;
import amends.report.Span;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * How long each figure of a month takes among the contacts and 20,000 complaints of a year: 100,000 on either engine, or as
 * many as the first argument says, on PostgreSQL alone. Every other customer is of a known type.
 */
final class ReportSpeed {
    private ReportSpeed() {}

    public static void main(String[] args) throws Exception {
        int contacts = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        int seconds = 365 * 86_400 / contacts;
        for (TestEngine engine : args.length == 0 ? TestEngine.values() : new TestEngine[] {TestEngine.POSTGRESQL})
            try (var database = engine.open(Files.createTempDirectory("speed"))) {
                String numbers =
                        engine == TestEngine.H2 ? "system_range(1, %d) as s(x)" : "generate_series(1, %d) as s(x)";
                int customers = contacts / 5;
                String id = engine == TestEngine.H2 ? "random_uuid()" : "gen_random_uuid()";
                for (int made = 0; made < customers; made += 20_000)
                    database.handle(
                            h -> h.execute("insert into customer (id, name, tier, region, note, version) select " + id
                                    + ", 'n', case when mod(x, 5) = 0 then 'GOLD' else 'REGULAR' end, '', '', 1 from "
                                    + numbers.formatted(20_000)));
                database.handle(h -> h.execute(
                        "create table numbered as select id, row_number() over (order by id) as n from customer"));
                database.handle(h -> h.execute("create index numbered_n on numbered (n)"));
                database.handle(h -> h.execute("insert into personality_type (customer, type, since) select id,"
                        + " case when mod(n, 3) = 0 then 'EXPRESSIVE' else 'RESERVED' end, current_timestamp from numbered"
                        + " where mod(n, 2) = 0"));
                for (int made = 0; made < customers; made += 20_000) {
                    int from = made;
                    database.handle(h -> h.execute("insert into customer_consent (id, customer, purpose, way, proof,"
                            + " recorded_by, given) select id, id, 'PERSONALISATION', 'SIGNED', '', id,"
                            + " current_timestamp - interval '9' day from numbered where n > " + from + " and n <= "
                            + (from + 20_000)));
                }
                for (int part = 0; part < contacts / 5_000; part++) {
                    int begun = part * 5_000;
                    database.handle(h -> h.execute(
                            "insert into contact (id, call_id, direction, agent, number, customer, queue, waited, began, answered,"
                                    + " disposition, note, state, desk, seen, score) select " + id
                                    + ", 'c', 'INBOUND', ?, '+8613800138000',"
                                    + " k.id, 'support', 0, t, t, case when mod(x, 4) = 0 then 'FOLLOW_UP' else 'SOLVED' end, '', 'CLOSED', '', t,"
                                    + " case when mod(x, 3) = 0 then 1 + mod(x, 5) end from (select x, cast(? as timestamp(6) with time zone)"
                                    + " + x * " + seconds + " * interval '1' second as t, 1 + mod(x * 7919, "
                                    + customers + ") as n from "
                                    + numbers.formatted(5_000)
                                            .replace("(1,", "(" + (begun + 1) + ",")
                                            .replace("5000)", (begun + 5_000) + ")")
                                    + ") s join numbered k on k.n = s.n",
                            ReportRows.LI,
                            Instant.parse("2025-04-01T00:00:00Z")));
                }
                database.handle(h -> h.execute(
                        "insert into complaint (id, source, customer, customer_name, subject, what, severity, owner, opened, state,"
                                + " acknowledge_by, respond_by, responded, unit, cause) select " + id
                                + ", 'CALL', k.id, '', '', '', 'MODERATE', ?,"
                                + " t, 'RESPONDED', t, t + interval '5' day, t + mod(x, 9) * interval '1' day, 'u', 'c' from (select x,"
                                + " cast(? as timestamp(6) with time zone) + x * interval '25' minute as t, x as n from "
                                + numbers.formatted(20_000) + ") s join numbered k on k.n = s.n",
                        ReportRows.LI,
                        Instant.parse("2025-04-01T00:00:00Z")));
                measure(engine, new JdbcTallies(database, false));
            }
        System.exit(0);
    }

    private static void measure(TestEngine engine, JdbcTallies tallies) {
        var month = Period.around(Period.Reach.MONTH, LocalDate.of(2026, 2, 10));
        List<Span> trend =
                month.upToNow(8).stream().map(p -> p.in(ZoneOffset.UTC)).toList();
        List<Span> two = trend.subList(6, 8);
        Instant now = Instant.parse("2026-03-20T00:00:00Z");
        for (int round = 0; round < 2; round++)
            for (Figure figure : Figure.values()) {
                long begun = System.nanoTime();
                int groups = tallies.count(figure, trend, Optional.empty(), Optional.empty(), now)
                        .size();
                long between = System.nanoTime();
                if (figure.isCutBy(Cut.TYPE)) tallies.count(figure, two, Optional.of(Cut.TYPE), Optional.empty(), now);
                if (round > 0)
                    System.out.printf(
                            "%s %s: trend %d ms (%d), by type %d ms%n",
                            engine,
                            figure,
                            (between - begun) / 1_000_000,
                            groups,
                            (System.nanoTime() - between) / 1_000_000);
            }
    }
}
