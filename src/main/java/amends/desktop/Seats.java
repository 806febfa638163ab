package amends.desktop;

import amends.staff.StaffMember;
import java.util.List;

/**
 * Other seats that whoever sits here may go to without signing in anew: the demo has some, a desk at work has none. And
 * leaving this one to somebody else, who signs in.
 * On the screen's thread; answers at once.
 */
public interface Seats {
    Seats NONE = new Seats() {
        @Override
        public List<StaffMember> seats() {
            return List.of();
        }

        @Override
        public void change(StaffMember to) {}
    };

    /** Empty where nobody may change. */
    List<StaffMember> seats();

    /** Asked for by the window, never during a call: closes it and opens the other seat's in its own time. */
    void change(StaffMember to);

    /** Whether who sits here can sign out and leave the desk to somebody else: at a desk at work, not in the demo. */
    default boolean canSignOut() {
        return false;
    }

    /** Said by the window right before it closes itself, never in a call: who comes next is asked for then. */
    default void signOut() {}
}
