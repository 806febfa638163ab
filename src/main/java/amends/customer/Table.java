package amends.customer;

import java.util.List;

/** A table out of a file, read from its beginning each time; never more of it in memory than a row. Blocks. */
public interface Table {
    int MOST_COLUMNS = 500;
    int LONGEST_CELL = 32_767;
    int MOST_ROWS = 1_000_000;

    /** The file's name. */
    String name();

    /** What it is read from. */
    java.nio.file.Path file();

    /** How it was read, for people: {@code GB18030, ","}. */
    String described();

    /** The first row that is not empty. */
    List<String> header();

    /** All rows after the header, empty ones left out. @throws Unreadable at the row that cannot be read */
    void rows(Taker taker) throws Unreadable;

    interface Taker {
        /**
         * @param line as an editor or a spreadsheet counts it, from 1
         * @return whether to go on
         */
        boolean take(int line, List<String> cells);
    }

    /** What a file can be. */
    interface Opener {
        /** @throws Unreadable when it is no such table, or one that means harm */
        Table open(java.nio.file.Path file) throws Unreadable;
    }

    /** A file, or a row of it, that cannot be read at all. */
    final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final Why why;
        private final int line;

        /** @param line 0 where it is the whole file */
        public Unreadable(Why why, int line, String detail) {
            super(why + (line == 0 ? "" : " in line " + line) + (detail.isEmpty() ? "" : ": " + detail));
            this.why = why;
            this.line = line;
        }

        public Why why() {
            return why;
        }

        public int line() {
            return line;
        }
    }

    enum Why {
        NOT_FOUND,
        EMPTY,
        /** More than half a gigabyte. */
        TOO_LARGE,
        /** Neither UTF-8, UTF-16 nor GB18030. */
        ENCODING,
        /** An old or locked Excel file. */
        OLD_EXCEL,
        /** No sheet can be read in it. */
        BROKEN,
        /** Unpacked it would be out of all proportion. */
        ZIP_BOMB,
        TOO_MANY_COLUMNS,
        TOO_MANY_ROWS,
        CELL_TOO_LONG,
        /** A quotation mark that is never closed. */
        OPEN_QUOTE
    }
}
