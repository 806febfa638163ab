package amends.promise.jdbc;

import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.WorkingCalendar;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.MovedClock;
import amends.promise.DueSuggesting;
import amends.promise.Names;
import amends.promise.PromiseAuthority;
import amends.promise.PromiseDraft;
import amends.promise.PromiseKind;
import amends.promise.PromiseMaking;
import amends.promise.PromiseMaking.Outcome.Made;
import amends.promise.PromiseOwner;
import amends.promise.PromiseReceipts;
import amends.promise.PromiseRules;
import amends.promise.PromiseStore;
import amends.promise.PromisedTo;
import amends.promise.StoringPromiseMaking;
import amends.sms.jdbc.JdbcSmsBook;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** As many promises as asked for, made as a desk makes them, that fall due one after the other. */
final class ManyPromises {
    private static final StaffMember LI_MIN =
            new StaffMember(new UUID(1, 1001), "1001", "李敏", "1001", Set.of(Role.AGENT));
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration FIRST = Duration.ofMinutes(2);

    private ManyPromises() {}

    /** @return when the last falls due */
    static Instant make(Database database, MovedClock clock, int many) {
        var duties = clock.duties(database);
        var staff = new JdbcStaff(database);
        staff.save(LI_MIN);
        var store = new PromiseStore(
                database, new JdbcPromises(database), duties, new JdbcSmsBook(database, duties, clock), staff);
        var making = new StoringPromiseMaking(store, rules(), PromiseAuthority.ofKinds(), PromiseReceipts.NONE);
        Instant from = clock.now();
        for (int done = 0; done < many; done += 100) {
            int begin = done;
            database.run(() -> {
                for (int i = begin; i < begin + 100; i++) made(making, from, i);
            });
        }
        return from.plus(FIRST).plus(BETWEEN.multipliedBy(many));
    }

    private static void made(PromiseMaking making, Instant from, int i) {
        var number = new PhoneNumber("+86138%08d".formatted(i));
        var outcome = making.make(new PromiseDraft(
                Ids.next(),
                "call-back",
                "promise " + i,
                Optional.empty(),
                new PromisedTo(Optional.empty(), "", Optional.of(number), Optional.empty(), Optional.empty()),
                LI_MIN,
                Optional.of(new PromiseOwner.Person(LI_MIN.id())),
                from.plus(FIRST).plus(BETWEEN.multipliedBy(i)),
                from,
                false,
                Optional.empty()));
        if (!(outcome instanceof Made)) throw new IllegalStateException(outcome.toString());
    }

    /** Somebody works at all hours, and nothing takes long. */
    private static PromiseRules rules() {
        var kind = new PromiseKind(
                "call-back",
                Names.of("回电"),
                "",
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ofDays(30),
                PromiseKind.OfMoney.NONE,
                Map.of());
        var always = WorkingCalendar.everyDay(ZoneOffset.UTC, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        return new PromiseRules(List.of(kind), List.of(), always, Duration.ofHours(2), DueSuggesting.USUAL);
    }
}
