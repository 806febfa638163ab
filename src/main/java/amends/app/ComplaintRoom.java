package amends.app;

import amends.contact.CallContactKeeping;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import amends.recovery.AbandonedCallbacks;
import amends.recovery.CallComplaints;
import amends.recovery.CallbackActs;
import amends.recovery.CallbackRules;
import amends.recovery.Callbacks;
import amends.recovery.ComplaintIntake;
import amends.recovery.ComplaintProgress;
import amends.recovery.Complaints;
import amends.recovery.DeskCallbacks;
import amends.recovery.LateCallbacks;
import amends.recovery.RecoveryStore;
import amends.recovery.StoringComplaintIntake;
import amends.recovery.jdbc.JdbcCallbacks;
import amends.recovery.jdbc.JdbcComplaints;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Complaints and callbacks: what is kept of them, and what carries them out later, with a desk or without one. */
final class ComplaintRoom {
    final Complaints complaints;
    final Callbacks callbacks;
    final ComplaintIntake intake;
    private final CallbackRules rules = CallbackRules.usual(ZoneId.systemDefault());
    private final RecoveryStore kept;
    private final CallbackActs acts;
    private final StoreRoom store;
    private final Timekeeper time;

    ComplaintRoom(StoreRoom store, Timekeeper time) {
        this.store = store;
        this.time = time;
        complaints = new JdbcComplaints(store.database());
        callbacks = new JdbcCallbacks(store.database());
        kept = new RecoveryStore(store.database(), complaints, callbacks, store.failures(), store.duties());
        intake = new StoringComplaintIntake(kept, rules);
        acts = new CallbackActs(kept, rules, time);
    }

    List<DutyHandler> duties() {
        return List.of(new LateCallbacks(kept, time), new AbandonedCallbacks(kept));
    }

    /** What a member's desk does with them; used on its call loop. */
    record Handling(CallComplaints complaints, DeskCallbacks callbacks) {}

    /** @param contacts hears of each call before what is made here */
    Handling at(Desk desk, CallContactKeeping contacts, String homeRegion) {
        var member = Optional.of(desk.member);
        var handling = new Handling(
                new CallComplaints(contacts, intake, rules, store.queue(), () -> member, desk.loop, time),
                new DeskCallbacks(
                        desk.member,
                        desk.phone,
                        contacts,
                        callbacks,
                        acts,
                        new DeskCallbacks.Threads(desk.loop, desk.background, store.queue()),
                        homeRegion));
        handling.complaints().onProgress(progress -> {
            if (progress instanceof ComplaintProgress.Kept) handling.callbacks().refresh();
        });
        return handling;
    }
}
