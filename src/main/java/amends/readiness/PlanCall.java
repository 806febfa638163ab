package amends.readiness;

import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A call that a plan matched. @param agent at whose desk it rang */
public record PlanCall(
        UUID id, UUID run, CallId call, UUID agent, Optional<PhoneNumber> number, Optional<UUID> customer, Instant at) {
    /** The same whenever the same call is matched by the same run. */
    static UUID idOf(UUID run, CallId call) {
        return Ids.named("plan call:" + run + ":" + call.value());
    }
}
