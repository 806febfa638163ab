package amends.recovery.jdbc;

import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.recovery.Callback;
import amends.recovery.CallbackActs;
import amends.recovery.CallbackRules;
import amends.recovery.Complaint;
import amends.recovery.ComplaintDraft;
import amends.recovery.RecoveryStore;
import amends.recovery.Severity;
import amends.recovery.StoringComplaintIntake;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Complaints and callbacks on one database, with a clock that a test sets. */
final class RecoveryRows {
    static final UUID AGENT = new UUID(1, 1);
    static final PhoneNumber MOBILE = new PhoneNumber("+8613800138000");

    final SettableTime time = new SettableTime();
    final Database database;
    final JdbcComplaints complaints;
    final JdbcCallbacks callbacks;
    final JdbcFailures failures;
    final RecoveryStore store;
    final StoringComplaintIntake intake;
    final CallbackActs acts;

    RecoveryRows(Database database) {
        this.database = database;
        complaints = new JdbcComplaints(database);
        callbacks = new JdbcCallbacks(database);
        failures = new JdbcFailures(database);
        store = new RecoveryStore(database, complaints, callbacks, failures, new JdbcDuties(database));
        var rules = CallbackRules.usual(ZoneId.of("Asia/Shanghai"));
        intake = new StoringComplaintIntake(store, rules);
        acts = new CallbackActs(store, rules, time);
    }

    ComplaintDraft draft(UUID id, Severity severity) {
        return new ComplaintDraft(
                id,
                Complaint.Source.CALL,
                Optional.empty(),
                "王建国",
                Optional.of(new UUID(9, 9)),
                Optional.of(MOBILE),
                "重复扣款",
                "10/3 扣了两笔\n客户要求当天退",
                severity,
                AGENT,
                time.now(),
                Optional.empty());
    }

    Callback promised() {
        return intake.received(draft(Ids.next(), Severity.MODERATE)).callback().orElseThrow();
    }

    Callback now(Callback callback) {
        return callbacks.byId(callback.id()).orElseThrow();
    }

    Complaint complaintOf(Callback callback) {
        return complaints.byId(callback.complaint()).orElseThrow();
    }

    /** Open duties of the kind, as rows. */
    List<String> duties(String kind) {
        return database.handle(h -> h.select(
                        "select cast(subject as varchar(40)) from duty where kind = ? and state = 'OPEN' order by due",
                        kind)
                .mapTo(String.class)
                .list());
    }
}
