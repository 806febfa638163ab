package amends.recovery.jdbc;

import amends.contact.Disposition;
import amends.kernel.PlainText;
import amends.recovery.Evidence;
import amends.recovery.Evidence.AnswerCorrected;
import amends.recovery.Evidence.BadlyHeard;
import amends.recovery.Evidence.CallbackLate;
import amends.recovery.Evidence.CalledAgain;
import amends.recovery.Evidence.ComplaintOverdue;
import amends.recovery.Evidence.Dropped;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Evidence.Hearing;
import amends.recovery.Evidence.Kind;
import amends.recovery.Evidence.LongWait;
import amends.recovery.Evidence.Named;
import amends.recovery.Evidence.PromiseBroken;
import amends.recovery.Evidence.ThirdTransfer;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How each kind of evidence stands in its columns. */
final class EvidenceRow {
    /** Call-IDs and channel names come from outside and may be of any length. */
    private static final int MOST_CALL_ID = 300;

    private static final int MOST_QUEUE_NAME = 80;
    private static final int MOST_CLOCK = 20;

    private EvidenceRow() {}

    /** The columns of this evidence by name; the others are null. */
    static Map<String, Object> columns(Evidence evidence) {
        var columns = new HashMap<String, Object>();
        switch (evidence) {
            case LongWait(var call, var queue, var waited, var limit) -> {
                columns.put("call", name(call.value()));
                columns.put("queue", PlainText.line(queue, MOST_QUEUE_NAME));
                columns.put("length", waited);
                columns.put("limit", limit);
            }
            case GaveUp(var caller, var queue, var waited) -> {
                columns.put("call", name(caller));
                columns.put("queue", PlainText.line(queue, MOST_QUEUE_NAME));
                columns.put("length", waited);
            }
            case Dropped(var call, var talked, var cause) -> {
                columns.put("call", name(call.value()));
                columns.put("length", talked);
                columns.put("cause", cause.name());
            }
            case BadlyHeard(var call, var loss, var hearing) -> {
                columns.put("call", name(call.value()));
                columns.put("loss", loss);
                columns.put("hearing", hearing.name());
            }
            case CalledAgain(var call, var earlier, var at, var disposition) -> {
                columns.put("call", name(call.value()));
                columns.put("subject", earlier);
                columns.put("moment", at);
                columns.put("disposition", disposition.map(Enum::name).orElse(null));
            }
            case CallbackLate(var callback, var due) -> {
                columns.put("subject", callback);
                columns.put("moment", due);
            }
            case ThirdTransfer(var way, var call, var times) -> {
                columns.put("way", name(way));
                columns.put("call", name(call.value()));
                columns.put("times", times);
            }
            case PromiseBroken(var promise, var due) -> {
                columns.put("subject", promise);
                columns.put("moment", due);
            }
            case ComplaintOverdue(var complaint, var clock, var due) -> {
                columns.put("subject", complaint);
                columns.put("clock", PlainText.line(clock, MOST_CLOCK));
                columns.put("moment", due);
            }
            case AnswerCorrected(var contact, var article, var told, var corrected, var at) -> {
                columns.put("subject", contact);
                columns.put("article", article.id());
                columns.put("language", article.language());
                columns.put("told", told);
                columns.put("corrected", corrected);
                columns.put("moment", at);
            }
        }
        return columns;
    }

    private static String name(String call) {
        return PlainText.line(call, MOST_CALL_ID);
    }

    static Evidence read(ResultSet row) throws SQLException {
        return switch (Kind.valueOf(row.getString("kind"))) {
            case LONG_WAIT ->
                new LongWait(call(row), row.getString("queue"), length(row, "length"), length(row, "length_limit"));
            case GAVE_UP -> new GaveUp(row.getString("call_id"), row.getString("queue"), length(row, "length"));
            case DROPPED -> new Dropped(call(row), length(row, "length"), ClearCause.valueOf(row.getString("cause")));
            case BADLY_HEARD ->
                new BadlyHeard(call(row), row.getDouble("loss"), Hearing.valueOf(row.getString("hearing")));
            case CALLED_AGAIN ->
                new CalledAgain(
                        call(row),
                        subject(row),
                        moment(row),
                        Optional.ofNullable(row.getString("disposition")).map(Disposition::valueOf));
            case CALLBACK_LATE -> new CallbackLate(subject(row), moment(row));
            case THIRD_TRANSFER -> new ThirdTransfer(row.getString("way"), call(row), row.getInt("times"));
            case PROMISE_BROKEN -> new PromiseBroken(subject(row), moment(row));
            case COMPLAINT_OVERDUE -> new ComplaintOverdue(subject(row), row.getString("clock"), moment(row));
            case ANSWER_CORRECTED ->
                new AnswerCorrected(
                        subject(row),
                        new Named(row.getString("article"), row.getString("language")),
                        row.getInt("told"),
                        row.getInt("corrected"),
                        moment(row));
        };
    }

    private static CallId call(ResultSet row) throws SQLException {
        return new CallId(row.getString("call_id"));
    }

    private static Duration length(ResultSet row, String column) throws SQLException {
        return Duration.ofNanos(row.getLong(column) * 1000);
    }

    private static UUID subject(ResultSet row) throws SQLException {
        return row.getObject("subject", UUID.class);
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getObject("moment", OffsetDateTime.class).toInstant();
    }
}
