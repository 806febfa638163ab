package amends.customer;

import amends.kernel.Cancellable;
import amends.kernel.PhoneNumber;
import amends.telephony.CallId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings the caller's profile when a call rings. Called, and tells, on the call loop; looks up elsewhere, with a
 * deadline, and never holds the call up.
 */
public interface ScreenPop {
    /** What is shown of this call, kept through its write-up; empty when there is no such call any more. */
    Optional<PopState> of(CallId call);

    /** Keeps what the agent filled in; the result comes as a new {@link PopState}, or a refusal to the listener. */
    void save(CallId call, Filled filled, Consumer<Saved> result);

    Cancellable onPop(Consumer<PopState> listener);

    /** What an agent can fill in during the call. @param number where the caller withheld theirs */
    record Filled(String name, CustomerProfile.Tier tier, String region, String note, Optional<PhoneNumber> number) {}

    enum Saved {
        KEPT,
        /** Another desk changed this customer: look again, then save again. */
        CHANGED_MEANWHILE,
        /** The database does not answer: what was typed stays on the screen. */
        UNAVAILABLE
    }
}
