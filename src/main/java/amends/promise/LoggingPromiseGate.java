package amends.promise;

import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.LookLimit;
import amends.staff.Nobody;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.Optional;
import java.util.UUID;

/** The gate in code, for a database that the desk has to itself or shares under one login. */
public final class LoggingPromiseGate implements PromiseGate {
    private final Promises promises;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Nobody nobody;
    private final Timekeeper time;

    public LoggingPromiseGate(
            Promises promises, AuditTrail audit, Transactions transactions, Nobody nobody, Timekeeper time) {
        this.nobody = nobody;
        this.promises = promises;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public Answer find(String typed, StaffMember who) {
        NotPermitted.unless(who, Permission.LOOK_AT_CUSTOMER);
        return PromiseCode.read(typed).map(code -> look(code, who)).orElseGet(Answer.NoCode::new);
    }

    private Answer look(String code, StaffMember who) {
        return transactions.call(() -> {
            if (LookLimit.isReached(audit, who.id(), time.now())) return new Answer.TooManyLooks();
            Optional<Promise> found = promises.byCode(code);
            audit.add(new AuditEntry(
                    Ids.next(),
                    time.now(),
                    who.id(),
                    Permission.LOOK_AT_CUSTOMER,
                    found.map(this::whom).orElseGet(() -> nobody.of(code)),
                    "promise " + code));
            return found.<Answer>map(p -> new Answer.Found(p, promises.eventsOf(p.id())))
                    .orElseGet(() -> new Answer.Nothing(code));
        });
    }

    /** Where nobody is known by name, the number stands for them, as it does for looks at numbers. */
    private UUID whom(Promise promise) {
        return promise.to()
                .customer()
                .orElseGet(() ->
                        nobody.of(promise.to().number().map(PhoneNumber::e164).orElse(promise.code())));
    }
}
