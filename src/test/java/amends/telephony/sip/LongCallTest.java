package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import amends.kernel.LiveHeap;
import amends.media.Marker;
import amends.media.MediaStatistics;
import amends.media.Pcm;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One call of many minutes between two telephones over a proxy, with real sockets, real SIP and everything of the media
 * but wire and air; all of it on stepped time. The sound cards are 200 millionths apart, the machines' clocks 100, and
 * each card 150 from its machine. The SIP stacks' own timers (retransmissions) keep real time and have nothing to do;
 * registration, session timers, keep-alives and whatever else the phone does later are on the stepped clock.
 */
class LongCallTest {
    private static final int CYCLES = 100;
    /** What a call needs to settle, and the length of what is compared. */
    private static final Duration SETTLING = Duration.ofSeconds(20);

    /**
     * The machines' clocks pass each other by a whole packet in 200 s, in which the delay swings to and fro: whole swings
     * are compared.
     */
    private static final Duration COMPARED = Duration.ofSeconds(200);

    private final SteppedTime time = new SteppedTime();
    private final Way there = new Way();
    private final Way back = new Way();
    private final List<Integer> depths = new ArrayList<>();
    private final List<Integer> waiting = new ArrayList<>();
    /** Told where nothing runs beside: what this test itself writes down is the most of it. */
    private OptionalLong mostGathered = OptionalLong.empty();

    private SteppedWire wire;
    private PassingProxy proxy;
    private SteppedDesk caller;
    private SteppedDesk callee;
    private CallId id;

    /** How long sound was on its way, and when that was seen. */
    private final class Way {
        private final List<long[]> seen = new ArrayList<>();
        final Marker marker = new Marker(nanos -> seen.add(new long[] {time.now(), nanos}));

        /** The mean of what was seen from then on, in ms. */
        double ms(long from) {
            long to = from + COMPARED.toNanos();
            long[] then = seen.stream()
                    .filter(s -> s[0] >= from && s[0] < to)
                    .mapToLong(s -> s[1])
                    .toArray();
            assertThat(then.length).isGreaterThan((int) COMPARED.toSeconds() * 9 / 10);
            return LongStream.of(then).average().orElseThrow() / 1e6;
        }
    }

    private void open(int sessionSeconds) throws IOException, InterruptedException {
        wire = new SteppedWire(time);
        proxy = new PassingProxy(
                sessionSeconds, (contact, sdp) -> wire.describe(contact.contains("1001@") ? 0 : 1, sdp));
        caller = new SteppedDesk(time, "1001", proxy.port(), -50, 100, there.marker, back.marker);
        callee = new SteppedDesk(time, "1002", proxy.port(), 50, -100, back.marker, there.marker);
        wire.between(caller, callee);
    }

    @AfterEach
    void close() throws IOException {
        caller.close();
        callee.close();
        proxy.close();
        wire.close();
    }

    @Test
    void after_ten_minutes_and_a_hundred_holds_it_is_as_quick_as_at_the_beginning() throws Exception {
        open(180);
        call(Duration.ofSeconds(220), Duration.ofMillis(800));
        assertThat(proxy.passed("UPDATE")).as("signs of life at half of 180 s").isEqualTo(4);
    }

    @Test
    @Tag("long")
    void after_an_hour_and_a_hundred_holds_it_is_as_quick_as_at_the_beginning() throws Exception {
        open(600);
        mostGathered = OptionalLong.of(4_000_000);
        call(Duration.ofSeconds(1000), Duration.ofSeconds(8));
        assertThat(proxy.passed("UPDATE")).as("signs of life at half of 600 s").isEqualTo(6);
    }

    /** @param talk before and after the holds @param step of each hold, and of what is said between two */
    private void call(Duration talk, Duration step) {
        begin();
        int timers = caller.timers() + callee.timers();
        long begun = time.now();
        talk(talk);
        long heap = mostGathered.isPresent() ? LiveHeap.bytes() : 0;
        for (int i = 0; i < CYCLES; i++) hold(i % 2 == 0 ? caller : callee, step);
        talk(talk);

        mostGathered.ifPresent(most ->
                assertThat(LiveHeap.bytes() - heap).as("bytes of heap gathered").isLessThan(most));
        long first = begun + SETTLING.toNanos();
        long last = time.now() - COMPARED.toNanos();
        assertThat(there.ms(last)).isCloseTo(there.ms(first), within(5.0));
        assertThat(back.ms(last)).isCloseTo(back.ms(first), within(5.0));
        for (int side = 0; side < 2; side++) whole(wire.numbers(side));
        whole(caller.statistics(id));
        whole(callee.statistics(id));
        assertThat(depths).as("ms in the jitter buffers").allMatch(d -> d <= 60);
        assertThat(waiting).as("samples at the sound cards").allMatch(w -> w <= Pcm.RATE / 10);
        assertThat(caller.timers() + callee.timers()).isEqualTo(timers);
        assertThat(proxy.passed("200 UPDATE")).isEqualTo(proxy.passed("UPDATE"));
        assertThat(proxy.passed("INVITE")).isEqualTo(1 + 2 * CYCLES);
        assertThat(proxy.passed("200 INVITE")).isEqualTo(1 + 2 * CYCLES);
    }

    private static void whole(SteppedWire.Numbers numbers) {
        assertThat(numbers.gaps()).as("numbers left out").isZero();
        assertThat(numbers.spurts()).as("beginnings that say so").isEqualTo(1 + CYCLES);
        assertThat(numbers.mostOff())
                .as("ms of a timestamp off the sender's clock")
                .isLessThan(1);
    }

    private static void whole(MediaStatistics heard) {
        assertThat(heard.lost()).isZero();
        assertThat(heard.lossPercent()).isLessThan(0.1);
        assertThat(heard.concealedShare()).isLessThan(0.01);
        assertThat(heard.strangers()).isZero();
    }

    private void begin() {
        assertThat(caller.phone.dial("1002")).isEqualTo(Outcome.ACCEPTED);
        time.until("it rings", () -> callee.heard(CallEvent.Delivered.class));
        id = callee.phone.calls().getFirst().id();
        assertThat(callee.phone.answer(id)).isEqualTo(Outcome.ACCEPTED);
        time.until("it is answered", () -> caller.heard(CallEvent.Established.class));
        time.until("the answer is acknowledged", () -> callee.heard(CallEvent.Established.class));
    }

    private void hold(SteppedDesk holder, Duration step) {
        turned(holder, p -> p.hold(id), CallEvent.Held.class);
        pass(step);
        turned(holder, p -> p.retrieve(id), CallEvent.Retrieved.class);
        pass(step);
    }

    private void turned(SteppedDesk holder, Function<SipPhone, Outcome> wish, Class<? extends CallEvent> told) {
        holder.events.clear();
        time.until("it may be asked for", () -> wish.apply(holder.phone) instanceof Outcome.Accepted);
        time.until("a " + told.getSimpleName(), () -> holder.heard(told));
    }

    private void talk(Duration talk) {
        for (long second = 0; second < talk.toSeconds(); second++) pass(Duration.ofSeconds(1));
    }

    private void pass(Duration step) {
        time.pass(step);
        depths.add(
                Math.max(caller.statistics(id).depthMs(), callee.statistics(id).depthMs()));
        waiting.add(Math.max(caller.samplesWaiting(), callee.samplesWaiting()));
    }
}
