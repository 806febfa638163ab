package amends.app;

import amends.contact.Contact;
import amends.personality.Advice;
import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.personality.Estimate;
import amends.personality.Impressions;
import amends.personality.Matter;
import amends.personality.Sheet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** How the played agent learns to speak with somebody, and what the agent tells of it afterwards. */
final class Manner {
    private final PlayedAgent agent;

    Manner(PlayedAgent agent) {
        this.agent = agent;
    }

    private Impressions impressions() {
        return new PersonalityRoom(agent.house.store(), amends.kernel.Timekeeper.system()).impressions;
    }

    /** Fails when the customer does not seem to be so. */
    String seems(UUID customer, CustomerType type) {
        return switch (impressions().of(customer)) {
            case Estimate.Shown shown
            when shown.type() == type ->
                type + " " + shown.percent() + " %, because of "
                        + shown.reasons().stream()
                                .map(r ->
                                        (r.seen() ? "" : "not ") + r.behaviour().code())
                                .distinct()
                                .limit(3)
                                .collect(Collectors.joining(", "))
                        + "; so: "
                        + Advice.on(Optional.of(type), Matter.OWED).getFirst();
            case Estimate other -> throw new IllegalStateException("not " + type + " but " + other);
        };
    }

    /** What was seen in the call at hand: behaviours, never traits. */
    String ticks(Contact contact, Map<Behaviour, Boolean> seen) {
        var sheet = new Sheet(
                contact.id(), contact.customer().orElseThrow(), agent.desk.member.id(), contact.began(), 3, seen);
        var heard = impressions().mark(sheet, agent.desk.member);
        if (heard != Impressions.Heard.KEPT) throw new IllegalStateException("the marks: " + heard);
        return Counted.of(seen.size(), "behaviour") + " ticked";
    }
}
