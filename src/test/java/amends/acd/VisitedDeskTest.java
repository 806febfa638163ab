package amends.acd;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.StoreRefused;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.StaffMember;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.Outcome;
import amends.telephony.Party;
import amends.telephony.Reception;
import amends.telephony.Visits;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is looked up while they wait, and what becomes of them meanwhile. */
class VisitedDeskTest {
    private static final CallId CALLING = new CallId("calling");
    private final SettableTime time = new SettableTime();
    private final ScriptedPhone phone = new ScriptedPhone();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Reception.Answer> answers = new ArrayList<>();
    private Supplier<List<VisitGrant>> known = () -> List.of(good());
    private boolean open = true;
    private VisitedDesk desk;
    private VisitMode mode = VisitMode.LISTEN;
    private Consumer<CallEvent> guests;
    private int handedOver;

    private final Reception.Waiting waiting = new Reception.Waiting() {
        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void answer(Reception.Answer answer) {
            answers.add(answer);
        }
    };

    private final VisitGrants grants = new VisitGrants() {
        @Override
        public void add(VisitGrant grant) {}

        @Override
        public int forget(Instant before) {
            return 0;
        }

        @Override
        public List<VisitGrant> into(UUID agent, Instant since) {
            return known.get();
        }

        @Override
        public boolean use(UUID grant, Instant at) {
            return true;
        }

        @Override
        public void end(UUID grant, Instant at, String outcome) {}
    };

    @BeforeEach
    void a_desk_with_a_live_call() {
        Call host = ScriptedPhone.call("host", Direction.INBOUND, ConnectionState.CONNECTED);
        phone.calls.add(new Call(
                host.id(), host.direction(), host.remote(), host.state(), time.now(), Optional.of(time.now()), false));
        desk = new VisitedDesk(
                phone,
                visits(),
                grants,
                staffOf(lead()),
                new UUID(1, 1001),
                time,
                background::add,
                Runnable::run,
                time);
        desk.calledBy(new Party("1003", ""), CALLING, waiting);
    }

    private static <T> T scripted(Class<T> port, InvocationHandler script) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, script));
    }

    private Visits visits() {
        return scripted(Visits.class, (proxy, method, given) -> {
            switch (method.getName()) {
                case "onVisit" -> {
                    @SuppressWarnings("unchecked")
                    var listener = (Consumer<CallEvent>) given[0];
                    guests = listener;
                }
                case "handOver" -> handedOver++;
                default -> {}
            }
            return method.getReturnType() == Outcome.class ? Outcome.ACCEPTED : null;
        });
    }

    private static Staff staffOf(StaffMember lead) {
        return scripted(Staff.class, (proxy, method, given) -> Optional.of(lead));
    }

    private static StaffMember lead() {
        return new StaffMember(new UUID(1, 1003), "1003", "Zhao", "1003", Set.of(Role.LEAD));
    }

    private void provesTheKey() {
        background.remove().run();
        for (char key : "A0123456789".toCharArray())
            guests.accept(new CallEvent.DigitPressed(
                    ScriptedPhone.call(CALLING.value(), Direction.INBOUND, ConnectionState.CONNECTED), key));
        background.remove().run();
    }

    private VisitGrant good() {
        var id = new UUID(46, 1);
        return new VisitGrant(
                id,
                new UUID(1, 1003),
                "1003",
                new UUID(1, 1001),
                "host",
                mode,
                new VisitKey("0123456789").proof(id),
                time.now(),
                time.now().plus(VisitGrant.LIFE),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    @Test
    void a_guest_who_proves_nothing_is_hung_up() {
        background.remove().run();
        assertThat(answers).containsExactly(Reception.Answer.LET_IN);
        time.pass(Duration.ofSeconds(9));
        assertThat(phone.cleared).containsExactly(CALLING);
    }

    @Test
    void a_call_that_rings_already_because_the_look_up_took_too_long_is_left_alone() {
        open = false;
        background.remove().run();
        time.pass(Duration.ofSeconds(9));
        assertThat(phone.cleared).isEmpty();
        assertThat(answers).isEmpty();
    }

    @Test
    void where_the_database_refuses_to_say_it_rings_at_once() {
        known = () -> {
            throw new StoreRefused("not to you", null);
        };
        background.remove().run();
        assertThat(answers).containsExactly(Reception.Answer.RING);
    }

    @Test
    void who_intercepts_has_heard_the_last_key_before_the_customer_is_handed_over() {
        mode = VisitMode.INTERCEPT;
        provesTheKey();
        assertThat(phone.digits).containsExactly("B");
        assertThat(handedOver).isZero();
        time.pass(Duration.ofMillis(700));
        assertThat(handedOver).isEqualTo(1);
    }

    @Test
    void who_intercepts_and_hangs_up_at_once_is_handed_nothing() {
        mode = VisitMode.INTERCEPT;
        provesTheKey();
        guests.accept(new CallEvent.ConnectionCleared(
                ScriptedPhone.call(CALLING.value(), Direction.INBOUND, ConnectionState.NULL),
                ClearCause.REMOTE_HANGUP));
        time.pass(Duration.ofSeconds(2));
        assertThat(handedOver).isZero();
    }
}
