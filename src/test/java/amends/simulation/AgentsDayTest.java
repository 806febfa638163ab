package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AcdEvent;
import amends.acd.AgentRules;
import amends.acd.AgentState;
import amends.acd.QueueAgentSession;
import amends.acd.manager.ManagerAcdLink;
import amends.acd.manager.ManagerSettings;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.media.CallTap;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.pbx.Trunk;
import amends.rtp.Halving;
import amends.sip.Transport;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.LineState;
import amends.telephony.sip.Account;
import amends.telephony.sip.SipPhone;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The agent's state with real phone, exchange, distributor link and customers, all over sockets. */
@Isolated("it talks in real time")
class AgentsDayTest {
    private static final Timekeeper TIME = Timekeeper.system();
    private static final StaffMember LI_MIN =
            new StaffMember(new UUID(1, 1), "limin", "李敏", "1001", Set.of(Role.AGENT));

    private final PlatformLoop loop = new PlatformLoop("day-loop");
    private final BlockingQueue<AgentState> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<AcdEvent.QueueCallOffered> offers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Call> ringing = new LinkedBlockingQueue<>();
    private final RecordedSteps steps = new RecordedSteps();
    private final TalkingDevices devices = new TalkingDevices();
    private SimulatedNetwork network;
    private EmbeddedPbx pbx;
    private RtpMediaPlane media;
    private SipPhone phone;
    private ManagerAcdLink link;
    private QueueAgentSession session;

    @BeforeEach
    void open() throws Exception {
        network = new SimulatedNetwork(TIME);
        pbx = EmbeddedPbx.start(
                PbxConfig.onLoopback(
                                List.of(new Extension("1001", "pw1001", "Agent 1001")),
                                List.of(CallQueue.of("support")),
                                List.of(new ManagerUser("cti", "secret")))
                        .withTrunk(Trunk.ofLoopback(network.address())),
                TIME);
        InetAddress local = InetAddress.ofLiteral("127.0.0.1");
        media = new RtpMediaPlane(() -> local, PortRange.ANY, devices, call -> CallTap.NONE, TIME);
        phone = new SipPhone(
                Account.at("127.0.0.1", pbx.sipPort(), Transport.UDP, "1001", "pw1001"), media, loop, TIME);
        link = new ManagerAcdLink(new ManagerSettings("127.0.0.1", pbx.managerPort(), "cti", "secret"), loop, TIME);
        session = new QueueAgentSession(
                loop,
                TIME,
                phone,
                link,
                new AgentRules(List.of("support"), Duration.ofMillis(500), Duration.ofSeconds(30)));
        var registered = new CompletableFuture<Void>();
        loop.execute(() -> {
            session.onState(states::add);
            session.onAcdEvent(event -> {
                if (event instanceof AcdEvent.QueueCallOffered offer) offers.add(offer);
            });
            phone.onCallEvent(event -> {
                if (event instanceof CallEvent.Delivered(Call call)) ringing.add(call);
            });
            phone.onChange(line -> {
                if (line instanceof LineState.Registered) registered.complete(null);
            });
            phone.open();
            link.open();
        });
        registered.get(30, TimeUnit.SECONDS);
        loop.execute(() -> session.signIn(LI_MIN));
        state(new AgentState.NotReady(AgentState.Reason.SIGNED_IN));
    }

    @AfterEach
    void close() throws Exception {
        network.close();
        var ended = new CompletableFuture<Void>();
        loop.execute(() -> {
            link.close();
            phone.close();
            phone.ended().thenRun(() -> ended.complete(null));
        });
        ended.get(30, TimeUnit.SECONDS);
        media.close();
        loop.close();
        pbx.close();
    }

    private void state(AgentState awaited) throws InterruptedException {
        AgentState next = states.poll(30, TimeUnit.SECONDS);
        assertThat(next).isEqualTo(awaited);
    }

    private void ready() throws InterruptedException {
        loop.execute(session::ready);
        state(new AgentState.Ready());
    }

    @Test
    void call_after_call_is_offered_joined_talked_and_written_up() throws Exception {
        ready();
        for (Persona persona : List.of(Persona.CHEN, Persona.REED, Persona.UNKNOWN)) {
            var customer = new SimulatedCustomer(network, new InetSocketAddress("127.0.0.1", pbx.sipPort()), persona);
            SimulatedCall call =
                    customer.call("support", CallPlan.statement(persona.clips().getLast()), steps);
            Call rings = ringing.poll(30, TimeUnit.SECONDS);
            assertThat(rings.remote().user()).isEqualTo(persona.number());
            assertThat(offers.poll(30, TimeUnit.SECONDS).call()).isEqualTo(rings.id());
            state(new AgentState.Busy());
            loop.execute(() -> phone.answer(rings.id()));
            steps.await("ended LOCAL_HANGUP");
            assertThat(call.heard()).isNotEmpty();
            assertThat(states.poll(30, TimeUnit.SECONDS)).isInstanceOf(AgentState.WorkingAfterCall.class);
            state(new AgentState.Ready());
        }
    }

    @Test
    void an_agent_calls_a_customer_back_and_both_hear_each_other() throws Exception {
        var persona = Persona.WANG;
        network.answer(persona, CallPlan.statement("wang-reply"), Duration.ofMillis(200), () -> steps);
        loop.execute(() -> phone.dial(persona.number()));
        state(new AgentState.Busy());
        steps.await("ringing");
        steps.await("answered");
        steps.await("said wang-reply");
        steps.await("ended LOCAL_HANGUP");
        assertThat(SpeechMatch.best(devices.heard(), Halving.wide(Clip.load("wang-reply"))))
                .isGreaterThan(0.9);
        assertThat(TalkingDevices.likeness(Arrays.copyOfRange(steps.call.heard(), 4_000, 20_000)))
                .isGreaterThan(0.9);
        assertThat(states.poll(30, TimeUnit.SECONDS)).isInstanceOf(AgentState.WorkingAfterCall.class);
        state(new AgentState.NotReady(AgentState.Reason.SIGNED_IN));
    }
}
