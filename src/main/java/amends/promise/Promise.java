package amends.promise;

import amends.kernel.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A promise to a customer (承诺): what, by whom, until when.
 *
 * @param code under which the customer and every desk find it
 * @param kind code of its {@link PromiseKind}, which the settings may have lost meanwhile
 * @param what in a line
 * @param amount of money that is promised
 * @param maker who gave the word
 * @param remind when its owner is reminded
 * @param reminded when they were
 * @param ended when it was kept, broken or withdrawn
 * @param version counts changes
 */
public record Promise(
        UUID id,
        String code,
        String kind,
        String what,
        Optional<Money> amount,
        PromisedTo to,
        UUID maker,
        PromiseOwner owner,
        Instant made,
        Instant due,
        Instant remind,
        State state,
        Optional<Instant> reminded,
        Optional<Instant> ended,
        long version) {

    public enum State {
        OPEN,
        /** Its time passed, and nobody said that it was kept. */
        OVERDUE,
        KEPT,
        KEPT_LATE,
        /** It will not be kept any more. */
        BROKEN,
        /** The customer agreed that it need not be kept. */
        WITHDRAWN;

        public boolean isOpen() {
            return this == OPEN || this == OVERDUE;
        }
    }

    /** Whether the customer has waited longer than they were told, whether anybody noticed yet or not. */
    public boolean isOverdue(Instant now) {
        return state == State.OVERDUE || state == State.OPEN && now.isAfter(due);
    }

    /** Whether it is time to see to it: reminded of, or about to be. */
    public boolean isSoon(Instant now) {
        return state.isOpen() && !now.isBefore(remind);
    }

    /** Whether this member has it on their list: they keep it, or gave their word for a department. */
    public boolean isWith(UUID member) {
        return owner.person().map(member::equals).orElseGet(() -> maker.equals(member));
    }

    Promise standing(State now, Optional<Instant> ended) {
        return new Promise(
                id, code, kind, what, amount, to, maker, owner, made, due, remind, now, reminded, ended, version + 1);
    }

    Promise remindedAt(Instant at) {
        return new Promise(
                id,
                code,
                kind,
                what,
                amount,
                to,
                maker,
                owner,
                made,
                due,
                remind,
                state,
                Optional.of(at),
                ended,
                version + 1);
    }

    Promise keptBy(PromiseOwner other) {
        return new Promise(
                id, code, kind, what, amount, to, maker, other, made, due, remind, state, reminded, ended, version + 1);
    }
}
