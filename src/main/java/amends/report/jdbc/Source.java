package amends.report.jdbc;

import amends.report.Cut;
import amends.report.Figure;

/**
 * Where a figure's cases stand and what each counts for.
 *
 * @param view without what says whose: {@code report_contact}
 * @param value SQL of a case's value; of a share 1 or 0
 * @param filter SQL of which rows are cases; may name {@code :now} and {@code :ripe}
 */
record Source(String view, String value, String filter) {
    private static final String SECONDS = "cast(extract(epoch from (responded - at)) as double precision)";

    static Source of(Figure figure) {
        return switch (figure) {
            case SATISFACTION -> new Source("report_contact", "score", "score is not null");
            case FIRST_CONTACT -> new Source("report_first_contact", "settled", "at < :ripe");
            case LIFT ->
                new Source(
                        "report_lift",
                        "score_after - score_before",
                        "score_before is not null and score_after is not null");
            case HANDLING_TIME -> new Source("report_complaint", SECONDS, "responded is not null");
            case ANSWERED_IN_TIME ->
                new Source(
                        "report_complaint",
                        "case when responded <= respond_by then 1 else 0 end",
                        "(responded is not null or respond_by < :now)");
            case REOPENED -> new Source("report_complaint", "reopened", "(responded is not null or reopened = 1)");
            case PROMISES_KEPT -> new Source("report_promise", "kept", "1 = 1");
            case CONTACTS -> new Source("report_contact", "1", "1 = 1");
            case COST -> new Source("report_cost", "cost", "responded is not null");
        };
    }

    static String column(Cut cut) {
        return switch (cut) {
            case TYPE -> "customer_type";
            case TIER -> "tier";
            case CHANNEL -> "channel";
            case QUEUE -> "queue";
            case AGENT -> "cast(agent as varchar(64))";
            case BRANCH -> "branch";
            case CAUSE -> "cause";
        };
    }
}
