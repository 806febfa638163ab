package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AcdEvent;
import amends.acd.AgentState.Reason;
import amends.acd.QueueStatus;
import amends.acd.manager.ManagerAcdLink;
import amends.acd.manager.ManagerSettings;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.rtp.G711;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A queue call with a simulated customer, an agent's phone and a manager link, on whichever exchange. */
abstract class QueueCallStory {
    /** @param network where the customers are, as the exchange expects its trunk */
    record Site(
            InetSocketAddress sip,
            ManagerSettings manager,
            String extension,
            String phoneUser,
            String phonePassword,
            String network) {}

    private final PlatformLoop loop = new PlatformLoop("story-loop");
    private final BlockingQueue<AcdEvent> events = new LinkedBlockingQueue<>();
    private final RecordedSteps steps = new RecordedSteps();
    private SimulatedNetwork network;
    private RawAgentPhone phone;
    private ManagerAcdLink link;

    void begin(Site site) throws Exception {
        network = new SimulatedNetwork(InetAddress.ofLiteral(site.network()), 0, G711.A_LAW, Timekeeper.system());
        phone = new RawAgentPhone(site.sip(), site.phoneUser(), site.phonePassword(), Clip.AGENT_ANSWER_ZH);
        link = new ManagerAcdLink(site.manager(), loop, Timekeeper.system());
        link.onEvent(events::add);
        loop.execute(link::open);
        event(AcdEvent.LinkUp.class);
        loop.execute(() -> link.logOn(site.extension(), "李敏", List.of("support")));
        loop.execute(link::ready);
    }

    abstract Site site();

    @AfterEach
    void end() throws IOException {
        if (network != null) network.close();
        if (link != null) loop.execute(link::close);
        loop.close();
        if (phone != null) phone.close();
    }

    private <T extends AcdEvent> T event(Class<T> kind) throws InterruptedException {
        while (true) {
            AcdEvent next = events.poll(30, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("no " + kind.getSimpleName());
            if (kind.isInstance(next)) return kind.cast(next);
        }
    }

    private void awaitQueue(Predicate<QueueStatus> condition) throws InterruptedException {
        while (!condition.test(event(AcdEvent.QueueChanged.class).status())) {}
    }

    private SimulatedCall call(Persona persona, CallPlan plan) throws IOException {
        return new SimulatedCustomer(network, site().sip(), persona).call("support", plan, steps);
    }

    @Test
    void the_offer_is_joined_by_the_call_id_of_the_phones_own_dialog_and_both_hear_each_other() throws Exception {
        begin(site());
        phone.mood(RawAgentPhone.Mood.ANSWERS);
        SimulatedCall call =
                call(Persona.WANG, CallPlan.conversation(Persona.WANG).patient(Duration.ofSeconds(4)));
        String callId = phone.rings();
        var offer = event(AcdEvent.QueueCallOffered.class);
        assertThat(offer.call().value()).isEqualTo(callId);
        assertThat(offer.queue()).isEqualTo("support");
        assertThat(offer.callerNumber()).isEqualTo(Persona.WANG.number());
        assertThat(offer.waited()).isLessThan(Duration.ofSeconds(10));
        steps.await("said wang-reply");
        steps.await("ended LOCAL_HANGUP");
        assertThat(phone.ends()).isEqualTo("BYE");
        assertThat(SpeechMatch.best(phone.heard(), Clip.load("wang-reply"))).isGreaterThan(0.9);
        assertThat(SpeechMatch.best(call.heard(), Clip.load(Clip.AGENT_ANSWER_ZH)))
                .isGreaterThan(0.9);
    }

    @Test
    void a_caller_who_abandons_while_it_rings_is_no_ring_no_answer() throws Exception {
        begin(site());
        SimulatedCall call = call(Persona.CHEN, CallPlan.whenTold());
        phone.rings();
        event(AcdEvent.QueueCallOffered.class);
        call.hangUp();
        assertThat(phone.ends()).isEqualTo("CANCEL");
        loop.execute(() -> link.notReady(Reason.BREAK));
        // Nobody was ready while it rang, nor is anybody now: the queue may have nothing new to tell.
        AcdEvent next = events.poll(3, TimeUnit.SECONDS);
        while (next != null && !(next instanceof AcdEvent.QueueChanged(QueueStatus status) && status.ready() == 0)) {
            assertThat(next).isNotInstanceOf(AcdEvent.RingNoAnswer.class);
            next = events.poll(3, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_call_that_rings_out_is_told() throws Exception {
        begin(site());
        call(Persona.REED, CallPlan.whenTold());
        phone.rings();
        assertThat(event(AcdEvent.RingNoAnswer.class).queue()).isEqualTo("support");
    }

    @Test
    void nobody_is_offered_a_call_while_not_ready_and_the_queue_shows_who_waits() throws Exception {
        begin(site());
        awaitQueue(status -> status.ready() == 1);
        loop.execute(link::workingAfterCall);
        awaitQueue(status -> status.ready() == 0);
        call(Persona.CLARKE, CallPlan.whenTold());
        awaitQueue(status -> status.waiting() == 1 && status.ready() == 0);
        loop.execute(link::ready);
        assertThat(phone.rings()).isNotNull();
    }
}
