package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.CustomerProfile.Tier;
import amends.customer.PopState;
import amends.customer.ScreenPop;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.TestEngine;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.rtp.Halving;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Clip;
import amends.simulation.Persona;
import amends.simulation.SimulatedCall;
import amends.simulation.SimulatedCustomer;
import amends.simulation.SimulatedNetwork;
import amends.simulation.SpeechMatch;
import amends.telephony.Call;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.LineState;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A PBX and two whole desks in one JVM, met by customers from the public network. */
@Isolated("it talks in real time")
class TwoDesksOnePbxTest {
    @TempDir
    Path folder;

    private SimulatedNetwork network;
    private EmbeddedPbx pbx;

    @BeforeEach
    void open() throws Exception {
        network = new SimulatedNetwork(Timekeeper.system());
        pbx = EmbeddedPbx.start(
                PbxConfig.onLoopback(
                        List.of(
                                new Extension("1001", "pw-1001", "Agent 1001"),
                                new Extension("1002", "pw-1002", "Agent 1002")),
                        List.of(CallQueue.of("support", "800")),
                        List.of(new ManagerUser("cti", "amends-cti"))),
                Timekeeper.system());
    }

    @AfterEach
    void close() {
        network.close();
        pbx.close();
    }

    private SimulatedCall calls(Persona persona) throws Exception {
        var address = new InetSocketAddress(Office.HOST, pbx.sipPort());
        return new SimulatedCustomer(network, address, persona).call("support", CallPlan.whenTold(), CallSteps.UNHEARD);
    }

    private static void writeUp(Seat seat, CallId call) throws Exception {
        Seat.until("the end of the call", () -> seat.stage.is(call, ConnectionState.NULL));
        seat.stage.expectCall();
        seat.stage.onLoop(() -> {
            seat.desk.contacts.finish(call, new WrapUp(Disposition.SOLVED, "written up"));
            seat.desk.session.finishAfterCallWork();
        });
        Seat.until("the contact", () -> seat.stage.closed(call));
        Seat.until("being ready", () -> seat.stage.state() instanceof amends.acd.AgentState.Ready);
    }

    @Test
    void two_customers_who_call_at_once_get_a_desk_each_and_the_next_the_one_idle_for_longest() throws Exception {
        try (var first = new Seat(folder, pbx, "1001", "").ready();
                var second = new Seat(folder, pbx, "1002", "").ready()) {
            SimulatedCall wang = calls(Persona.WANG);
            SimulatedCall chen = calls(Persona.CHEN);
            CallId atFirst = first.answersCall();
            CallId atSecond = second.answersCall();
            assertThat(List.of(
                            first.stage.call(atFirst).remote().user(),
                            second.stage.call(atSecond).remote().user()))
                    .containsExactlyInAnyOrder(Persona.WANG.number(), Persona.CHEN.number());

            boolean wangAtSecond = second.stage.call(atSecond).remote().user().equals(Persona.WANG.number());
            (wangAtSecond ? wang : chen).hangUp();
            writeUp(second, atSecond);
            (wangAtSecond ? chen : wang).hangUp();
            writeUp(first, atFirst);

            calls(Persona.CLARKE);
            second.answersCall();
            assertThat(first.stage.newest()).isEmpty();
        }
    }

    @Test
    void one_desk_calls_the_other_by_its_extension_and_both_hear_each_other() throws Exception {
        short[] one = Halving.wide(Clip.load(Clip.AGENT_GREETING_ZH));
        short[] other = Halving.wide(Clip.load(Clip.AGENT_GREETING_EN));
        try (var first = new Seat(folder, pbx, "1001", "").ready();
                var second = new Seat(folder, pbx, "1002", "").ready()) {
            first.stage.onLoop(() -> first.desk.phone.dial("1002"));
            CallId call = second.answersCall();
            assertThat(second.stage.call(call).remote().user()).isEqualTo("1001");
            Seat.until("the second hearing the first", () -> says(first, one, second));
            Seat.until("the first hearing the second", () -> says(second, other, first));
        }
    }

