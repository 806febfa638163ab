package amends.acd;

import java.util.List;
import java.util.Optional;

/** @param ignored why the event changed nothing although it should have, for the log */
record AgentTransition(AgentPhase phase, List<AgentEffect> effects, Optional<String> ignored) {
    static AgentTransition to(AgentPhase phase, AgentEffect... effects) {
        return new AgentTransition(phase, List.of(effects), Optional.empty());
    }

    static AgentTransition ignore(AgentPhase phase, String why) {
        return new AgentTransition(phase, List.of(), Optional.of(why));
    }
}
