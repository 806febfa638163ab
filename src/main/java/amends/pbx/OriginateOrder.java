package amends.pbx;

import java.time.Duration;
import java.util.Map;

/**
 * A call to be made from here: first the house's telephone, then, when it is answered, the number.
 *
 * @param id whoever ordered knows it by this
 * @param device the telephone, for instance {@code PJSIP/agent1001}
 * @param callerId as {@code Name <number>}: what the telephone shows while it rings
 */
public record OriginateOrder(
        String id,
        String device,
        String exten,
        String context,
        String callerId,
        Duration timeout,
        Map<String, String> variables) {
    public OriginateOrder {
        variables = Map.copyOf(variables);
    }
}
