package amends.acd;

import java.time.Duration;
import java.util.List;

/**
 * How agents work here.
 *
 * @param queues those that an agent joins at sign-in
 * @param afterCallWork how long the write-up lasts unless finished or extended; zero: none
 * @param extension what one extension adds
 */
public record AgentRules(List<String> queues, Duration afterCallWork, Duration extension) {
    public AgentRules {
        queues = List.copyOf(queues);
        if (afterCallWork.isNegative()) throw new IllegalArgumentException("after-call work is " + afterCallWork);
        if (!extension.isPositive()) throw new IllegalArgumentException("its extension is " + extension);
    }

    /** The given queues, 30 s for the write-up, 30 s more for each extension. */
    public static AgentRules of(String... queues) {
        return new AgentRules(List.of(queues), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }
}
