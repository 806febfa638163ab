package amends.acd;

import java.util.List;

/**
 * One agent as a lead sees them.
 *
 * @param address names the agent at the distributor; the same as long as the phone is
 * @param extension as people say it; the address where it holds none
 * @param name empty when the distributor was told none
 * @param queues those that the agent serves, by name
 */
public record AgentFigures(
        String address, String extension, String name, TeamState state, Since since, List<String> queues) {
    public AgentFigures {
        queues = List.copyOf(queues);
    }
}
