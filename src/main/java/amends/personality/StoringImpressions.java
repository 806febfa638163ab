package amends.personality;

import amends.customer.ConsentPurpose;
import amends.customer.Consents;
import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.StoreQueue;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Estimates whenever it is asked, from what is kept at that moment. */
public final class StoringImpressions implements Impressions {
    private static final Logger LOG = LoggerFactory.getLogger(StoringImpressions.class);
    private final Store store;
    private final Timekeeper time;

    /** Where it is kept. @param queue for what is said while a call goes on */
    public record Store(
            Transactions transactions,
            Consents consents,
            Marks marks,
            Objections objections,
            LearnedParameters parameters,
            AuditTrail audit,
            StoreQueue queue) {}

    public StoringImpressions(Store store, Timekeeper time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public Impression impressionOf(UUID customer) {
        return store.transactions().call(() -> {
            if (!agrees(customer)) return new Impression(new Estimate.NoConsent(), List.of());
            List<Objection> objections = store.objections().of(customer);
            var estimator = new Estimator(store.parameters().latest().orElse(Parameters.SHIPPED));
            return new Impression(estimator.estimate(store.marks().of(customer), objections, time.now()), objections);
        });
    }

    private boolean agrees(UUID customer) {
        return store.consents().holds(customer, ConsentPurpose.PERSONALISATION);
    }

    private record Key(UUID contact, UUID observer) {}

    @Override
    public Heard mark(Sheet sheet, StaffMember member) {
        if (!Permission.MARK_BEHAVIOUR.isGivenTo(member) || !sheet.observer().equals(member.id()))
            return Heard.NOT_ALLOWED;
        store.queue()
                .put(
                        new Key(sheet.contact(), sheet.observer()),
                        () -> store.transactions().run(() -> {
                            if (agrees(sheet.customer())) store.marks().keep(sheet);
                            else LOG.info("contact {}: marks are dropped, there is no consent", sheet.contact());
                        }));
        return Heard.KEPT;
    }

    @Override
    public Heard object(UUID customer, CustomerType type, String reason, StaffMember member) {
        if (!Permission.MARK_BEHAVIOUR.isGivenTo(member)) return Heard.NOT_ALLOWED;
        if (PlainText.line(reason, Objection.MOST_REASON).isEmpty()) return Heard.NO_REASON;
        var objection = new Objection(Ids.next(), customer, member.id(), time.now(), type, reason);
        var entry = new AuditEntry(
                Ids.next(),
                objection.at(),
                member.id(),
                Permission.MARK_BEHAVIOUR,
                customer,
                // What was thought and why is erased with the person; the trail never is.
                "disagrees with the estimate");
        store.queue()
                .put(
                        objection.id(),
                        () -> store.transactions().run(() -> {
                            if (!agrees(customer)) return;
                            store.objections().add(objection);
                            store.audit().add(entry);
                        }));
        return Heard.KEPT;
    }
}
