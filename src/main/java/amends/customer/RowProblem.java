package amends.customer;

import amends.kernel.PlainText;

/**
 * What is wrong with one cell.
 *
 * @param line as a spreadsheet counts it
 * @param column its heading; empty where it is the whole row
 * @param found what stands there, shortened
 */
public record RowProblem(int line, String column, ImportProblem problem, String found) {
    private static final int MOST = 60;

    public RowProblem {
        column = PlainText.line(column, MOST);
        found = PlainText.line(found, MOST);
    }
}
