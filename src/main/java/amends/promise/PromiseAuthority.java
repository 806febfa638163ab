package amends.promise;

import amends.kernel.Money;
import amends.staff.StaffMember;
import java.util.Currency;
import java.util.Optional;

/** How much money somebody may promise. Answers at once. */
@FunctionalInterface
public interface PromiseAuthority {
    /** @return the most; empty: as much as they like */
    Optional<Money> most(StaffMember member, PromiseKind kind, Currency currency);

    /** Whether it is owed already: then it is also promised to a caller of whom neither file nor number is known. */
    default boolean isOwed() {
        return false;
    }

    /** Of what was granted before, as much as it is. */
    PromiseAuthority OWED = new PromiseAuthority() {
        @Override
        public Optional<Money> most(StaffMember member, PromiseKind kind, Currency currency) {
            return Optional.empty();
        }

        @Override
        public boolean isOwed() {
            return true;
        }
    };

    /** As each kind's own limits say; the highest of somebody's roles counts. */
    static PromiseAuthority ofKinds() {
        return (member, kind, currency) -> kind.limits().isEmpty()
                ? Optional.empty()
                : Optional.of(member.roles().stream()
                        .filter(kind.limits()::containsKey)
                        .map(kind.limits()::get)
                        .filter(limit -> limit.currency().equals(currency))
                        .reduce(Money.zero(currency), (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }
}
