package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.recovery.Balance;
import amends.recovery.Evidence.Kind;
import amends.recovery.Failure;
import amends.recovery.Failures;
import amends.recovery.Owed;
import amends.recovery.Settlement.Means;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Persona;
import amends.simulation.SimulatedCall;
import amends.simulation.SimulatedCustomer;
import amends.simulation.SimulatedNetwork;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** From a queue nobody answered to a debt that is settled in the next call: PBX, manager protocol, desk, database. */
@Isolated("it talks in real time")
class WhatWeOweTest {
    private static final PhoneNumber NUMBER = new PhoneNumber(Persona.UNKNOWN.number());

    @TempDir
    Path folder;

    private static EmbeddedPbx pbx() throws Exception {
        return EmbeddedPbx.start(
                PbxConfig.onLoopback(
                        List.of(new Extension("1001", "pw-1001", "Agent 1001")),
                        List.of(CallQueue.of("support", "800")),
                        List.of(new ManagerUser("cti", "amends-cti"))),
                Timekeeper.system());
    }

    private static Balance owed(Seat seat, CallId call) {
        return CompletableFuture.supplyAsync(() -> seat.desk.owing.owing.of(call), seat.desk.loop)
                .join()
                .map(Owed::balance)
                .orElse(Balance.NOTHING);
    }

    private static Set<Kind> kinds(Balance balance) {
        return balance.open().stream().map(Failure::kind).collect(Collectors.toSet());
    }

    @Test
    void who_gave_up_in_the_queue_is_owed_at_the_next_ring_until_it_is_settled() throws Exception {
        try (var network = new SimulatedNetwork(Timekeeper.system());
                var pbx = pbx();
                var seat = new Seat(folder, pbx, "1001", "recovery: {give-up-seconds: 0, wait-limit-seconds: 0}")) {
            Failures failures = seat.store.failures();
            var customer =
                    new SimulatedCustomer(network, new InetSocketAddress(Office.HOST, pbx.sipPort()), Persona.UNKNOWN);
            Seat.until("the desk in the queue", () -> seat.stage.state() instanceof amends.acd.AgentState.NotReady);
            SimulatedCall inVain = customer.call("support", CallPlan.whenTold(), CallSteps.UNHEARD);
            Seat.until("the caller in the queue", () -> inVain.heard().length > 0);
            inVain.hangUp();
            Seat.until("the failure", () -> !failures.openOf(NUMBER).isEmpty());
            assertThat(failures.openOf(NUMBER)).extracting(Failure::kind).containsExactly(Kind.GAVE_UP);

            SimulatedCall again = customer.call("support", CallPlan.whenTold(), CallSteps.UNHEARD);
            seat.ready();
            CallId call = seat.answersCall();
            Seat.until("what is owed", () -> kinds(owed(seat, call)).equals(Set.of(Kind.LONG_WAIT, Kind.GAVE_UP)));
            List<UUID> all = owed(seat, call).ids();
            seat.stage.onLoop(() -> seat.desk.owing.owing.settle(call, all, Means.APOLOGISED, "", settled -> {}));
            Seat.until("nothing owed", () -> failures.openOf(NUMBER).isEmpty());

            again.hangUp();
            Seat.until("the end of the call", () -> seat.stage.is(call, ConnectionState.NULL));
            seat.stage.onLoop(() -> seat.desk.contacts.finish(call, new WrapUp(Disposition.SOLVED, "")));
            Seat.until("the contact", () -> seat.stage.closed(call));
            assertThat(failures.openOf(NUMBER)).isEmpty();
        }
    }
}
