package amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.kernel.WorkingCalendar;
import amends.promise.PromiseMaking.Outcome.Refused;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is an empty promise, by the rules that come with the program. */
class PromiseRulesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PromiseRules RULES = PromiseRulesFile.shipped(WorkingCalendar.usual(SHANGHAI));
    /** A Monday. */
    private static final Instant NOW = at("2026-01-05T10:00");

    private static final PromiseOwner ACCOUNTS = new PromiseOwner.Team("accounts");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static StaffMember member(Role role) {
        return new StaffMember(new UUID(1, 1001), "1001", "李敏", "1001", Set.of(role));
    }

    private static Optional<Refused> refusal(
            Role role, String kind, String what, String yuan, PromiseOwner owner, Instant due, boolean somebody) {
        return RULES.refusal(
                new PromiseDraft(
                        Ids.next(),
                        kind,
                        what,
                        yuan.isEmpty() ? Optional.empty() : Money.parse(yuan, Currency.getInstance("CNY")),
                        new PromisedTo(
                                Optional.empty(),
                                "",
                                somebody ? Optional.of(new PhoneNumber("+8613800138000")) : Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        member(role),
                        Optional.ofNullable(owner),
                        due,
                        NOW,
                        true,
                        Optional.empty()),
                PromiseAuthority.ofKinds());
    }

    private static Optional<Refused> refund(String yuan, Instant due) {
        return refusal(Role.AGENT, "refund", "重复扣款", yuan, ACCOUNTS, due, true);
    }

    @Test
    void one_that_can_be_kept_is_not_refused() {
        assertThat(refund("268.00", at("2026-01-06T15:00"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T09:00, IN_THE_PAST, 2026-01-05T11:00",
        "2026-01-05T10:00, IN_THE_PAST, 2026-01-05T11:00",
        "2026-01-05T10:30, TOO_SOON, 2026-01-05T11:00",
        "2026-01-05T20:00, NOT_WORKING_TIME, 2026-01-06T09:00",
        "2026-01-10T10:00, NOT_WORKING_TIME, 2026-01-12T09:00",
        "2027-01-05T10:00, TOO_FAR, 2026-02-02T10:00"
    })
    void an_impossible_time_is_refused_with_one_that_would_do(String due, PromiseRefusal reason, String rather) {
        assertThat(refund("268.00", at(due))).contains(new Refused(reason, Optional.of(at(rather)), Optional.empty()));
        assertThat(refund("268.00", at(rather))).isEmpty();
    }

    @Test
    void the_hours_are_those_of_the_department() {
        Instant evening = at("2026-01-06T17:45");
        assertThat(refund("268.00", evening)).map(Refused::reason).contains(PromiseRefusal.NOT_WORKING_TIME);
        assertThat(refusal(
                        Role.AGENT, "refund", "重复扣款", "268", new PromiseOwner.Person(new UUID(1, 1001)), evening, true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AGENT, goodwill, 50, ",
        "AGENT, goodwill, 50.01, OVER_AUTHORITY",
        "LEAD, goodwill, 200, ",
        "LEAD, goodwill, 200.01, OVER_AUTHORITY",
        "EXPERT, goodwill, 1000, ",
        "EXPERT, goodwill, 1001, OVER_AUTHORITY",
        "AGENT, refund, 1000.01, OVER_AUTHORITY",
        "AGENT, refund, 0, NO_AMOUNT",
        "AGENT, refund, -1, NO_AMOUNT",
        "AGENT, refund, '', NO_AMOUNT",
        "INSPECTOR, refund, 10, NOT_ALLOWED"
    })
    void money_is_promised_within_authority(Role role, String kind, String yuan, PromiseRefusal reason) {
        assertThat(refusal(role, kind, "退款", yuan, ACCOUNTS, at("2026-01-06T15:00"), true)
                        .map(Refused::reason))
                .isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void one_over_authority_says_how_much_may_be_promised() {
        assertThat(refund("2000", at("2026-01-06T15:00")).flatMap(Refused::most))
                .contains(new Money(100_000, Currency.getInstance("CNY")));
    }

    @Test
    void one_that_nobody_owns_or_hears_or_understands_is_refused() {
        Instant due = at("2026-01-06T15:00");
        assertThat(refusal(Role.AGENT, "refund", "x", "1", null, due, true).map(Refused::reason))
                .contains(PromiseRefusal.NOBODY_OWNS);
        assertThat(refusal(Role.AGENT, "refund", "x", "1", new PromiseOwner.Team("nobody"), due, true)
                        .map(Refused::reason))
                .contains(PromiseRefusal.NOBODY_OWNS);
        assertThat(refusal(Role.AGENT, "refund", "x", "1", ACCOUNTS, due, false).map(Refused::reason))
                .contains(PromiseRefusal.TO_NOBODY);
        assertThat(refusal(Role.AGENT, "refund", " \u202e ", "1", ACCOUNTS, due, true)
                        .map(Refused::reason))
                .contains(PromiseRefusal.NOTHING_SAID);
        assertThat(refusal(Role.AGENT, "wealth", "x", "1", ACCOUNTS, due, true).map(Refused::reason))
                .contains(PromiseRefusal.NO_SUCH_KIND);
    }

    @Test
    void the_way_out_is_always_a_way_out() {
        var random = new Random(4711);
        for (int i = 0; i < 2000; i++) {
            Instant due = NOW.plus(Duration.ofMinutes(random.nextInt(200_000) - 50_000));
            refund("268", due)
                    .flatMap(Refused::time)
                    .ifPresent(rather -> assertThat(refund("268", rather))
                            .as("%s instead of %s", rather, due)
                            .isEmpty());
        }
    }

    @Test
    void the_owner_is_reminded_between_the_promise_and_its_time() {
        var random = new Random(4712);
        for (int i = 0; i < 2000; i++) {
            Instant due = NOW.plus(Duration.ofMinutes(random.nextInt(100_000) + 1));
            Instant remind = RULES.remind(ACCOUNTS, NOW, due);
            assertThat(remind).isBetween(NOW, due);
        }
        assertThat(RULES.remind(ACCOUNTS, NOW, at("2026-01-05T17:00"))).isEqualTo(at("2026-01-05T15:00"));
        assertThat(RULES.remind(ACCOUNTS, NOW, at("2026-01-05T12:00"))).isEqualTo(at("2026-01-05T11:00"));
    }
}
