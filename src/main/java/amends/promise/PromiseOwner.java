package amends.promise;

import java.util.Optional;
import java.util.UUID;

/** Who keeps a promise: one of them, always. */
public sealed interface PromiseOwner {
    record Person(UUID member) implements PromiseOwner {}

    /** @param code of the {@link Department}; whoever made the promise keeps an eye on it */
    record Team(String code) implements PromiseOwner {}

    default Optional<UUID> person() {
        return this instanceof Person(UUID member) ? Optional.of(member) : Optional.empty();
    }

    default Optional<String> team() {
        return this instanceof Team(String code) ? Optional.of(code) : Optional.empty();
    }
}
