package amends.acd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a lead sees of queues and agents at one moment. While the link is away it stays as last known.
 *
 * @param queues by name
 * @param agents by extension
 * @param waiting by queue and position
 */
public record Board(Link link, List<QueueFigures> queues, List<AgentFigures> agents, List<WaitingCaller> waiting) {
    public sealed interface Link {
        /** Not there yet, and never was. */
        record Opening() implements Link {}

        record Up() implements Link {}

        /**
         * @param reason one plain line
         * @param since when it was lost
         * @param nanos the same moment on the monotonic clock: nothing on the board is known to last beyond it
         */
        record Down(String reason, Instant since, long nanos) implements Link {}
    }

    public static final Board EMPTY = new Board(new Link.Opening(), List.of(), List.of(), List.of());

    public Board {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        waiting = List.copyOf(waiting);
    }

    public Optional<AgentFigures> agent(String extension) {
        return agents.stream().filter(a -> a.extension().equals(extension)).findFirst();
    }

    public Optional<QueueFigures> queue(String name) {
        return queues.stream().filter(q -> q.queue().equals(name)).findFirst();
    }
}
