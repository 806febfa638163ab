package amends.customer;

import amends.kernel.PlainText;

/**
 * What is wrong with one cell.
 *
 * @param line as a spreadsheet counts it
 * @param column its heading; empty where it is the whole row
 * @param found what stands there, shortened
 * @param most characters that would have fitted, where it is too long; 0 otherwise
 */
public record RowProblem(int line, String column, ImportProblem problem, String found, int most) {
    private static final int MOST = 60;

    public RowProblem(int line, String column, ImportProblem problem, String found) {
        this(line, column, problem, found, 0);
    }

    public RowProblem {
        column = PlainText.line(column, MOST);
        found = PlainText.line(found, MOST);
    }
}
