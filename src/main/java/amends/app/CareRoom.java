package amends.app;

import amends.care.CareDesk;
import amends.care.CareRules;
import amends.care.EstimatingLeaving;
import amends.care.FillingCareList;
import amends.care.jdbc.JdbcCareCalls;
import amends.care.jdbc.JdbcDebtors;
import amends.care.jdbc.JdbcLeavingList;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.personality.CustomerType;
import amends.personality.Estimate;
import amends.personality.Personalities;
import amends.staff.StaffMember;
import java.time.Duration;
import java.util.List;

/** Customers called before they complain, and who is likely to leave: what the house does about it, and what a desk. */
final class CareRoom {
    /** The first look comes when what has to be done at a start is done. */
    private static final Duration AFTER_START = Duration.ofSeconds(20);

    private CareRoom() {}

    static CareDesk at(StoreRoom store, StaffMember member, Timekeeper time) {
        return new CareDesk(
                new CareDesk.Store(
                        new JdbcCareCalls(store.database()),
                        new JdbcLeavingList(store.database()),
                        store.audit(),
                        store.database()),
                member,
                time);
    }

    /** What fills the list and estimates, for ever. */
    static List<DutyHandler> duties(StoreRoom store, Timekeeper time) {
        store.queue()
                .put(
                        CareRoom.class,
                        () -> store.database().run(() -> {
                            store.duties().add(FillingCareList.duty(time.now().plus(AFTER_START)));
                            store.duties().add(EstimatingLeaving.duty(time.now().plus(AFTER_START)));
                        }));
        return List.of(filling(store, time), estimating(store, time));
    }

    static FillingCareList filling(StoreRoom store, Timekeeper time) {
        Personalities types = new PersonalityRoom(store, time).impressions;
        return new FillingCareList(
                new FillingCareList.Store(
                        new JdbcCareCalls(store.database()), new JdbcDebtors(store.database()), store.failures()),
                CareRules.USUAL,
                store.rules(),
                customer -> types.of(customer) instanceof Estimate.Shown shown && shown.type() == CustomerType.RESERVED,
                () -> Ids.next().getLeastSignificantBits(),
                time);
    }

    static EstimatingLeaving estimating(StoreRoom store, Timekeeper time) {
        return new EstimatingLeaving(
                new JdbcDebtors(store.database()),
                new JdbcLeavingList(store.database()),
                CareRules.USUAL,
                store.rules(),
                time);
    }
}
