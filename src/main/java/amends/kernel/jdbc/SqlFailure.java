package amends.kernel.jdbc;

import amends.kernel.PlainText;
import amends.kernel.StoreAvailability.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * What a failure of the database means, read from its SQLSTATE (SQL:2016 §24, PostgreSQL appendix A) or H2's error
 * code.
 */
public final class SqlFailure {
    private SqlFailure() {}

    /** A row with this key is there already. */
    public static boolean isDuplicate(Throwable failure) {
        return state(failure).equals("23505");
    }

    /** @param sqlState of the innermost cause, for instance one that a gate function raises */
    public static boolean is(Throwable failure, String sqlState) {
        return state(failure).equals(sqlState);
    }

    /** Two transactions stood in each other's way: tried again, it may well succeed. */
    static boolean isContention(Throwable failure) {
        return switch (state(failure)) {
            case "40001", "40P01", "55P03", "HYT00", "90131" -> true;
            default -> false;
        };
    }

    static boolean isInterruption(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) if (t instanceof InterruptedException) return true;
        return false;
    }

    /** The database cannot be used at all now; empty when it answered and only refused this work. */
    static Optional<Problem> problem(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                Problem problem = problemOf(state(sql), sql);
                if (problem != null) return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    private static Problem problemOf(String state, SQLException sql) {
        return switch (state) {
            case "28P01", "28000", "08004" -> Problem.WRONG_PASSWORD;
            case "3D000", "90146", "90013" -> Problem.NO_SUCH_DATABASE;
            case "90020", "8000DB" -> Problem.IN_USE;
            case "57P01", "57P02", "57P03", "53300", "58030", "90028", "90030", "90031", "90067", "90098", "90121" ->
                Problem.UNREACHABLE;
            default ->
                state.startsWith("08") || sql instanceof SQLTransientConnectionException && sql.getCause() == null
                        ? Problem.UNREACHABLE
                        : null;
        };
    }

    /** The innermost reason, as one line. */
    static String reason(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null && t.getCause() != t) t = t.getCause();
        return PlainText.line(t.getClass().getSimpleName() + ": " + t.getMessage(), 200);
    }

    private static String state(Throwable failure) {
        String state = "";
        for (Throwable t = failure; t != null; t = t.getCause())
            if (t instanceof SQLException sql && sql.getSQLState() != null) state = sql.getSQLState();
        return state;
    }
}
