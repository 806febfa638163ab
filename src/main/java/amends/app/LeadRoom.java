package amends.app;

import amends.acd.PostingSupervision;
import amends.acd.PostingVisiting;
import amends.acd.Supervision;
import amends.acd.manager.ManagerSupervision;
import amends.desktop.DesktopPorts;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A lead's look at the whole team: a connection of its own on a loop of its own, so that the lead's calls do not feel
 * it. There only for those who may see it, and looking only from {@link #open} on.
 */
final class LeadRoom implements AutoCloseable {
    private final PlatformLoop loop = new PlatformLoop("supervision");
    private final Supervision supervision;
    private final Timekeeper time;

    private LeadRoom(DeskSettings settings, Timekeeper time) {
        this.time = time;
        supervision = new ManagerSupervision(
                Desk.manager(settings), settings.acd().queues(), ZoneId.systemDefault(), loop, time);
    }

    /** Looking already. */
    static LeadRoom open(DeskSettings settings, Timekeeper time) {
        var room = new LeadRoom(settings, time);
        room.open();
        return room;
    }

    /** Empty where nobody may look or there is no distributor. */
    static Optional<LeadRoom> of(DeskSettings settings, StaffMember member, Timekeeper time) {
        boolean may = Permission.SEE_TEAM.isGivenTo(member) && settings.acd().enabled();
        return may ? Optional.of(new LeadRoom(settings, time)) : Optional.empty();
    }

    void open() {
        supervision.open();
    }

    /** The page's part of the window: somebody looks from now on. */
    DesktopPorts.Team port(Desk desk, Executor screen) {
        open();
        boolean callbacks = Permission.SEE_ALL_CALLBACKS.isGivenTo(desk.member);
        return new DesktopPorts.Team(
                new PostingSupervision(supervision, screen),
                most -> callbacks ? desk.complaintRoom.callbacks.overdue(time.now(), most) : List.of(),
                most -> Permission.SEE_ALL_PROMISES.isGivenTo(desk.member)
                        ? desk.promiseRoom.promises.overdue(time.now(), most)
                        : List.of(),
                desk.supervision.visiting.map(v -> new PostingVisiting(v, desk.loop, screen)));
    }

    Supervision supervision() {
        return supervision;
    }

    @Override
    public void close() {
        supervision.close();
        loop.close();
    }
}
