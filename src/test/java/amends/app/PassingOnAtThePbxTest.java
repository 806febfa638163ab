package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AcdEvent;
import amends.acd.manager.ManagerAcdLink;
import amends.acd.manager.ManagerSettings;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.telephony.Call;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Codec;
import amends.telephony.ConnectionState;
import amends.telephony.LineUse;
import amends.telephony.Transfer.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Our telephones at our PBX: who is passed on hears whom they should, and nobody is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassingOnAtThePbxTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private EmbeddedPbx pbx;
    private TestPhone customer;
    private TestPhone agent;
    private TestPhone colleague;
    private CallId atCustomer;
    private CallId atAgent;

    @BeforeAll
    void open() throws Exception {
        pbx = EmbeddedPbx.start(
                PbxConfig.onLoopback(
                        List.of(
                                new Extension("1000", "pw-1000", "王建国"),
                                new Extension("1001", "pw-1001", "李敏"),
                                new Extension("1002", "pw-1002", "陈芳"),
                                new Extension("1003", "pw-1003", "nobody")),
                        List.of(CallQueue.of("support", "800")),
                        List.of(new ManagerUser("cti", "amends-cti"))),
                Timekeeper.system());
        customer = new TestPhone(pbx, "1000");
        agent = new TestPhone(pbx, "1001");
        colleague = new TestPhone(pbx, "1002");
    }

    @BeforeEach
    void the_customer_talks_with_the_agent() throws Exception {
        atCustomer = customer.dials("1001");
        atAgent = agent.answers();
        customer.talks(atCustomer);
    }

    @AfterEach
    void hang_up() throws Exception {
        for (TestPhone phone : List.of(customer, agent, colleague)) {
            for (Call call : phone.calls()) phone.on(p -> p.clear(call.id()));
            Await.until("no calls", SOON, () -> phone.calls().isEmpty());
        }
    }

    @AfterAll
    void close() {
        customer.close();
        agent.close();
        colleague.close();
        pbx.close();
    }

    @Test
    void a_blind_transfer_reaches_the_colleague_who_hears_the_customer() throws Exception {
        agent.does(p -> p.transfer(atAgent, "1002"));
        agent.await("ringing at the colleague", c -> stage(c) == Stage.RINGING);
        CallId atColleague = colleague.answers();

        assertThat(agent.ended(atAgent)).isEqualTo(ClearCause.TRANSFERRED);
        hearEachOther(atColleague);
        customer.await("whom they talk with", c -> c.remote().user().equals("1002"));
    }

    @Test
    void who_is_asked_speaks_as_the_customer_does_so_that_the_two_can_be_connected() throws Exception {
        hang_up();
        customer.media.codecs = List.of(Codec.PCMU, Codec.TELEPHONE_EVENT);
        try {
            the_customer_talks_with_the_agent();
            CallId consulting = consult();
            agent.does(p -> p.connect(atAgent, consulting));

            assertThat(agent.ended(atAgent)).isEqualTo(ClearCause.TRANSFERRED);
            assertThat(agent.ended(consulting)).isEqualTo(ClearCause.TRANSFERRED);
            hearEachOther(colleague.calls().getFirst().id());
        } finally {
            customer.media.codecs = SilentMedia.ALL;
        }
    }

    @Test
    void a_blind_transfer_that_is_rejected_brings_the_customer_back_to_the_agent() throws Exception {
        agent.does(p -> p.transfer(atAgent, "1002"));
        CallId ringing = colleague.await("a ringing call", c -> c.state() == ConnectionState.ALERTING);
        colleague.does(p -> p.reject(ringing));

        agent.await("the failure", c -> stage(c) == Stage.FAILED);
        talk(customer, atCustomer, agent, atAgent);
    }

    @Test
    void a_blind_transfer_to_nobody_changes_nothing() throws Exception {
        agent.does(p -> p.transfer(atAgent, "4711"));

        agent.await(
                "the failure",
                c -> stage(c) == Stage.FAILED
                        && c.marks().transfer().orElseThrow().status() == 404);
        talk(customer, atCustomer, agent, atAgent);
    }

    @Test
    void a_customer_who_hangs_up_while_the_colleague_rings_ends_it_all() throws Exception {
        agent.does(p -> p.transfer(atAgent, "1002"));
        colleague.await("a ringing call", c -> c.state() == ConnectionState.ALERTING);
        customer.does(p -> p.clear(atCustomer));

        agent.ended(atAgent);
        Await.until("the colleague at peace", SOON, () -> colleague.calls().isEmpty());
    }

    @Test
    void two_parties_are_connected_and_the_agent_leaves() throws Exception {
        CallId consulting = consult();
        agent.does(p -> p.connect(atAgent, consulting));

        assertThat(agent.ended(atAgent)).isEqualTo(ClearCause.TRANSFERRED);
        assertThat(agent.ended(consulting)).isEqualTo(ClearCause.TRANSFERRED);
        hearEachOther(colleague.calls().getFirst().id());
        colleague.await("whom they talk with", c -> c.remote().user().equals("1000"));
        customer.await("whom they talk with", c -> c.remote().user().equals("1002"));
    }

    @Test
    void connecting_with_a_call_that_just_ended_keeps_the_customer() throws Exception {
        CallId consulting = consult();
        CallId there = colleague.calls().getFirst().id();
        colleague.does(p -> p.clear(there));
        agent.ended(consulting);
        agent.on(p -> p.connect(atAgent, consulting));
        agent.does(p -> p.retrieve(atAgent));

        agent.talks(atAgent);
        talk(customer, atCustomer, agent, atAgent);
    }

    @Test
    void an_agent_who_answers_a_second_call_holds_the_first_and_switches_between_them() throws Exception {
        CallId atColleague = colleague.dials("600");
        colleague.talks(atColleague);
        CallId consulting = consultBusy();
        agent.does(p -> p.retrieve(atAgent));
        agent.talks(atAgent);

        agent.await("the other on hold", c -> c.id().equals(consulting) && c.state() == ConnectionState.HOLD);
    }

    @Test
    void both_sides_hold_and_each_sees_that_the_other_does() throws Exception {
        agent.does(p -> p.hold(atAgent));
        agent.await("hold", c -> c.state() == ConnectionState.HOLD);
        customer.does(p -> p.hold(atCustomer));
        customer.await("hold", c -> c.state() == ConnectionState.HOLD);
        customer.does(p -> p.retrieve(atCustomer));
        agent.does(p -> p.retrieve(atAgent));

        agent.talks(atAgent);
        customer.talks(atCustomer);
        talk(customer, atCustomer, agent, atAgent);
    }

    @Test
    void a_conference_brings_all_three_together_and_can_be_left_to_the_other_two() throws Exception {
        CallId consulting = consult();
        agent.does(p -> p.confer(atAgent, consulting));
        agent.talks(atAgent);
        assertThat(agent.media.together).containsExactlyInAnyOrder(atAgent, consulting);
        assertThat(agent.calls()).allMatch(c -> c.marks().inConference());

        agent.does(p -> p.connect(atAgent, consulting));
        agent.ended(atAgent);
        Await.until("the end of the mixing", SOON, () -> agent.media.together.isEmpty());
        hearEachOther(colleague.calls().getFirst().id());
    }

    @Test
    void who_is_taken_out_of_the_conference_is_held() throws Exception {
        CallId consulting = consult();
        agent.does(p -> p.confer(atAgent, consulting));
        agent.talks(atAgent);
        agent.does(p -> p.part(consulting));

        agent.await("hold", c -> c.id().equals(consulting) && c.state() == ConnectionState.HOLD);
        assertThat(agent.media.together).isEmpty();
        assertThat(agent.calls()).noneMatch(c -> c.marks().inConference());
    }

    @Test
    void a_telephone_that_sends_calls_elsewhere_is_obeyed_within_the_house() throws Exception {
        CallId second = agent.dials("1002");
        CallId ringing = colleague.await("a ringing call", c -> c.state() == ConnectionState.ALERTING);
        colleague.does(p -> p.redirect(ringing, "1003"));

        assertThat(agent.ended(second)).isEqualTo(ClearCause.NO_ANSWER);
    }

    @Test
    void a_desk_at_the_distributor_hears_how_often_a_caller_was_passed_on() throws Exception {
        var counts = new CopyOnWriteArrayList<Integer>();
        try (var loop = new PlatformLoop("acd-loop")) {
            var settings =
                    new ManagerSettings("127.0.0.1", pbx.managerPort(), "cti", "amends-cti", "PJSIP/{extension}");
            var link = new ManagerAcdLink(settings, loop, Timekeeper.system());
            var up = new CountDownLatch(1);
            link.onEvent(event -> {
                if (event instanceof AcdEvent.LinkUp) up.countDown();
                if (event instanceof AcdEvent.CallPassedOn passed) counts.add(passed.times());
            });
            loop.execute(link::open);
            assertThat(up.await(20, TimeUnit.SECONDS)).isTrue();

            agent.does(p -> p.transfer(atAgent, "1002"));
            CallId atColleague = colleague.answers();
            agent.ended(atAgent);
            CallId consulting = colleague.dials("1001");
            agent.answers();
            colleague.talks(consulting);
            colleague.does(p -> p.connect(atColleague, consulting));
            colleague.ended(atColleague);
            Await.until("both transfers", SOON, () -> counts.equals(List.of(1, 2)));
            loop.execute(link::close);
        }
    }

    @Test
    void a_colleagues_telephone_is_seen_to_ring_to_be_busy_and_to_be_free_again() throws Exception {
        var seen = new ConcurrentHashMap<String, LineUse>();
        customer.on(p -> p.colleagues().onUse(seen::putAll));
        customer.on(p -> {
            p.colleagues().watch(List.of("1002", "1003"));
            return null;
        });
        Await.until("a free telephone", SOON, () -> seen.get("1002") == LineUse.FREE);
        agent.dials("1002");
        Await.until("a ringing telephone", SOON, () -> seen.get("1002") == LineUse.RINGING);
        CallId there = colleague.answers();
        Await.until("a busy telephone", SOON, () -> seen.get("1002") == LineUse.BUSY);
        colleague.does(p -> p.clear(there));
        Await.until("a free telephone", SOON, () -> seen.get("1002") == LineUse.FREE);

        assertThat(seen.get("1003")).isNotEqualTo(LineUse.FREE);
    }

    private CallId consult() throws Exception {
        CallId consulting = agent.dials("1002");
        agent.await("the customer on hold", c -> c.id().equals(atAgent) && c.state() == ConnectionState.HOLD);
        colleague.answers();
        return agent.talks(consulting);
    }

    private CallId consultBusy() throws Exception {
        CallId consulting = agent.dials("601");
        agent.await("the customer on hold", c -> c.id().equals(atAgent) && c.state() == ConnectionState.HOLD);
        return agent.talks(consulting);
    }

    private void hearEachOther(CallId atColleague) throws Exception {
        talk(customer, atCustomer, colleague, atColleague);
    }

    private static void talk(TestPhone one, CallId atOne, TestPhone other, CallId atOther) throws Exception {
        SilentMedia.Leg here = one.media.legs.get(atOne);
        SilentMedia.Leg there = other.media.legs.get(atOther);
        here.heard.clear();
        there.heard.clear();
        Await.until("hearing each other", SOON, () -> {
            here.say((byte) 7);
            there.say((byte) 9);
            return here.heard.contains((byte) 9) && there.heard.contains((byte) 7);
        });
    }

    private static Stage stage(Call call) {
        return call.marks().transfer().map(t -> t.stage()).orElse(null);
    }
}
