package amends.promise;

import amends.kernel.Timekeeper;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.List;

/** The overview of one member. @throws NotPermitted by all its methods, when they may not see the promises of all */
public final class StoredPromiseOverview implements PromiseOverview {
    private final Promises promises;
    private final StaffMember member;
    private final Timekeeper time;

    public StoredPromiseOverview(Promises promises, StaffMember member, Timekeeper time) {
        this.promises = promises;
        this.member = member;
        this.time = time;
    }

    private Promises seen() {
        NotPermitted.unless(member, Permission.SEE_ALL_PROMISES);
        return promises;
    }

    @Override
    public List<Promise> open(int most) {
        return seen().open(most);
    }

    @Override
    public List<Promise> overdue(int most) {
        return seen().overdue(time.now(), most);
    }

    @Override
    public List<PromiseTally> tallies(Instant from, Instant until) {
        return seen().tallies(from, until, time.now());
    }

    @Override
    public List<PromiseEvent> courseOf(Promise promise) {
        return seen().eventsOf(promise.id());
    }
}
