package amends.app;

import amends.compensation.Offer;
import amends.compensation.OfferList;
import amends.customer.CustomerGate.Look;
import amends.customer.CustomerGate.TooManyLooks;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.recovery.CallbackOffer;
import amends.recovery.Complaint;
import amends.recovery.Complaints;
import amends.recovery.Failure;
import amends.recovery.Failures.Kept;
import amends.recovery.jdbc.JdbcComplaints;
import amends.staff.StaffMember;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the policy allows for what a complaint is about, before its customer is called back. It knows what failed and the
 * customer's tier; how the customer is thought to be is not asked here.
 */
final class CallbackOffers {
    private final StoreRoom store;
    private final CompensationRoom compensation;
    private final Complaints complaints;
    private final Timekeeper time;

    CallbackOffers(StoreRoom store, CompensationRoom compensation, Timekeeper time) {
        this.store = store;
        this.time = time;
        this.compensation = compensation;
        complaints = new JdbcComplaints(store.database());
    }

    /** Best first; empty where nothing that systems saw is still to be made good. Blocks. */
    List<CallbackOffer> of(Complaint complaint, StaffMember caller) {
        List<Failure> failures = unpaid(complaint.id());
        if (failures.isEmpty()) return List.of();
        return tier(complaint, caller)
                .flatMap(tier -> compensation.offering.offers(failures, Optional.empty(), tier))
                .map(OfferList::offers)
                .orElse(List.of())
                .stream()
                .map(offer -> offer(offer, caller))
                .toList();
    }

    private CallbackOffer offer(Offer offer, StaffMember caller) {
        var option = offer.option();
        boolean alone = compensation.offering.policy().approvalsFor(caller, option.value()) == 0;
        return new CallbackOffer(option.name()::in, option.value(), alone);
    }

    private List<Failure> unpaid(UUID complaint) {
        return store.database().call(() -> {
            Set<UUID> all = complaints.failuresOf(complaint);
            var paid = new HashSet<>(compensation.ledger.paidAmong(all));
            return all.stream()
                    .filter(id -> !paid.contains(id))
                    .flatMap(id -> store.failures().byId(id).stream())
                    .map(Kept::failure)
                    .filter(Failure::isOpen)
                    .toList();
        });
    }

    /** By way of the gate: one look a day for each complaint. Empty where no more looks are allowed. */
    private Optional<Tier> tier(Complaint complaint, StaffMember caller) {
        if (complaint.customer().isEmpty()) return Optional.of(Tier.REGULAR);
        var day = time.now().atOffset(ZoneOffset.UTC).toLocalDate();
        UUID entry = Ids.named("callback offers:" + complaint.id() + ":" + caller.id() + ":" + day);
        var look = new Look(entry, caller, "complaint #" + complaint.number());
        try {
            return store.gate().byId(complaint.customer().get(), look).map(CustomerProfile::tier);
        } catch (TooManyLooks e) {
            return Optional.empty();
        }
    }
}
