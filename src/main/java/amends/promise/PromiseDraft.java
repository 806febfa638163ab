package amends.promise;

import amends.kernel.Money;
import amends.kernel.PlainText;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A promise as it is about to be given.
 *
 * @param id chosen by whoever brings it: the same promise twice is kept once
 * @param kind code of its {@link PromiseKind}
 * @param what in a line
 * @param owner who keeps it; a promise without one is refused
 * @param due until when
 * @param at when it is given
 * @param receipt whether the customer gets its code by short message, where they have a number
 * @param language in which they read, where known: a BCP 47 tag
 */
public record PromiseDraft(
        UUID id,
        String kind,
        String what,
        Optional<Money> amount,
        PromisedTo to,
        StaffMember maker,
        Optional<PromiseOwner> owner,
        Instant due,
        Instant at,
        boolean receipt,
        Optional<String> language) {
    public static final int MOST_WHAT = 120;

    public PromiseDraft {
        what = PlainText.line(what, MOST_WHAT);
    }
}
