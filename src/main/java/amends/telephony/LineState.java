package amends.telephony;

import java.time.Instant;

/** Whether calls can reach the desk (RFC 3261 §10). */
public sealed interface LineState {
    record Unregistered() implements LineState {}

    record Registering() implements LineState {}

    /** @param until when the binding ends unless refreshed */
    record Registered(Instant until) implements LineState {}

    /** Not reachable now; tried again by itself. @param reason one plain line @param retryAt the next attempt */
    record Failing(Problem problem, String reason, Instant retryAt) implements LineState {}

    enum Problem {
        UNREACHABLE,
        WRONG_PASSWORD,
        REFUSED
    }
}
