package amends.sms;

import amends.kernel.Cancellable;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells how the messages that this process sends get on. */
public interface SmsCourses {
    /**
     * Joins the transaction in which a course changes. Called on a virtual thread, again when the transaction is tried
     * again. A listener that throws loses what it wanted to keep, never the course.
     */
    Cancellable onChange(Consumer<SmsCourse> listener);

    /** A message that has not begun to leave is not sent any more. Joins the caller's transaction. */
    void withdraw(UUID sms, String reason);
}
