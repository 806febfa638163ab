package amends.app;

import amends.kernel.PhoneNumber;
import amends.promise.Promises;
import amends.recovery.Failure;
import amends.recovery.Failures;
import amends.recovery.Settlement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Failures; what was promised to numbers becomes their customer's together with what happened to them. */
record AdoptingAll(Failures failures, Promises promises) implements Failures {
    @Override
    public void adopt(UUID customer, Collection<PhoneNumber> numbers) {
        failures.adopt(customer, numbers);
        promises.adopt(customer, numbers);
    }

    @Override
    public boolean add(Failure failure) {
        return failures.add(failure);
    }

    @Override
    public List<Failure> openOf(UUID customer) {
        return failures.openOf(customer);
    }

    @Override
    public List<Failure> openOf(PhoneNumber number) {
        return failures.openOf(number);
    }

    @Override
    public List<Kept> ofCustomer(UUID customer, int most) {
        return failures.ofCustomer(customer, most);
    }

    @Override
    public void settle(Collection<UUID> settled, Settlement how) {
        failures.settle(settled, how);
    }

    @Override
    public Optional<Kept> byId(UUID failure) {
        return failures.byId(failure);
    }
}
