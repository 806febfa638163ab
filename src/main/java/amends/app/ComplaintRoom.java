package amends.app;

import amends.contact.CallContactKeeping;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import amends.recovery.AbandonedCallbacks;
import amends.recovery.CallComplaints;
import amends.recovery.CallbackActs;
import amends.recovery.CallbackOrder;
import amends.recovery.CallbackRules;
import amends.recovery.Callbacks;
import amends.recovery.ComplaintIntake;
import amends.recovery.ComplaintOffice;
import amends.recovery.ComplaintProgress;
import amends.recovery.ComplaintRules;
import amends.recovery.ComplaintStore;
import amends.recovery.ComplaintWatch;
import amends.recovery.Complaints;
import amends.recovery.CustomerHours;
import amends.recovery.CustomerNews;
import amends.recovery.DeskCallbacks;
import amends.recovery.HeldComplaints;
import amends.recovery.LateCallbacks;
import amends.recovery.PreferredHours;
import amends.recovery.RatingAnswers;
import amends.recovery.RecoveryStore;
import amends.recovery.StoredComplaintOffice;
import amends.recovery.StoringComplaintIntake;
import amends.recovery.folder.FolderComplaintJournal;
import amends.recovery.jdbc.JdbcCallbacks;
import amends.recovery.jdbc.JdbcComplaints;
import amends.recovery.jdbc.JdbcDispatches;
import amends.sms.IncomingSms;
import amends.staff.StaffMember;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Complaints and callbacks: what is kept of them, and what carries them out later, with a desk or without one. */
final class ComplaintRoom {
    static final String JOURNAL = "held-complaints";
    final Complaints complaints;
    final Callbacks callbacks;
    final ComplaintIntake intake;
    private final CallbackRules rules = CallbackRules.usual(ZoneId.systemDefault());
    private final RecoveryStore kept;
    final ComplaintStore parts;
    private final CallbackActs acts;
    private final StoreRoom store;
    private final Timekeeper time;

    /** Of a house that writes to nobody. */
    ComplaintRoom(StoreRoom store, Timekeeper time) {
        this(store, ComplaintRules.usual(ZoneId.systemDefault()), CustomerNews.NONE, time);
    }

    ComplaintRoom(StoreRoom store, DeskSettings settings, Timekeeper time) {
        this(
                store,
                ComplaintRules.usual(settings.promises().rules().house()),
                ComplaintTelling.of(store, settings),
                time);
    }

    private ComplaintRoom(StoreRoom store, ComplaintRules complaintRules, CustomerNews news, Timekeeper time) {
        this.store = store;
        this.time = time;
        complaints = new JdbcComplaints(store.database());
        callbacks = new JdbcCallbacks(store.database());
        kept = new RecoveryStore(store.database(), complaints, callbacks, store.failures(), store.duties());
        parts = new ComplaintStore(
                kept,
                new JdbcDispatches(store.database()),
                store.staff(),
                ComplaintSchemes.of(store.journal()),
                complaintRules,
                news,
                time);
        intake = new StoringComplaintIntake(kept, rules, complaintRules, news, hours());
        acts = new CallbackActs(kept, rules, complaintRules, news, hours(), time);
    }

    private CustomerHours hours() {
        // A person's own login sees portraits of whom they looked at alone: the house's hours have to do.
        if (store.isPersonal()) return CustomerHours.UNKNOWN;
        return customer -> store.profile()
                .portraits()
                .of(customer)
                .hours()
                .filter(hours -> hours.from().isBefore(hours.until()))
                .map(hours -> new PreferredHours(hours.from(), hours.until()));
    }

    /** Complaints and callbacks as this member handles them. */
    ComplaintOffice office(StaffMember member, CompensationRoom compensation) {
        return new StoredComplaintOffice(
                member, parts, acts, store.audit(), new CallbackKnowledge(store, compensation, time), hours());
    }

    /** Takes answers to how a complaint was handled. */
    Predicate<IncomingSms> ratings() {
        return new RatingAnswers(parts);
    }

    List<DutyHandler> duties() {
        var duties = new ArrayList<DutyHandler>(new ComplaintWatch(parts).handlers());
        duties.add(new LateCallbacks(kept, time));
        duties.add(new AbandonedCallbacks(kept));
        return List.copyOf(duties);
    }

    /** What a member's desk does with them; used on its call loop. */
    record Handling(CallComplaints complaints, DeskCallbacks callbacks, HeldComplaints held) {}

    /** Beside the contacts', and with a person's own login theirs alone like those. */
    private Path journal() {
        String name = store.journal().getFileName().toString();
        return store.journal().resolveSibling(name.replace(StoreRoom.JOURNAL, JOURNAL));
    }

    /** @param contacts hears of each call before what is made here */
    Handling at(Desk desk, CallContactKeeping contacts, String homeRegion) {
        var member = Optional.of(desk.member);
        var held = new HeldComplaints(new FolderComplaintJournal(journal()));
        var handling = new Handling(
                new CallComplaints(contacts, intake, rules, store.queue(), held, () -> member, desk.loop, time),
                new DeskCallbacks(
                        desk.member,
                        desk.phone,
                        contacts,
                        callbacks,
                        acts,
                        new DeskCallbacks.Threads(desk.loop, desk.background, store.queue()),
                        homeRegion,
                        new CallbackOrder(store.failures(), store.rules(), time)),
                held);
        handling.complaints().onProgress(progress -> {
            if (progress instanceof ComplaintProgress.Kept) handling.callbacks().refresh();
        });
        return handling;
    }
}
