package amends.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What whoever calls back should know before they dial.
 *
 * @param lastNote what was written down in the contact in which the complaint was made; may be empty
 * @param history of the complaint, oldest first
 * @param attempts oldest first
 * @param hours when the customer likes to be called; empty when they never said
 * @param offers what may be given within whose authority, best first, as the house says it
 * @param manner how to speak to this person, three values for which the window has words
 * @param names of the members who appear
 */
public record CallbackCard(
        CallbackTask task,
        String lastNote,
        List<ComplaintEvent> history,
        List<CallbackAttempt> attempts,
        Optional<PreferredHours> hours,
        List<CallbackOffer> offers,
        List<Enum<?>> manner,
        Map<UUID, String> names) {
    public CallbackCard {
        history = List.copyOf(history);
        attempts = List.copyOf(attempts);
        offers = List.copyOf(offers);
        manner = List.copyOf(manner);
        names = Map.copyOf(names);
    }
}
