package amends.desktop;

import amends.staff.StaffMember;
import java.util.List;

/** A seat that can be left to somebody else. */
public final class FakeSeat implements Seats {
    public int signedOut;

    @Override
    public List<StaffMember> seats() {
        return List.of();
    }

    @Override
    public void change(StaffMember to) {}

    @Override
    public boolean canSignOut() {
        return true;
    }

    @Override
    public void signOut() {
        signedOut++;
    }
}
