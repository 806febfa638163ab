package amends.app;

import amends.desktop.Seats;
import amends.staff.Staff;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;

/** The demo's seats: whoever is chosen sits down when the window of the one before is closed. */
final class DemoSeats implements Seats {
    private final List<StaffMember> members;
    private volatile Optional<StaffMember> next = Optional.empty();
    private volatile Runnable leaving = () -> {};

    /** Blocks for a moment. */
    DemoSeats(Staff staff, List<String> logins) {
        members =
                logins.stream().flatMap(login -> staff.byLogin(login).stream()).toList();
    }

    /** @param close closes the window that is open now */
    void opened(Runnable close) {
        next = Optional.empty();
        leaving = close;
    }

    /** Who sits down next; empty when the window was closed for good. */
    Optional<StaffMember> next() {
        return next;
    }

    @Override
    public List<StaffMember> seats() {
        return members;
    }

    @Override
    public void change(StaffMember to) {
        next = Optional.of(to);
        leaving.run();
    }
}
