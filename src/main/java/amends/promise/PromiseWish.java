package amends.promise;

import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an agent wants to promise in a call, as it stands in the form.
 *
 * @param id of the promise that it becomes: asked twice, it is one
 * @param customer as far as the window knows; the contact knows better
 * @param number where the receipt goes; without it there is none
 * @param owner who keeps it; empty when nobody is named
 */
public record PromiseWish(
        UUID id,
        CallId call,
        String kind,
        String what,
        Optional<Money> amount,
        Optional<UUID> customer,
        String customerName,
        Optional<PhoneNumber> number,
        Optional<PromiseOwner> owner,
        Instant due,
        boolean receipt) {
    public PromiseWish {
        what = PlainText.line(what, PromiseDraft.MOST_WHAT);
        customerName = PlainText.line(customerName, PromisedTo.MOST_NAME);
    }
}
