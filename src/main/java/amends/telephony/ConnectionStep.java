package amends.telephony;

import java.util.List;
import java.util.Optional;

/**
 * Where a {@link Connection} stands after a signal.
 *
 * @param effects what is to be done now, in this order
 * @param ignored why the signal changed nothing, when it did not fit the state
 */
public record ConnectionStep(Connection next, List<ConnectionEffect> effects, Optional<String> ignored) {
    static ConnectionStep to(Connection next, ConnectionEffect... effects) {
        return new ConnectionStep(next, List.of(effects), Optional.empty());
    }

    static ConnectionStep ignored(Connection same, ConnectionSignal signal) {
        String reason = signal.getClass().getSimpleName() + " does not fit "
                + same.getClass().getSimpleName();
        return new ConnectionStep(same, List.of(), Optional.of(reason));
    }
}
