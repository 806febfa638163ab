package amends.app;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Customers;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.recovery.Complaint;
import amends.recovery.ComplaintDraft;
import amends.recovery.ComplaintIntake;
import amends.recovery.Evidence;
import amends.recovery.Evidence.Dropped;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Evidence.LongWait;
import amends.recovery.Failure;
import amends.recovery.FailureLimits;
import amends.recovery.Failures;
import amends.recovery.Severity;
import amends.simulation.Persona;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The demo bank's customers: those personas of the simulation that the bank knows. */
final class DemoPeople {
    private DemoPeople() {}

    /** @param failures what went wrong for two of them in the last days, so that the first ring has something to say */
    static void store(Customers customers, Failures failures, Transactions transactions, Timekeeper time) {
        transactions.run(() -> {
            add(customers, Persona.WANG, Tier.GOLD, "上海", "2023-03-01T00:00:00Z", "信用卡用户，常用手机银行");
            add(customers, Persona.CHEN, Tier.SILVER, "北京", "2019-09-01T00:00:00Z", "喜欢电话联系，上午方便");
            add(customers, Persona.CLARKE, Tier.VIP, "London", "2021-06-01T00:00:00Z", "Prefers English");
            add(customers, Persona.REED, Tier.REGULAR, "Washington", "2024-11-01T00:00:00Z", "");
            owe(customers, failures, time.now());
        });
    }

    private static void owe(Customers customers, Failures failures, Instant now) {
        owe(customers, failures, Persona.WANG, now.minus(Duration.ofHours(22)), gaveUp("wang", 14));
        owe(customers, failures, Persona.WANG, now.minus(Duration.ofDays(2)), dropped("wang", 4));
        owe(customers, failures, Persona.CHEN, now.minus(Duration.ofHours(26)), waited("chen", 21));
        owe(customers, failures, Persona.CHEN, now.minus(Duration.ofDays(4)), dropped("chen", 3));
    }

    /** Somebody else's promise that was not kept: what a lead should see before the customer calls. */
    static void promise(Customers customers, ComplaintIntake intake, UUID owner, Instant now) {
        var number = new PhoneNumber(Persona.CLARKE.number());
        intake.received(new ComplaintDraft(
                Ids.named("demo-complaint-clarke"),
                Complaint.Source.CALL,
                customers.byNumber(number).map(CustomerProfile::id),
                Persona.CLARKE.name(),
                Optional.empty(),
                Optional.of(number),
                "Charged twice, third call about it",
                "",
                Severity.MODERATE,
                owner,
                now.minus(Duration.ofDays(1)),
                Optional.of(now.minus(Duration.ofHours(2)))));
    }

    private static Evidence gaveUp(String who, long minutes) {
        return new GaveUp("demo-" + who, DemoHouse.QUEUE, Duration.ofMinutes(minutes));
    }

    private static Evidence waited(String who, long minutes) {
        return new LongWait(
                new CallId("demo-" + who),
                DemoHouse.QUEUE,
                Duration.ofMinutes(minutes),
                FailureLimits.USUAL.longestWait());
    }

    private static Evidence dropped(String who, long minutes) {
        return new Dropped(new CallId("demo-" + who), Duration.ofMinutes(minutes), ClearCause.UNREACHABLE);
    }

    private static void owe(Customers customers, Failures failures, Persona whom, Instant at, Evidence evidence) {
        var number = new PhoneNumber(whom.number());
        var customer = customers.byNumber(number).map(CustomerProfile::id);
        failures.add(Failure.of(evidence, at, customer, Optional.of(number)));
    }

    private static void add(Customers customers, Persona persona, Tier tier, String region, String since, String note) {
        var number = new PhoneNumber(persona.number());
        if (customers.byNumber(number).isPresent()) return;
        var numbers = Stream.of(persona.number(), persona.mobile())
                .distinct()
                .map(PhoneNumber::new)
                .toList();
        customers.save(new CustomerProfile(
                Ids.next(), persona.name(), numbers, tier, region, Optional.of(Instant.parse(since)), note, 0));
    }
}
