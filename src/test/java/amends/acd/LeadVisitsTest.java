package amends.acd;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.Transactions;
import amends.staff.AuditTrail;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.Outcome;
import amends.telephony.Visits;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lead's desk does until the agent's desk has let it in. */
class LeadVisitsTest {
    private static final Call VISIT = ScriptedPhone.call("visit", Direction.OUTBOUND, ConnectionState.CONNECTED);
    private final SettableTime time = new SettableTime();
    private final ScriptedPhone phone = new ScriptedPhone();
    private Consumer<CallEvent> told;
    private LeadVisits visits;

    @BeforeEach
    void a_visit_that_was_just_answered() {
        visits = new LeadVisits(
                phone,
                line(),
                granting(),
                scripted(VisitGrants.class, (p, m, g) -> null),
                time,
                Runnable::run,
                Runnable::run,
                time);
        visits.want("1001", VisitMode.LISTEN);
        time.pass(Duration.ZERO);
        told.accept(new CallEvent.Established(VISIT));
    }

    private static <T> T scripted(Class<T> port, InvocationHandler script) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, script));
    }

    private Visits line() {
        return scripted(Visits.class, (proxy, method, given) -> {
            if (method.getName().equals("onVisit")) {
                @SuppressWarnings("unchecked")
                var listener = (Consumer<CallEvent>) given[0];
                told = listener;
            }
            if (method.getName().equals("visit")) told.accept(new CallEvent.Originated(VISIT));
            return method.getReturnType() == Outcome.class ? Outcome.ACCEPTED : null;
        });
    }

    private GrantingVisits granting() {
        var lead = new StaffMember(new UUID(1, 1003), "1003", "Zhao", "1003", Set.of(Role.LEAD));
        return new GrantingVisits(
                lead,
                scripted(VisitGrants.class, (p, m, g) -> null),
                scripted(AuditTrail.class, (p, m, g) -> null),
                new Transactions() {
                    @Override
                    public <T> T call(Supplier<T> work) {
                        return work.get();
                    }
                },
                extension -> Optional.of(new GrantingVisits.LiveCall(new UUID(1, 1001), "host", "13800138000")),
                new Random(7),
                time);
    }

    @Test
    void the_key_waits_until_an_exchange_has_joined_the_two_sides_and_holds_no_sign_of_its_features() {
        time.pass(Duration.ofMillis(500));
        assertThat(phone.digits).isEmpty();
        time.pass(Duration.ofMillis(500));
        assertThat(phone.digits).singleElement().asString().matches("A[0-9]{10}");
    }

    @Test
    void a_key_that_nothing_comes_of_is_pressed_once_more_and_then_the_lead_is_told() {
        time.pass(Duration.ofSeconds(5));
        assertThat(phone.digits).hasSize(2).containsOnly(phone.digits.getFirst());
        assertThat(phone.cleared).isEmpty();
        time.pass(Duration.ofSeconds(3));
        assertThat(phone.digits).hasSize(2);
        assertThat(phone.cleared).containsExactly(VISIT.id());
        assertThat(visits.state().refusal()).contains(VisitRefusal.NO_ANSWER);
    }

    @Test
    void who_is_let_in_presses_nothing_more() {
        time.pass(Duration.ofSeconds(2));
        told.accept(new CallEvent.DigitPressed(VISIT, VisitKey.YES));
        time.pass(Duration.ofSeconds(9));
        assertThat(phone.digits).hasSize(1);
        assertThat(visits.state().mode()).contains(VisitMode.LISTEN);
    }
}