    @Test
    void a_customer_whom_one_desk_connects_with_the_other_is_known_there_and_written_up() throws Exception {
        try (var first = new Seat(folder, pbx, "1001", "").ready();
                var second = new Seat(folder, pbx, "1002", "")) {
            Seat.until("the registration", () -> second.stage.line() instanceof LineState.Registered);
            SimulatedCall wang = calls(Persona.WANG);
            CallId atFirst = first.answersCall();
            first.stage.onLoop(() -> first.desk.phone.dial("1002"));
            CallId atSecond = second.answersCall();
            Seat.until(
                    "the colleague's name",
                    () -> second.stage.pop(atSecond).orElse(null) instanceof PopState.Colleague);
            Seat.until("both talking", () -> consulted(first, atFirst).isPresent());
            CallId consulting = consulted(first, atFirst).orElseThrow();
            first.stage.onLoop(() -> first.desk.phone.connect(atFirst, consulting));

            Seat.until("the customer", () -> second.stage.pop(atSecond).orElse(null) instanceof PopState.Known);
            assertThat(second.stage.call(atSecond).remote().user()).isEqualTo(Persona.WANG.number());
            wang.hangUp();
            Seat.until("the end of the call", () -> second.stage.is(atSecond, ConnectionState.NULL));
            second.stage.onLoop(
                    () -> second.desk.contacts.finish(atSecond, new WrapUp(Disposition.SOLVED, "written up")));
            Seat.until("the contact", () -> second.stage.closed(atSecond));
            Seat.until(
                    "whose it is",
                    () -> second.stage
                            .contact(atSecond)
                            .flatMap(Contact::customer)
                            .isPresent());
        }
    }

    /** The call with the one who is asked, once it is talked on. */
    private static Optional<CallId> consulted(Seat seat, CallId customer) {
        return CompletableFuture.supplyAsync(seat.desk.phone::calls, seat.desk.loop).join().stream()
                .filter(c -> !c.id().equals(customer) && c.state() == ConnectionState.CONNECTED)
                .map(Call::id)
                .findFirst();
    }

    /** Says it again and again: what is said while the machine catches its breath is not heard whole. */
    private static boolean says(Seat one, short[] words, Seat other) {
        if (one.voice.silent()) one.voice.say(words);
        return SpeechMatch.best(other.voice.heard(), words) > 0.9;
    }

    @Test
    void desks_on_one_postgresql_share_contacts_and_profiles_and_overwrite_nothing_unseen() throws Exception {
        var address = TestEngine.POSTGRESQL.newDatabase(folder);
        String database = "database: {url: \"%s\", user: %s, password: %s}"
                .formatted(address.url(), address.user(), address.password());
        try (var first = new Seat(folder, pbx, "1001", database).ready();
                var second = new Seat(folder, pbx, "1002", database).ready()) {
            SimulatedCall here = calls(Persona.WANG);
            CallId atFirst = first.answersCall();
            SimulatedCall there = calls(Persona.WANG);
            CallId atSecond = second.answersCall();
            known(first, atFirst, "信用卡用户，常用手机银行");
            known(second, atSecond, "信用卡用户，常用手机银行");

            assertThat(save(first, atFirst, "第一台")).isEqualTo(ScreenPop.Saved.KEPT);
            assertThat(save(second, atSecond, "第二台")).isEqualTo(ScreenPop.Saved.CHANGED_MEANWHILE);
            known(second, atSecond, "第一台");
            assertThat(save(second, atSecond, "两台")).isEqualTo(ScreenPop.Saved.KEPT);

            here.hangUp();
            writeUp(first, atFirst);
            there.hangUp();
            writeUp(second, atSecond);
            assertThat(first.store.contacts().latest(10))
                    .hasSize(2)
                    .allMatch(contact -> contact.state() == Contact.State.CLOSED)
                    .allMatch(contact -> contact.customer().isPresent())
                    .extracting(Contact::agent)
                    .containsExactlyInAnyOrder(first.desk.member.id(), second.desk.member.id());

            calls(Persona.WANG);
            CallId again = first.answersCall();
            known(first, again, "两台");
        }
    }

    private static void known(Seat seat, CallId call, String note) throws Exception {
        Seat.until(
                "the profile with " + note,
                () -> seat.stage.pop(call).orElse(null) instanceof PopState.Known(var _, var _, var profile)
                        && profile.note().equals(note));
    }

    private static ScreenPop.Saved save(Seat seat, CallId call, String note) throws Exception {
        var saved = new AtomicReference<ScreenPop.Saved>();
        var filled = new ScreenPop.Filled("王建国", Tier.GOLD, "上海", note, Optional.empty());
        seat.stage.onLoop(() -> seat.desk.pop.save(call, filled, saved::set));
        Seat.until("an answer to the save", () -> saved.get() != null);
        return saved.get();
    }
}
