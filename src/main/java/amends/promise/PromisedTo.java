package amends.promise;

import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import java.util.Optional;
import java.util.UUID;

/**
 * To whom something was promised, and in which matter.
 *
 * @param name as they are addressed; empty when not known
 * @param number where they read the receipt
 * @param contact in which it was promised
 * @param complaint that it belongs to
 */
public record PromisedTo(
        Optional<UUID> customer,
        String name,
        Optional<PhoneNumber> number,
        Optional<UUID> contact,
        Optional<UUID> complaint) {
    static final int MOST_NAME = 120;

    public PromisedTo {
        name = PlainText.line(name, MOST_NAME);
    }

    public static PromisedTo customer(UUID customer, String name, Optional<PhoneNumber> number) {
        return new PromisedTo(Optional.of(customer), name, number, Optional.empty(), Optional.empty());
    }

    boolean isSomebody() {
        return customer.isPresent() || number.isPresent();
    }
}
