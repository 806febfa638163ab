package amends.app;

import amends.compensation.Form;
import amends.compensation.Grant;
import amends.compensation.Policies;
import amends.contact.Contacts;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.promise.PromiseDraft;
import amends.promise.PromiseKind;
import amends.promise.PromiseMaking;
import amends.promise.PromiseOwner;
import amends.promise.PromiseRules;
import amends.promise.PromisedTo;
import amends.staff.Staff;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Money that was granted is promised by a day, in the transaction that grants it: somebody has to pay it. What is given
 * on the spot (points, waived fees) needs no promise. Where the house's rules do not know those who pay, or no promise of
 * goodwill, whoever gave the last yes owns it, in whatever kind there is: no grant is left that nobody pays. A caller who withheld their number is known by the contact.
 */
final class PaymentPromises implements Consumer<Grant> {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentPromises.class);
    /** As the bank's article has it: cash within one working day. */
    private static final Duration PAID_WITHIN = Duration.ofDays(1);

    private static final String KIND = "goodwill";
    private static final String PAYERS = "accounts";
    private final PromiseMaking making;
    private final PromiseRules rules;
    private final Contacts contacts;
    private final Policies policies;
    private final Staff staff;
    private final Timekeeper time;

    /** @param making within no authority: it was granted by those who may */
    PaymentPromises(
            PromiseMaking making,
            PromiseRules rules,
            Contacts contacts,
            Policies policies,
            Staff staff,
            Timekeeper time) {
        this.making = making;
        this.rules = rules;
        this.contacts = contacts;
        this.policies = policies;
        this.staff = staff;
        this.time = time;
    }

    @Override
    public void accept(Grant grant) {
        if (grant.form() != Form.REFUND) return;
        PromisedTo to = new PromisedTo(grant.customer(), "", number(grant), grant.contact(), Optional.empty());
        maker(grant)
                .ifPresentOrElse(
                        maker -> promise(grant, to, maker),
                        () -> LOG.error("grant {}: nobody who approved or asked is there to promise it", grant.id()));
    }

    /** Who gave the last yes; whoever asked, where they are not here any more. */
    private Optional<StaffMember> maker(Grant grant) {
        return Stream.concat(grant.approvals().reversed().stream(), Stream.of(grant.asker()))
                .flatMap(id -> staff.byId(id).stream())
                .findFirst();
    }

    /** Of a caller who is nobody's customer; empty where they withheld it. */
    private Optional<PhoneNumber> number(Grant grant) {
        if (grant.customer().isPresent()) return Optional.empty();
        return grant.contact().flatMap(contacts::byId).flatMap(contact -> PhoneNumber.parse(contact.number(), ""));
    }

    private void promise(Grant grant, PromisedTo to, StaffMember maker) {
        List<PromiseOwner> owners = List.of(new PromiseOwner.Team(PAYERS), new PromiseOwner.Person(maker.id()));
        for (String kind : kinds())
            for (PromiseOwner owner : owners) {
                PromiseMaking.Outcome outcome = inTime(new Ways(grant, to, maker, kind, owner));
                if (outcome instanceof PromiseMaking.Outcome.Made) return;
                LOG.warn("grant {}: {} by {} could not be promised: {}", grant.id(), kind, owner, outcome);
            }
        LOG.error("grant {}: by when it is paid could not be promised at all", grant.id());
    }

    /** That for it first, then what is nearest to it. */
    private List<String> kinds() {
        return rules.kinds().stream()
                .sorted(Comparator.comparingInt(kind -> kind.code().equals(KIND)
                        ? 0
                        : switch (kind.money()) {
                            case GOODWILL -> 1;
                            case OWN -> 2;
                            case NONE -> 3;
                        }))
                .map(PromiseKind::code)
                .toList();
    }

    private record Ways(Grant grant, PromisedTo to, StaffMember maker, String kind, PromiseOwner owner) {}

    private PromiseMaking.Outcome inTime(Ways ways) {
        PromiseMaking.Outcome first = making.make(draft(ways, time.now().plus(PAID_WITHIN)));
        return first instanceof PromiseMaking.Outcome.Refused refused
                        && refused.time().isPresent()
                ? making.make(draft(ways, refused.time().get()))
                : first;
    }

    private PromiseDraft draft(Ways ways, Instant due) {
        Grant grant = ways.grant();
        String what = policies.inForce()
                .option(grant.option())
                .map(o -> o.name().zhCn())
                .orElse(grant.option());
        return new PromiseDraft(
                Ids.named("payment:" + grant.id()),
                ways.kind(),
                what,
                Optional.of(grant.value()),
                ways.to(),
                ways.maker(),
                Optional.of(ways.owner()),
                due,
                time.now(),
                false,
                Optional.empty());
    }
}
