package amends.customer;

import amends.customer.CustomerGate.Look;
import amends.customer.Customers.ChangedMeanwhile;
import amends.customer.PopState.Known;
import amends.customer.ScreenPop.Filled;
import amends.customer.ScreenPop.Saved;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what an agent filled in, together with who did it. */
final class ProfileSaving {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileSaving.class);
    private static final int MOST_NAME = 120;
    private static final int MOST_NOTE = 4000;
    private final CustomerGate customers;

    /** @param now the profile as it stands after it: kept, or as the other desk left it */
    record Outcome(Saved saved, Optional<CustomerProfile> now) {}

    ProfileSaving(CustomerGate customers) {
        this.customers = customers;
    }

    /** The shown profile with what was filled in, or a new one for a caller who is unknown. */
    CustomerProfile wanted(CallPop pop, Filled filled) {
        CustomerProfile before = pop.state instanceof Known known
                ? known.profile()
                : new CustomerProfile(
                        pop.newCustomer,
                        "",
                        pop.number.stream().toList(),
                        CustomerProfile.Tier.REGULAR,
                        "",
                        Optional.empty(),
                        "",
                        0);
        return new CustomerProfile(
                before.id(),
                PlainText.line(filled.name(), MOST_NAME),
                with(before.numbers(), filled.number()),
                filled.tier(),
                PlainText.line(filled.region(), MOST_NAME),
                before.since(),
                PlainText.lines(filled.note(), MOST_NOTE),
                before.version());
    }

    private static List<PhoneNumber> with(List<PhoneNumber> numbers, Optional<PhoneNumber> another) {
        var all = new ArrayList<>(numbers);
        another.filter(number -> !numbers.contains(number)).ifPresent(all::add);
        return all;
    }

    /** Blocks. */
    Outcome save(CallPop pop, StaffMember writer, CustomerProfile wanted) {
        try {
            return new Outcome(Saved.KEPT, Optional.of(kept(pop, writer, wanted)));
        } catch (ChangedMeanwhile e) {
            return new Outcome(Saved.CHANGED_MEANWHILE, asItStands(pop, writer, wanted));
        } catch (RuntimeException e) {
            LOG.warn("call {}: the profile could not be kept: {}", pop.call, e.toString());
            return new Outcome(Saved.UNAVAILABLE, Optional.empty());
        }
    }

    private CustomerProfile kept(CallPop pop, StaffMember writer, CustomerProfile wanted) {
        return customers.save(wanted, Look.of(writer, pop.occasion()));
    }

    private Optional<CustomerProfile> asItStands(CallPop pop, StaffMember writer, CustomerProfile wanted) {
        try {
            return customers
                    .byId(wanted.id(), Look.of(writer, pop.occasion()))
                    .or(() -> wanted.numbers().stream()
                            .flatMap(number -> customers.byNumber(number, Look.of(writer, pop.occasion())).stream())
                            .findFirst());
        } catch (RuntimeException e) {
            LOG.warn("call {}: the changed profile could not be read: {}", pop.call, e.toString());
            return Optional.empty();
        }
    }
}
