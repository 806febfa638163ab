package amends.recovery;

import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Failures by the house's rules, whoever saw them: graded when they are kept, and owed no more once they expired. */
public final class GradedFailures implements Failures {
    private final Failures failures;
    private final FailureRules rules;
    private final Timekeeper time;

    public GradedFailures(Failures failures, FailureRules rules, Timekeeper time) {
        this.failures = failures;
        this.rules = rules;
        this.time = time;
    }

    @Override
    public boolean add(Failure failure) {
        return failures.add(rules.graded(failure));
    }

    @Override
    public List<Failure> openOf(UUID customer) {
        return owed(failures.openOf(customer));
    }

    @Override
    public List<Failure> openOf(PhoneNumber number) {
        return owed(failures.openOf(number));
    }

    private List<Failure> owed(List<Failure> open) {
        return open.stream().filter(f -> rules.isOwed(f, time.now())).toList();
    }

    @Override
    public List<Kept> ofCustomer(UUID customer, int most) {
        return failures.ofCustomer(customer, most).stream()
                .filter(kept -> !kept.failure().isOpen() || rules.isOwed(kept.failure(), time.now()))
                .toList();
    }

    @Override
    public void adopt(UUID customer, Collection<PhoneNumber> numbers) {
        failures.adopt(customer, numbers);
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
