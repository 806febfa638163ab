package amends.desktop;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.recovery.Callback;
import amends.recovery.Complaint;
import amends.recovery.ComplaintClocks;
import amends.recovery.ComplaintHandling;
import amends.recovery.ComplaintProgress;
import amends.recovery.Grievance;
import amends.recovery.Severity;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Remembers what complaints the window hands on, and tells what a test says of them. */
public final class FakeComplaints implements ComplaintHandling {
    public static final Instant PROMISED = Instant.parse("2026-01-06T02:00:00Z");
    private final Subscribers<ComplaintProgress> subscribers = new Subscribers<>();
    private final Map<CallId, ComplaintProgress> progress = new HashMap<>();
    public final Map<CallId, Grievance> opened = new LinkedHashMap<>();

    public void tells(ComplaintProgress now) {
        progress.put(now.call(), now);
        subscribers.publish(now);
    }

    public void keeps(CallId call, int number) {
        Grievance told = opened.get(call);
        Complaint complaint = complaint(number, told.subject(), told.what(), told.customerName());
        Optional<Callback> callback = told.callBack()
                .map(n -> new Callback(
                        new UUID(12, number),
                        complaint.id(),
                        Optional.empty(),
                        n,
                        complaint.owner(),
                        PROMISED,
                        Callback.State.SCHEDULED,
                        0,
                        false,
                        Optional.empty()));
        tells(new ComplaintProgress.Kept(call, complaint, callback));
    }

    public static Complaint complaint(int number, String subject, String what, String name) {
        return new Complaint(
                new UUID(11, number),
                number,
                Complaint.Source.CALL,
                Optional.empty(),
                name,
                Optional.empty(),
                Optional.empty(),
                subject,
                what,
                Severity.MODERATE,
                new UUID(1, 1001),
                PROMISED,
                Complaint.State.ACKNOWLEDGED,
                new ComplaintClocks(PROMISED, PROMISED, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Override
    public void open(CallId call, Grievance grievance) {
        opened.put(call, grievance);
        tells(new ComplaintProgress.Keeping(call));
    }

    @Override
    public Optional<ComplaintProgress> of(CallId call) {
        return Optional.ofNullable(progress.get(call));
    }

    @Override
    public Instant promised(Severity severity) {
        return PROMISED;
    }

    @Override
    public Cancellable onProgress(Consumer<ComplaintProgress> listener) {
        return subscribers.add(listener);
    }
}
