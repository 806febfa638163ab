package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.compensation.CompensationPolicy;
import amends.kernel.Money;
import amends.kernel.StoreUnavailable;
import amends.promise.PromiseKind;
import amends.promise.PromiseKind.OfMoney;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PolicyAuthorityTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency TWD = Currency.getInstance("TWD");
    private static final StaffMember AGENT =
            new StaffMember(new UUID(1, 1001), "1001", "李敏", "1001", Set.of(Role.AGENT));
    private static final StaffMember INSPECTOR =
            new StaffMember(new UUID(1, 1004), "1004", "周婷", "1004", Set.of(Role.INSPECTOR));

    private static Money yuan(long yuan) {
        return new Money(yuan * 100, CNY);
    }

    private static CompensationPolicy policy() {
        return new CompensationPolicy(
                "p",
                CNY,
                Optional.empty(),
                new CompensationPolicy.Budget(amends.compensation.BudgetPeriod.MONTH, yuan(1000), ZoneOffset.UTC),
                Map.of(Role.AGENT, yuan(30)),
                yuan(1000),
                Duration.ofHours(1),
                Set.of(),
                List.of(),
                List.of());
    }

    private static PromiseKind kind(OfMoney money) {
        return new PromiseKind(
                "x",
                null,
                "",
                Duration.ofHours(2),
                Duration.ofHours(1),
                Duration.ofHours(3),
                money,
                Map.of(Role.AGENT, yuan(500)));
    }

    @Test
    void money_of_ours_is_promised_within_the_policy_and_the_customers_own_as_the_kind_says() {
        var authority = new PolicyAuthority(() -> Optional.of(policy()));
        assertThat(authority.most(AGENT, kind(OfMoney.GOODWILL), CNY)).contains(yuan(30));
        assertThat(authority.most(AGENT, kind(OfMoney.GOODWILL), TWD)).contains(Money.zero(TWD));
        assertThat(authority.most(INSPECTOR, kind(OfMoney.GOODWILL), CNY)).contains(yuan(0));
        assertThat(authority.most(AGENT, kind(OfMoney.OWN), CNY)).contains(yuan(500));
    }

    @Test
    void a_desk_answers_at_once_by_what_was_found_last() {
        var looks = new ArrayList<Runnable>();
        var away = new AtomicBoolean();
        var authority = PolicyAuthority.remembering(
                () -> {
                    if (away.get()) throw new StoreUnavailable("away", null);
                    return policy();
                },
                looks::add);
        assertThat(authority.most(AGENT, kind(OfMoney.GOODWILL), CNY)).contains(yuan(500));
        List.copyOf(looks).forEach(Runnable::run);
        assertThat(authority.most(AGENT, kind(OfMoney.GOODWILL), CNY)).contains(yuan(30));
        away.set(true);
        List.copyOf(looks).forEach(Runnable::run);
        assertThat(authority.most(AGENT, kind(OfMoney.GOODWILL), CNY)).contains(yuan(30));
    }
}
