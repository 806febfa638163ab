package amends.report;

import amends.kernel.Timekeeper;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Makes reports for one reader: a lead's are of everybody, anybody else's of their own work alone. Blocks: only on
 * virtual threads; {@link amends.kernel.StoreUnavailable} while the database is away. Every figure is a question of its
 * own, so that no write waits for a whole report.
 */
public final class Reporting {
    /** How many periods the trend shows. */
    public static final int TREND = 8;

    private static final int MOST_WEAK = 8;
    private final StaffMember reader;
    private final Tallies tallies;
    private final ZoneId zone;
    private final Timekeeper time;

    public Reporting(StaffMember reader, Tallies tallies, ZoneId zone, Timekeeper time) {
        this.reader = reader;
        this.tallies = tallies;
        this.zone = zone;
        this.time = time;
    }

    public sealed interface Outcome {
        record Made(Report report) implements Outcome {}

        /** Not given to this reader. */
        record Refused() implements Outcome {}

        /** Whoever asked did not want it any more. */
        record Stopped() implements Outcome {}
    }

    public boolean seesAll() {
        return Permission.SEE_ALL_FIGURES.isGivenTo(reader);
    }

    /** By what this reader may tell figures apart. */
    public List<Cut> cuts() {
        var cuts = new ArrayList<Cut>();
        for (Cut cut : Cut.values()) if (seesAll() || !cut.isOfColleagues()) cuts.add(cut);
        return cuts;
    }

    /** @param wanted asked between the questions */
    public Outcome report(Period period, Cut cut, BooleanSupplier wanted) {
        if (!Permission.SEE_OWN_FIGURES.isGivenTo(reader) && !seesAll()) return new Outcome.Refused();
        if (!cuts().contains(cut)) return new Outcome.Refused();
        var making = new Making(period, cut);
        for (Figure figure : Figure.values()) {
            if (!wanted.getAsBoolean()) return new Outcome.Stopped();
            making.total(figure);
            if (figure.isCutBy(cut)) making.cut(figure);
        }
        if (seesAll()) for (Cut weak : List.of(Cut.BRANCH, Cut.CAUSE)) making.weakest(weak);
        return new Outcome.Made(making.report());
    }

    private final class Making {
        private final Period period;
        private final Cut cut;
        private final java.time.Instant at = time.now();
        private final List<Period> periods;
        private final Map<Figure, List<Reading>> totals = new EnumMap<>(Figure.class);
        private final Map<Figure, List<Row>> groups = new EnumMap<>(Figure.class);
        private final Map<Cut, List<Weakness>> weakest = new EnumMap<>(Cut.class);

        Making(Period period, Cut cut) {
            this.period = period;
            this.cut = cut;
            periods = period.upToNow(TREND);
        }

        private Optional<UUID> whose() {
            return seesAll() ? Optional.empty() : Optional.of(reader.id());
        }

        private List<Span> spans(List<Period> wanted) {
            return wanted.stream().map(p -> p.in(zone)).toList();
        }

        void total(Figure figure) {
            var readings = new ArrayList<Reading>();
            for (int i = 0; i < periods.size(); i++) readings.add(new Reading.Nothing());
            for (Tally tally : tallies.count(figure, spans(periods), Optional.empty(), whose(), at))
                readings.set(tally.span(), Reading.of(figure, tally));
            totals.put(figure, List.copyOf(readings));
        }

        void cut(Figure figure) {
            List<Tally> counted =
                    tallies.count(figure, spans(List.of(period.previous(), period)), Optional.of(cut), whose(), at);
            groups.put(figure, rows(figure, counted));
        }

        private List<Row> rows(Figure figure, List<Tally> counted) {
            Map<String, Reading> before = readings(figure, counted, 0);
            var rows = new ArrayList<Row>();
            readings(figure, counted, 1)
                    .forEach((group, now) ->
                            rows.add(new Row(group, now, before.getOrDefault(group, new Reading.Nothing()))));
            return List.copyOf(rows);
        }

        /** The largest first, what is not known last. */
        private Map<String, Reading> readings(Figure figure, List<Tally> counted, int span) {
            List<Tally> ofSpan = counted.stream()
                    .filter(t -> t.span() == span)
                    .sorted(Comparator.comparing((Tally t) -> t.group().isEmpty())
                            .thenComparing(
                                    Comparator.comparingLong(Tally::cases).reversed())
                            .thenComparing(Tally::group))
                    .toList();
            List<Reading> readings = SmallGroups.readings(figure, ofSpan);
            var byGroup = new LinkedHashMap<String, Reading>();
            for (int i = 0; i < ofSpan.size(); i++) byGroup.put(ofSpan.get(i).group(), readings.get(i));
            return byGroup;
        }

        void weakest(Cut by) {
            weakest.put(
                    by,
                    Weakness.ranked(
                            tallies.count(
                                    Figure.ANSWERED_IN_TIME,
                                    spans(List.of(period)),
                                    Optional.of(by),
                                    Optional.empty(),
                                    at),
                            MOST_WEAK));
        }

        Report report() {
            return new Report(period, cut, !seesAll(), at, periods, totals, groups, weakest);
        }
    }
}
