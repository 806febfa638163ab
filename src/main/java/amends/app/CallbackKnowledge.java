package amends.app;

import amends.contact.Contact;
import amends.contact.WrapUp;
import amends.kernel.Timekeeper;
import amends.personality.Advice;
import amends.personality.CustomerType;
import amends.personality.Estimate;
import amends.personality.Impressions;
import amends.personality.Matter;
import amends.recovery.CallbackOffer;
import amends.recovery.CallbackPreparing;
import amends.recovery.Complaint;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the other rooms know before a customer is called back. */
final class CallbackKnowledge implements CallbackPreparing {
    private final StoreRoom store;
    private final CallbackOffers offers;
    private final Impressions impressions;

    CallbackKnowledge(StoreRoom store, CompensationRoom compensation, Timekeeper time) {
        this.store = store;
        offers = new CallbackOffers(store, compensation, time);
        impressions = new PersonalityRoom(store, time).impressions;
    }

    @Override
    public String note(UUID contact) {
        return store.contacts()
                .byId(contact)
                .flatMap(Contact::wrapUp)
                .map(WrapUp::note)
                .orElse("");
    }

    @Override
    public List<CallbackOffer> offers(Complaint complaint, StaffMember caller) {
        return offers.of(complaint, caller);
    }

    @Override
    public List<Enum<?>> manner(Optional<UUID> customer) {
        Optional<CustomerType> type = customer.map(impressions::of)
                .filter(Estimate.Shown.class::isInstance)
                .map(estimate -> ((Estimate.Shown) estimate).type());
        return List.copyOf(Advice.on(type, Matter.COMPLAINT));
    }
}
