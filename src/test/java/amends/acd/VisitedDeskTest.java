package amends.acd;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.StoreRefused;
import amends.staff.Staff;
import amends.telephony.Call;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.Party;
import amends.telephony.Reception;
import amends.telephony.Visits;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
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
            return false;
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
                silent(Visits.class),
                grants,
                silent(Staff.class),
                new UUID(1, 1001),
                time,
                background::add,
                Runnable::run,
                time);
        desk.calledBy(new Party("1003", ""), CALLING, waiting);
    }

    private static <T> T silent(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> null));
    }

    private VisitGrant good() {
        var id = new UUID(46, 1);
        return new VisitGrant(
                id,
                new UUID(1, 1003),
                "1003",
                new UUID(1, 1001),
                "host",
                VisitMode.LISTEN,
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
}
