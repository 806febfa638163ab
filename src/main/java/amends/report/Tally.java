package amends.report;

/**
 * What the database counted of one figure in one group of one span.
 *
 * @param span its place among the spans that were asked for
 * @param group the value of the cut; empty where it is not known, or there is no cut
 * @param cases how many contacts, complaints or promises
 * @param persons how many customers they were of
 * @param sum of the values; of a share, how many hit
 * @param squares sum of their squares
 * @param low of times and money: a quarter of the cases is at most so
 * @param middle of times: half of the cases is at most so
 * @param high a quarter is at least so
 * @param before of a lift: the sum of the scores before
 */
public record Tally(
        int span,
        String group,
        long cases,
        long persons,
        double sum,
        double squares,
        double low,
        double middle,
        double high,
        double before) {
    /** The same, of another place among the spans. */
    public Tally in(int place) {
        return new Tally(place, group, cases, persons, sum, squares, low, middle, high, before);
    }
}
