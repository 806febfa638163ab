package amends.compensation;

import java.util.UUID;

/** What can happen to a grant that waits. */
public sealed interface GrantStep {
    /** Another member says yes. */
    record Approve(UUID by) implements GrantStep {}

    record Refuse(UUID by, String reason) implements GrantStep {}

    record Withdraw(UUID by) implements GrantStep {}

    /** Its time to wait is over. */
    record Expire() implements GrantStep {}
}
