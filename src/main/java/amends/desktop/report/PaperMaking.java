package amends.desktop.report;

import amends.desktop.look.Look;
import amends.report.Cut;
import amends.report.Figure;
import amends.report.Paper;
import amends.report.Paper.Cell;
import amends.report.Paper.Format;
import amends.report.Paper.Part;
import amends.report.Paper.Picture;
import amends.report.Paper.Table;
import amends.report.Reading;
import amends.report.Reading.Shown;
import amends.report.Report;
import amends.report.Row;
import amends.report.Weakness;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/** Words what is shown for paper: every figure with its chart and its groups. What it was made with does not change. */
final class PaperMaking {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 190;
    /** Dots for each point of paper. */
    private static final int FINE = 2;

    private final Look look;
    private final ReportWords words;
    private final Charts charts;
    private final Optional<Report> report;

    /** On the screen's thread. */
    PaperMaking(Look look, ReportModel model, ReportWords words) {
        this.look = look;
        this.words = words;
        report = model.report();
        charts = new Charts(words, Ink.ofPaper(), look.texts().language().locale());
    }

    /** Of the file, without its ending. */
    String name() {
        return report.map(r -> "amends-" + r.period().from() + "-" + r.period().until())
                .orElse("amends");
    }

    /** In the background: drawing takes its time. */
    Paper paper() throws IOException {
        Report made = report.orElseThrow(() -> new IOException(look.get("report.counting")));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(look.get("report.figures"), Optional.empty(), totals(made)));
        for (Figure figure : Figure.values()) {
            if (made.now(figure) instanceof Reading.Nothing && made.before(figure) instanceof Reading.Nothing) continue;
            parts.add(new Part(
                    words.name(figure), Optional.of(picture(charts.trend(made, figure))), trend(made, figure)));
            if (figure.isCutBy(made.cut()))
                parts.add(new Part(
                        words.name(figure) + " " + words.cut(made.cut()),
                        Optional.of(picture(charts.groups(made, figure))),
                        groups(made, figure)));
        }
        for (Cut cut : List.of(Cut.BRANCH, Cut.CAUSE)) weakest(made, cut).ifPresent(parts::add);
        return new Paper(
                look.texts().language().locale().toLanguageTag(),
                look.get("report.title"),
                subtitle(made),
                notes(),
                parts);
    }

    private String subtitle(Report made) {
        return words.period(made.period()) + " · " + look.get(made.own() ? "report.own" : "report.all") + " · "
                + look.get("report.comparedTo", words.period(made.period().previous()));
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add(look.get("report.note.few"));
        notes.add(look.get("report.note.interval"));
        for (Figure figure : Figure.values()) notes.add(words.name(figure) + ": " + words.definition(figure));
        return notes;
    }

    private Table totals(Report made) {
        var rows = new ArrayList<List<Cell>>();
        for (Figure figure : Figure.values())
            rows.add(cells(words.name(figure), figure, made.now(figure), made.before(figure)));
        return new Table(columns(look.get("report.figure")), rows);
    }

    private Table groups(Report made, Figure figure) {
        var rows = new ArrayList<List<Cell>>();
        for (Row row : made.groups().getOrDefault(figure, List.of()))
            rows.add(cells(words.group(made.cut(), row.group()), figure, row.now(), row.before()));
        return new Table(columns(look.texts().word(made.cut())), rows);
    }

    private Table trend(Report made, Figure figure) {
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < made.periods().size(); i++) {
            Reading reading = made.totals().get(figure).get(i);
            rows.add(List.of(
                    Cell.text(words.period(made.periods().get(i))),
                    cell(figure, reading),
                    Cell.text(words.interval(figure, reading)),
                    count(reading)));
        }
        return new Table(
                List.of(
                        look.get("report.period"),
                        words.name(figure),
                        look.get("report.interval"),
                        look.get("report.cases")),
                rows);
    }

    private Optional<Part> weakest(Report made, Cut cut) {
        List<Weakness> weakest = made.weakest().getOrDefault(cut, List.of());
        if (weakest.isEmpty()) return Optional.empty();
        var rows = new ArrayList<List<Cell>>();
        for (Weakness weak : weakest)
            rows.add(List.of(
                    Cell.text(words.group(cut, weak.group())),
                    Cell.number(String.valueOf(weak.cases()), weak.cases(), Format.COUNT),
                    Cell.number(String.valueOf(weak.late()), weak.late(), Format.COUNT),
                    Cell.number(Math.round(weak.share() * 100) + " %", weak.share(), Format.PERCENT),
                    Cell.number(Math.round(weak.atLeast() * 100) + " %", weak.atLeast(), Format.PERCENT)));
        var table = new Table(
                List.of(
                        look.texts().word(cut),
                        look.get("report.cases"),
                        look.get("report.weak.late"),
                        look.get("report.weak.share"),
                        look.get("report.weak.atLeast")),
                rows);
        String heading = look.get(cut == Cut.BRANCH ? "report.weak.branches" : "report.weak.causes");
        return Optional.of(new Part(heading, Optional.of(picture(charts.weakest(cut, weakest))), table));
    }

    private List<String> columns(String first) {
        return List.of(
                first,
                look.get("report.now"),
                look.get("report.interval"),
                look.get("report.cases"),
                look.get("report.before"));
    }

    private List<Cell> cells(String name, Figure figure, Reading now, Reading before) {
        return List.of(
                Cell.text(name),
                cell(figure, now),
                Cell.text(words.interval(figure, now)),
                count(now),
                cell(figure, before));
    }

    private Cell cell(Figure figure, Reading reading) {
        if (!(reading instanceof Shown s)) return Cell.text(words.value(figure, reading));
        double value = figure.kind() == Figure.Kind.SHARE ? s.value() : charts.scaled(figure, s.value());
        return Cell.number(
                words.whole(figure, reading),
                value,
                figure.kind() == Figure.Kind.SHARE ? Format.PERCENT : Format.DECIMAL);
    }

    private static Cell count(Reading reading) {
        return reading instanceof Shown s
                ? Cell.number(String.valueOf(s.cases()), s.cases(), Format.COUNT)
                : Cell.text("");
    }

    private static Picture picture(JFreeChart chart) {
        var image = new BufferedImage(WIDTH * FINE, HEIGHT * FINE, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.scale(FINE, FINE);
        chart.draw(g, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        g.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Picture(png.toByteArray(), WIDTH, HEIGHT);
    }
}
