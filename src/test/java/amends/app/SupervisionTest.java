package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AgentState.Reason;
import amends.acd.Board;
import amends.acd.QueueFigures;
import amends.acd.TeamState;
import amends.kernel.Timekeeper;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Persona;
import amends.simulation.SimulatedCall;
import amends.simulation.SimulatedCustomer;
import amends.simulation.SimulatedNetwork;
import amends.telephony.CallId;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a lead sees of two whole desks and their callers, over real sockets. */
@Isolated("it talks in real time")
class SupervisionTest {
    @TempDir
    Path folder;

    private SimulatedNetwork network;
    private EmbeddedPbx pbx;
    private LeadRoom lead;

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
        if (lead != null) lead.close();
        network.close();
        pbx.close();
    }

    private SimulatedCall calls(Persona persona) throws Exception {
        var address = new InetSocketAddress(Office.HOST, pbx.sipPort());
        return new SimulatedCustomer(network, address, persona).call("support", CallPlan.whenTold(), CallSteps.UNHEARD);
    }

    private Board until(String what, Predicate<Board> so) throws Exception {
        Seat.until(what, () -> so.test(lead.supervision().board()));
        return lead.supervision().board();
    }

    private static Predicate<Board> is(String extension, Class<? extends TeamState> state) {
        return board ->
                board.agent(extension).filter(a -> state.isInstance(a.state())).isPresent();
    }

    private QueueFigures support() {
        return lead.supervision().board().queue("support").orElseThrow();
    }

    @Test
    void a_lead_sees_who_waits_who_rings_who_talks_and_what_today_brought() throws Exception {
        try (var first = new Seat(folder, pbx, "1001", "").ready();
                var second = new Seat(folder, pbx, "1002", "")) {
            lead = LeadRoom.open(first.settings, Timekeeper.system());
            until("both agents", is("1001", TeamState.Ready.class).and(is("1002", TeamState.NotReady.class)));
            assertThat(lead.supervision().board().agent("1001").orElseThrow().name())
                    .isEqualTo("李敏");

            SimulatedCall wang = calls(Persona.WANG);
            until("the first ringing", is("1001", TeamState.Ringing.class));
            SimulatedCall chen = calls(Persona.CHEN);
            Board two = until("two waiting", b -> b.waiting().size() == 2);
            assertThat(two.waiting().getFirst().number()).isEqualTo(Persona.WANG.number());

            CallId call = first.answersCall();
            until("the first talking", is("1001", TeamState.OnCall.class));
            until("one waiting", b -> b.waiting().size() == 1);
            until("one answered", b -> support().answered() == 1);
            aLeadWhoComesLaterSeesTheSame(first.settings);

            chen.hangUp();
            until("nobody waiting", b -> b.waiting().isEmpty());
            until("one who gave up", b -> support().abandoned() == 1);
            assertThat(support().level().orElseThrow().percent()).hasValue(50);

            wang.hangUp();
            until("the first writing up", is("1001", TeamState.AfterCall.class));
            assertThat(support().answered()).isEqualTo(1);
            second.stage.onLoop(() -> second.desk.session.notReady(Reason.MEAL));
            until(
                    "the second at table",
                    b -> b.agent("1002").orElseThrow().state() instanceof TeamState.NotReady(var reason, var words)
                            && reason == Reason.MEAL);
            assertThat(first.stage.newest()).contains(call);
        }
        until("both gone", is("1001", TeamState.LoggedOff.class).and(is("1002", TeamState.LoggedOff.class)));
    }

    private void aLeadWhoComesLaterSeesTheSame(DeskSettings settings) throws Exception {
        try (var late = LeadRoom.open(settings, Timekeeper.system())) {
            // The link is up before all that was asked over it is answered.
            Seat.until("the late board", () -> {
                Board now = late.supervision().board();
                return now.link() instanceof Board.Link.Up
                        && now.agent("1001").isPresent()
                        && now.queue("support").isPresent()
                        && !now.waiting().isEmpty();
            });
            Board board = late.supervision().board();
            assertThat(board.agent("1001").orElseThrow().state()).isInstanceOf(TeamState.OnCall.class);
            assertThat(board.waiting()).extracting(w -> w.number()).containsExactly(Persona.CHEN.number());
            assertThat(board.queue("support").orElseThrow().answered()).isEqualTo(1);
        }
    }
}
