package amends.acd.manager;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AcdEvent;
import amends.acd.AgentState.Reason;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.law.Needs;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real Asterisk with the queue {@code support} and the manager user {@code cti}. */
class AsteriskAcdLinkIT {
    private static final String HOST = System.getProperty("amends.asterisk", "127.0.0.1");
    private static final String MEMBER = "PJSIP/agent7001";
    private static final ManagerSettings SETTINGS = new ManagerSettings(HOST, 5038, "cti", "ctisecret");

    private final PlatformLoop loop = new PlatformLoop("it-loop");
    private final BlockingQueue<AcdEvent> events = new LinkedBlockingQueue<>();
    private final ManagerAcdLink link = new ManagerAcdLink(SETTINGS, loop, Timekeeper.system());
    private final CompletableFuture<Void> leadUp = new CompletableFuture<>();
    private ManagerSocket leadSocket;
    private ManagerDialogue lead;

    @BeforeEach
    void connect() throws Exception {
        Needs.peer(HOST, 5038, "Asterisk");
        link.onEvent(events::add);
        leadSocket = new ManagerSocket(SETTINGS, loop, f -> !f.get("ActionID").isEmpty(), new ManagerSocket.Listener() {
            @Override
            public void connected() {
                lead.ask(
                        new ManagerAction("Login")
                                .with("Username", SETTINGS.user())
                                .with("Secret", SETTINGS.secret())
                                .with("Events", "off"),
                        answer -> leadUp.complete(null));
            }

            @Override
            public void frame(ManagerFrame frame) {
                lead.take(frame);
            }

            @Override
            public void closed(String reason) {}
        });
        lead = new ManagerDialogue(loop, leadSocket);
        leadSocket.open();
        leadUp.get(30, TimeUnit.SECONDS);
        loop.execute(link::open);
        event(AcdEvent.LinkUp.class);
    }

    @AfterEach
    void disconnect() {
        loop.execute(link::close);
        if (leadSocket != null) leadSocket.close("done");
        loop.close();
    }

    private <T extends AcdEvent> T event(Class<T> kind) throws InterruptedException {
        while (true) {
            AcdEvent next = events.poll(30, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("no " + kind.getSimpleName());
            if (kind.isInstance(next)) return kind.cast(next);
        }
    }

    private ManagerAnswer ask(ManagerAction action) throws Exception {
        var answer = new CompletableFuture<ManagerAnswer>();
        loop.execute(() -> lead.ask(action, answer::complete));
        return answer.get(30, TimeUnit.SECONDS);
    }

    private List<ManagerFrame> members() throws Exception {
        return ask(new ManagerAction("QueueStatus").with("Queue", "support")).items().stream()
                .filter(f -> f.event().equals("QueueMember") && f.is("Location", MEMBER))
                .toList();
    }

    private void awaitMember(Predicate<List<ManagerFrame>> condition) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (condition.test(members())) return;
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("the queue's members stayed " + members());
    }

    private static Predicate<List<ManagerFrame>> paused(String paused, String reason) {
        return members -> members.size() == 1
                && members.getFirst().is("Paused", paused)
                && members.getFirst().is("PausedReason", reason);
    }

    private void logOn() throws Exception {
        loop.execute(() -> link.logOn("7001", "Li Min", List.of("support")));
        awaitMember(paused("1", "SignedIn"));
    }

    @Test
    void a_real_asterisk_sees_the_agent_come_pause_unpause_and_go() throws Exception {
        logOn();
        assertThat(members().getFirst().get("Name")).isEqualTo("Li Min");
        loop.execute(link::ready);
        awaitMember(paused("0", ""));
        loop.execute(() -> link.notReady(Reason.MEAL));
        awaitMember(paused("1", "Meal"));
        loop.execute(link::workingAfterCall);
        awaitMember(paused("1", "AfterCallWork"));
        loop.execute(link::logOff);
        awaitMember(List::isEmpty);
    }

    @Test
    void a_lead_who_pauses_the_agent_is_noticed_and_the_agents_own_pauses_are_not() throws Exception {
        logOn();
        loop.execute(link::ready);
        awaitMember(paused("0", ""));
        ask(new ManagerAction("QueuePause")
                .with("Queue", "support")
                .with("Interface", MEMBER)
                .with("Paused", "true")
                .with("Reason", "Training"));
        assertThat(event(AcdEvent.AvailabilityChanged.class))
                .isEqualTo(new AcdEvent.AvailabilityChanged(false, "Training"));
    }

    @Test
    void the_queue_is_told_as_it_stands() throws Exception {
        logOn();
        assertThat(event(AcdEvent.QueueChanged.class).status().queue()).isEqualTo("support");
    }

    @Test
    void a_desk_that_closes_leaves_the_queue() throws Exception {
        logOn();
        loop.execute(link::close);
        awaitMember(List::isEmpty);
    }
}
