package amends.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.compensation.Grant.State;
import amends.customer.CustomerProfile.Tier;
import amends.kernel.Money;
import amends.recovery.Severity;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantCourseTest {
    private static final Instant NOW = Instant.parse("2026-01-05T04:00:00Z");
    private static final UUID ASKER = new UUID(1, 1);
    private static final UUID FIRST = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);

    private static Grant grant(State state, int needed) {
        Money ten = new Money(1000, Currency.getInstance("CNY"));
        return new Grant(
                new UUID(5, 5),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                new FailureKind("long-wait"),
                Severity.SEVERE,
                Tier.REGULAR,
                "p-1",
                "r",
                "cash-10",
                Form.REFUND,
                ten,
                ten,
                ASKER,
                NOW.minusSeconds(60),
                "",
                needed,
                state == State.SECONDED ? List.of(FIRST) : List.of(),
                NOW.plusSeconds(60),
                state,
                Optional.empty(),
                "");
    }

    private static GrantStep step(String step) {
        return switch (step) {
            case "other approves" -> new GrantStep.Approve(OTHER);
            case "first approves" -> new GrantStep.Approve(FIRST);
            case "asker approves" -> new GrantStep.Approve(ASKER);
            case "refuse" -> new GrantStep.Refuse(OTHER, "no");
            case "refuse silently" -> new GrantStep.Refuse(OTHER, " ");
            case "asker refuses" -> new GrantStep.Refuse(ASKER, "no");
            case "withdraw" -> new GrantStep.Withdraw(ASKER);
            case "other withdraws" -> new GrantStep.Withdraw(OTHER);
            default -> new GrantStep.Expire();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, 1, other approves, GRANTED",
        "PENDING, 2, other approves, SECONDED",
        "PENDING, 1, asker approves, OWN_REQUEST",
        "PENDING, 1, refuse, REFUSED",
        "PENDING, 1, refuse silently, NO_REASON",
        "PENDING, 1, asker refuses, OWN_REQUEST",
        "PENDING, 1, withdraw, WITHDRAWN",
        "PENDING, 1, other withdraws, NOT_ALLOWED",
        "PENDING, 1, expire early, NOT_WAITING",
        "SECONDED, 2, other approves, GRANTED",
        "SECONDED, 2, first approves, APPROVED_ALREADY",
        "SECONDED, 2, asker approves, OWN_REQUEST",
        "SECONDED, 2, refuse, REFUSED",
        "SECONDED, 2, withdraw, WITHDRAWN",
        "GRANTED, 1, other approves, NOT_WAITING",
        "GRANTED, 1, refuse, NOT_WAITING",
        "GRANTED, 1, withdraw, NOT_WAITING",
        "REFUSED, 1, other approves, NOT_WAITING",
        "REFUSED, 1, withdraw, NOT_WAITING",
        "WITHDRAWN, 1, other approves, NOT_WAITING",
        "WITHDRAWN, 1, refuse, NOT_WAITING",
        "EXPIRED, 1, other approves, NOT_WAITING",
        "EXPIRED, 1, expire early, NOT_WAITING",
    })
    void the_table(State state, int needed, String step, String leadsTo) {
        String found = switch (GrantCourse.next(grant(state, needed), step(step), NOW)) {
            case GrantCourse.Next.Changed(var grant) -> grant.state().name();
            case GrantCourse.Next.Ignored(var reason) -> reason.name();
        };
        assertThat(found).isEqualTo(leadsTo);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, expire, EXPIRED", "SECONDED, expire, EXPIRED", "PENDING, other approves, NOT_WAITING"})
    void when_its_time_is_over(State state, String step, String leadsTo) {
        String found = switch (GrantCourse.next(grant(state, 2), step(step), NOW.plusSeconds(61))) {
            case GrantCourse.Next.Changed(var grant) -> grant.state().name();
            case GrantCourse.Next.Ignored(var reason) -> reason.name();
        };
        assertThat(found).isEqualTo(leadsTo);
    }
}
