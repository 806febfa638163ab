package amends.media;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import amends.telephony.MediaLeg;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Tones to the agent, while a call flows between two silent rooms: whatever is loud anywhere is the tone. */
@Isolated("it talks in real time")
class WaitingToneTest {
    private static final CallId CALL = new CallId("tone@test");
    /** What coding makes of silence stays far below it. */
    private static final int LOUD = 300;

    private final MemoryDevices agent = new MemoryDevices(new short[Pcm.FRAME]);
    private final MemoryDevices customer = new MemoryDevices(new short[Pcm.FRAME]);
    private final AtomicInteger tapped = new AtomicInteger();
    private final AtomicInteger loudestTapped = new AtomicInteger();
    private RtpMediaPlane desk;
    private RtpMediaPlane far;
    private MediaLeg here;
    private MediaLeg there;

    @BeforeEach
    void open() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        desk = new RtpMediaPlane(() -> loopback, PortRange.ANY, agent, call -> tap(), Timekeeper.system());
        far = new RtpMediaPlane(() -> loopback, PortRange.ANY, customer, call -> CallTap.NONE, Timekeeper.system());
        here = desk.open(CALL);
        there = far.open(CALL);
    }

    @AfterEach
    void close() {
        desk.close();
        far.close();
    }

    private CallTap tap() {
        return new CallTap() {
            @Override
            public void frame(short[] farEnd, short[] nearEnd) {
                tapped.incrementAndGet();
                loudestTapped.accumulateAndGet(Math.max(loudest(farEnd), loudest(nearEnd)), Math::max);
            }

            @Override
            public void ended() {}
        };
    }

    @Test
    void a_waiting_call_is_heard_by_the_agent_and_by_nobody_else_and_is_not_recorded() {
        talk();
        desk.waits(true);
        until(() -> loudest(agent.heard()) > LOUD);
        int since = tapped.get();
        until(() -> tapped.get() > since + 25);
        assertThat(loudest(customer.heard())).isLessThan(LOUD);
        assertThat(loudestTapped.get()).isLessThan(LOUD);
    }

    @Test
    void without_a_call_that_flows_it_is_heard_too_and_the_devices_are_let_go_afterwards() {
        desk.waits(true);
        until(() -> loudest(agent.heard()) > LOUD);
        desk.waits(false);
        until(() -> agent.closed == 1);
    }

    @Test
    void the_zip_of_a_call_answered_by_itself_comes_with_its_first_sound_and_to_the_agent_alone() {
        desk.zip(CALL);
        talk();
        until(() -> loudest(agent.heard()) > LOUD);
        until(() -> tapped.get() > 50);
        assertThat(loudest(customer.heard())).isLessThan(LOUD);
        assertThat(loudestTapped.get()).isLessThan(LOUD);
        short[] heard = agent.heard();
        assertThat(loudest(Arrays.copyOfRange(heard, Pcm.RATE / 2, heard.length)))
                .as("once")
                .isLessThan(LOUD);
    }

    private void talk() {
        here.connect(there.local());
        there.connect(here.local());
        until(() -> tapped.get() > 0);
    }

    private static int loudest(short[] sound) {
        int loudest = 0;
        for (short sample : sound) loudest = Math.max(loudest, Math.abs(sample));
        return loudest;
    }

    private static void until(BooleanSupplier met) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!met.getAsBoolean() && System.nanoTime() < deadline) LockSupport.parkNanos(5_000_000);
        assertThat(met.getAsBoolean()).isTrue();
    }
}
