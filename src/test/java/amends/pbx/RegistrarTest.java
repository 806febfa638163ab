package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrarTest {
    private final SettableTime time = new SettableTime();
    private final Registrar registrar = new Registrar(time);

    private static Registrar.Request from(int port, String call, long sequence) {
        return new Registrar.Request("udp", new InetSocketAddress("127.0.0.1", port), call, sequence);
    }

    private Registrar.Outcome bind(String contact, int seconds, long sequence) {
        return registrar.register("1001", List.of(new Registrar.Wish(contact, seconds)), from(5, "call", sequence));
    }

    @Test
    void a_binding_runs_out() {
        bind("sip:a", 60, 1);
        time.pass(Duration.ofSeconds(59));
        assertThat(registrar.newest("1001")).isPresent();
        time.pass(Duration.ofSeconds(1));
        assertThat(registrar.newest("1001")).isEmpty();
    }

    @Test
    void what_ran_out_is_told_once() {
        bind("sip:a", 60, 1);
        time.pass(Duration.ofSeconds(61));
        assertThat(registrar.purge()).containsExactly("1001");
        assertThat(registrar.purge()).isEmpty();
    }

    @Test
    void a_wish_of_no_time_ends_the_binding() {
        bind("sip:a", 60, 1);
        bind("sip:a", 0, 2);
        assertThat(registrar.bindings("1001")).isEmpty();
    }

    @Test
    void too_short_a_time_is_refused_with_the_shortest() {
        assertThat(bind("sip:a", 5, 1)).isEqualTo(new Registrar.Outcome.TooBrief(10));
    }

    @Test
    void too_long_a_time_is_shortened() {
        bind("sip:a", 1_000_000, 1);
        assertThat(registrar.secondsLeft(registrar.newest("1001").orElseThrow()))
                .isEqualTo(3600);
    }

    @Test
    void a_request_that_was_overtaken_changes_nothing() {
        bind("sip:a", 60, 5);
        assertThat(bind("sip:a", 0, 4)).isInstanceOf(Registrar.Outcome.OutOfOrder.class);
        assertThat(registrar.bindings("1001")).hasSize(1);
    }

    @Test
    void the_telephone_heard_of_last_is_the_one_to_ring() {
        bind("sip:a", 60, 1);
        time.pass(Duration.ofSeconds(1));
        registrar.register("1001", List.of(new Registrar.Wish("sip:b", 60)), from(6, "other", 1));
        assertThat(registrar.newest("1001").orElseThrow().contact()).isEqualTo("sip:b");
    }

    @Test
    void there_is_an_end_to_telephones() {
        Registrar.Outcome last = null;
        for (int i = 0; i < 12; i++) last = bind("sip:" + i, 60, i);
        assertThat(last).isInstanceOf(Registrar.Outcome.TooMany.class);
        assertThat(registrar.bindings("1001")).hasSize(Registrar.MOST_BINDINGS);
    }
}
