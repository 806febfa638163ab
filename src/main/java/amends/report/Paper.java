package amends.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A report as it leaves the house: worded for its reader, in charts and tables.
 *
 * @param language BCP 47
 * @param subtitle the period, and whose work it is of
 * @param notes what must be said with the figures, a line each
 */
public record Paper(String language, String title, String subtitle, List<String> notes, List<Part> parts) {
    public Paper {
        notes = List.copyOf(notes);
        parts = List.copyOf(parts);
    }

    /** @param picture the chart, above its table */
    public record Part(String heading, Optional<Picture> picture, Table table) {}

    /**
     * @param png painted light, for paper
     * @param width in points of paper: the picture may have more pixels
     */
    public record Picture(byte[] png, int width, int height) {}

    /** @param columns their titles; the first names the row */
    public record Table(List<String> columns, List<List<Cell>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * @param text as people read it
     * @param number its value, where it is one; a share from 0 to 1, a time in hours
     */
    public record Cell(String text, OptionalDouble number, Format format) {
        public static Cell text(String text) {
            return new Cell(text, OptionalDouble.empty(), Format.TEXT);
        }

        public static Cell number(String text, double number, Format format) {
            return Double.isFinite(number) ? new Cell(text, OptionalDouble.of(number), format) : text(text);
        }
    }

    public enum Format {
        TEXT,
        COUNT,
        DECIMAL,
        PERCENT
    }
}
