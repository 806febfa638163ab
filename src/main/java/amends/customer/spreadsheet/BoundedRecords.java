package amends.customer.spreadsheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a row that never ends, before it fills the memory. */
final class BoundedRecords {
    private static final int LONGEST = 4 << 20;
    private long since;
    private boolean over;

    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("a row of more than " + LONGEST + " characters");
        }
    }

    /** A row was read: the next one may be as long again. */
    void next() {
        since = 0;
    }

    boolean isOver() {
        return over;
    }

    Reader of(Reader reader) {
        return new FilterReader(reader) {
            @Override
            public int read() throws IOException {
                return counted(super.read(), 1);
            }

            @Override
            public int read(char[] buffer, int from, int most) throws IOException {
                int count = super.read(buffer, from, most);
                return counted(count, Math.max(0, count));
            }

            private int counted(int result, int count) throws IOException {
                since += count;
                if (since <= LONGEST) return result;
                over = true;
                throw new TooLong();
            }
        };
    }
}
