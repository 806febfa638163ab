package amends.contact;

import amends.contact.Contact.State;
import java.time.Instant;

/**
 * The course of a contact. Pure.
 *
 * <table>
 * <caption>state × step</caption>
 * <tr><th></th><th>Answered</th><th>Ended</th><th>WrittenUp</th><th>DeskDied</th></tr>
 * <tr><td>OPEN</td><td>OPEN, answered / store</td><td>WRAP_UP / write up, or CLOSED / close when nobody
 *     answered</td><td>–</td><td>INTERRUPTED / store</td></tr>
 * <tr><td>WRAP_UP</td><td>–</td><td>–</td><td>CLOSED / close</td><td>INTERRUPTED / store</td></tr>
 * <tr><td>CLOSED</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>
 * <tr><td>INTERRUPTED</td><td>–</td><td>–</td><td>–</td><td>–</td></tr>
 * </table>
 */
final class ContactCourse {
    private ContactCourse() {}

    sealed interface Next {
        record Changed(Contact contact, Effect effect) implements Next {}

        record Ignored(String reason) implements Next {}
    }

    enum Effect {
        STORE,
        /** The call is over and someone has spoken: the agent writes up. */
        WRITE_UP,
        /** Stored for good, with its follow-ups. */
        CLOSE
    }

    static Next next(Contact contact, ContactStep step) {
        return switch (contact.state()) {
            case OPEN -> open(contact, step);
            case WRAP_UP -> wrapUp(contact, step);
            case CLOSED, INTERRUPTED -> ignored(contact, step);
        };
    }

    private static Next open(Contact contact, ContactStep step) {
        return switch (step) {
            case ContactStep.Answered(var at) ->
                contact.answered().isPresent()
                        ? ignored(contact, step)
                        : new Next.Changed(contact.answered(at), Effect.STORE);
            case ContactStep.Ended(var at, var cause) ->
                contact.answered().isPresent()
                        ? new Next.Changed(contact.ended(at, cause, State.WRAP_UP), Effect.WRITE_UP)
                        : new Next.Changed(contact.ended(at, cause, State.CLOSED), Effect.CLOSE);
            case ContactStep.WrittenUp w -> ignored(contact, step);
            case ContactStep.DeskDied(var lastSeen) -> interrupted(contact, lastSeen);
        };
    }

    private static Next wrapUp(Contact contact, ContactStep step) {
        return switch (step) {
            case ContactStep.WrittenUp(var wrapUp) -> new Next.Changed(contact.writtenUp(wrapUp), Effect.CLOSE);
            case ContactStep.DeskDied(var lastSeen) -> interrupted(contact, lastSeen);
            case ContactStep.Answered a -> ignored(contact, step);
            case ContactStep.Ended e -> ignored(contact, step);
        };
    }

    private static Next interrupted(Contact contact, Instant lastSeen) {
        Instant from = contact.answered().orElse(contact.began());
        Instant end = contact.ended().orElse(lastSeen.isBefore(from) ? from : lastSeen);
        return new Next.Changed(contact.interrupted(end), Effect.STORE);
    }

    private static Next ignored(Contact contact, ContactStep step) {
        return new Next.Ignored(step.getClass().getSimpleName() + " does not fit a contact that is " + contact.state()
                + (contact.answered().isPresent() ? ", answered" : ""));
    }
}
