package amends.app;

import amends.desktop.Seats;
import amends.staff.StaffMember;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The seat at a desk at work: whoever sits there closes the window for good, or signs out and leaves it to others. */
final class OneSeat implements Seats {
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile boolean signedOut;

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
        signedOut = true;
    }

    /** The window is closed. */
    void left() {
        left.countDown();
    }

    /** Blocks until the window is closed. @return whether somebody else may come */
    boolean awaitLeft() throws InterruptedException {
        left.await();
        return signedOut;
    }
}
