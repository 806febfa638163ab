package amends.desktop.report;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.ReportPorts;
import amends.kernel.Timekeeper;
import amends.report.Cut;
import amends.report.Figure;
import amends.report.Paper;
import amends.report.PaperFile;
import amends.report.PaperWriter;
import amends.report.Period;
import amends.report.Period.Reach;
import amends.report.Report;
import amends.report.Reporting;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The figures of a period: which, told apart by what, and the file that is being made of them. */
public final class ReportModel extends PresentationModel {
    /** How far the figures have come. */
    public enum Standing {
        COUNTING,
        SHOWN,
        /** The database does not answer. */
        AWAY,
        REFUSED
    }

    /** How far the file has come. */
    public sealed interface Export {
        record None() implements Export {}

        record Running(int done, int of) implements Export {}

        record Ended(PaperFile.Outcome outcome) implements Export {}
    }

    private final ReportPorts ports;
    private final Reporting reporting;
    private final PostingWork work;
    private final Timekeeper time;
    private final Function<UUID, String> names;
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger exporting = new AtomicInteger();
    private Map<String, String> agents = Map.of();
    private Period period;
    private Cut cut = Cut.TIER;
    private Figure figure = Figure.SATISFACTION;
    private Standing standing = Standing.COUNTING;
    private Optional<Report> report = Optional.empty();
    private boolean unreadDate;
    private Export export = new Export.None();

    /** @param names of colleagues; blocks */
    public ReportModel(ReportPorts ports, PostingWork work, Timekeeper time, Function<UUID, String> names) {
        this.ports = ports;
        this.work = work;
        this.time = time;
        this.names = names;
        reporting = ports.reporting().orElseThrow();
        period = Period.around(Reach.WEEK, today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.now(), ports.zone());
    }

    public Period period() {
        return period;
    }

    public Cut cut() {
        return cut;
    }

    public Figure figure() {
        return figure;
    }

    public Standing standing() {
        return standing;
    }

    public Optional<Report> report() {
        return report;
    }

    public List<Cut> cuts() {
        return reporting.cuts();
    }

    public boolean seesAll() {
        return reporting.seesAll();
    }

    public Export export() {
        return export;
    }

    public ReportPorts ports() {
        return ports;
    }

    /** Whether the last days typed are no days. */
    public boolean isDateUnread() {
        return unreadDate;
    }

    String agent(String id) {
        return agents.getOrDefault(id, "");
    }

    public void choose(Figure next) {
        if (figure == next) return;
        figure = next;
        changed();
    }

    public void cutBy(Cut next) {
        if (cut == next) return;
        cut = next;
        count();
    }

    public void reach(Reach next) {
        if (period.reach() == next) return;
        LocalDate day = period.until().isAfter(today()) ? today() : period.until();
        period = next == Reach.CUSTOM ? Period.custom(period.from(), period.until()) : Period.around(next, day);
        count();
    }

    public void previous() {
        period = period.previous();
        count();
    }

    /** The future has no figures. */
    public void next() {
        if (!mayGoOn()) return;
        period = period.next();
        count();
    }

    public boolean mayGoOn() {
        return period.until().isBefore(today());
    }

    /** Days as typed: {@code 2026-03-01}; what is no day is said and changes nothing. */
    public void custom(String from, String until) {
        Optional<Period> typed = read(from, until);
        unreadDate = typed.isEmpty();
        if (typed.filter(p -> !p.equals(period)).isPresent()) {
            period = typed.get();
            count();
        } else changed();
    }

    private static Optional<Period> read(String from, String until) {
        try {
            return Optional.of(Period.custom(LocalDate.parse(from.strip()), LocalDate.parse(until.strip())));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Counts anew; what is being counted already is let go. */
    public void count() {
        int mine = wanted.incrementAndGet();
        standing = Standing.COUNTING;
        unreadDate = false;
        changed();
        Period asked = period;
        Cut by = cut;
        work.ask(
                () -> {
                    var outcome = reporting.report(asked, by, () -> wanted.get() == mine);
                    return new Counted(
                            outcome, outcome instanceof Reporting.Outcome.Made(var made) ? named(made) : Map.of());
                },
                counted -> {
                    if (wanted.get() == mine) shows(counted);
                },
                failure -> {
                    if (wanted.get() != mine) return;
                    standing = Standing.AWAY;
                    changed();
                });
    }

    private record Counted(Reporting.Outcome outcome, Map<String, String> agents) {}

    private Map<String, String> named(Report made) {
        var found = new HashMap<String, String>();
        if (made.cut() != Cut.AGENT) return found;
        made.groups()
                .values()
                .forEach(rows -> rows.forEach(row -> {
                    if (!row.group().isEmpty())
                        found.computeIfAbsent(row.group(), id -> names.apply(UUID.fromString(id)));
                }));
        return found;
    }

    private void shows(Counted counted) {
        agents = counted.agents();
        switch (counted.outcome()) {
            case Reporting.Outcome.Made(var made) -> {
                report = Optional.of(made);
                standing = Standing.SHOWN;
            }
            case Reporting.Outcome.Refused r -> standing = Standing.REFUSED;
            case Reporting.Outcome.Stopped s -> {
                return;
            }
        }
        changed();
    }

    /** Makes a file of what is shown, in the background. @param paper worded for the reader; made in the background */
    void export(PaperWriter writer, java.util.concurrent.Callable<Paper> paper, String name) {
        if (export instanceof Export.Running) return;
        int mine = exporting.incrementAndGet();
        export = new Export.Running(0, 1);
        changed();
        Path file = ports.folder().resolve(name + "." + writer.ending());
        work.ask(
                () -> PaperFile.write(writer, paper.call(), file, (done, of) -> {
                    if (exporting.get() != mine) throw new PaperWriter.Stopped();
                    work.post(() -> runs(mine, done, of));
                }),
                outcome -> ended(new Export.Ended(outcome)),
                failure -> ended(new Export.Ended(new PaperFile.Outcome.Failed(String.valueOf(failure.getMessage())))));
    }

    private void runs(int mine, int done, int of) {
        if (exporting.get() != mine || !(export instanceof Export.Running)) return;
        export = new Export.Running(done, of);
        changed();
    }

    private void ended(Export end) {
        export = end;
        changed();
    }

    /** Lets go of the file that is being made. */
    public void cancelExport() {
        exporting.incrementAndGet();
    }
}
