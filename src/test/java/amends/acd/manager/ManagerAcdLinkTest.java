package amends.acd.manager;

import static amends.acd.manager.ScriptedManagerServer.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AcdEvent;
import amends.acd.AgentState.Reason;
import amends.acd.QueueStatus;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagerAcdLinkTest {
    private final PlatformLoop loop = new PlatformLoop("test-loop");
    private final BlockingQueue<AcdEvent> events = new LinkedBlockingQueue<>();
    private ScriptedManagerServer server;
    private ManagerAcdLink link;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedManagerServer();
        link = new ManagerAcdLink(server.settings(), loop, Timekeeper.system());
        link.onEvent(events::add);
    }

    @AfterEach
    void stop() throws IOException {
        loop.execute(link::close);
        loop.close();
        server.close();
    }

    private <T extends AcdEvent> T event(Class<T> kind) throws InterruptedException {
        while (true) {
            AcdEvent next = events.poll(30, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("no " + kind.getSimpleName() + " was told");
            if (kind.isInstance(next)) return kind.cast(next);
        }
    }

    private void onLoop(Runnable task) {
        loop.execute(task);
    }

    private void logOn() throws InterruptedException {
        onLoop(link::open);
        onLoop(() -> link.logOn("1001", "李敏", List.of("support")));
        event(AcdEvent.LinkUp.class);
        assertThat(server.action("QueuePause")).containsEntry("Reason", "SignedIn");
    }

    @Test
    void logs_in_and_joins_paused_as_the_desks_interface() throws Exception {
        onLoop(link::open);
        assertThat(server.action("Login")).containsEntry("Username", "cti").containsEntry("Secret", "s3cret");
        event(AcdEvent.LinkUp.class);
        onLoop(() -> link.logOn("1001", "李敏", List.of("support")));
        assertThat(server.action("QueueAdd"))
                .containsEntry("Queue", "support")
                .containsEntry("Interface", "PJSIP/agent1001")
                .containsEntry("MemberName", "李敏")
                .containsEntry("Paused", "true");
    }

    @Test
    void what_was_wished_before_the_link_was_up_is_told_when_it_is() throws Exception {
        onLoop(() -> link.logOn("1001", "Li", List.of("support", "sales")));
        onLoop(link::ready);
        onLoop(link::open);
        assertThat(server.action("QueueAdd")).containsEntry("Queue", "support").containsEntry("Paused", "false");
        assertThat(server.action("QueueAdd")).containsEntry("Queue", "sales");
        assertThat(server.action("QueuePause")).containsEntry("Paused", "false");
    }

    @Test
    void states_are_told_with_their_reasons() throws Exception {
        logOn();
        onLoop(link::ready);
        assertThat(server.action("QueuePause")).containsEntry("Paused", "false").doesNotContainKey("Reason");
        onLoop(() -> link.notReady(Reason.BACK_OFFICE));
        assertThat(server.action("QueuePause")).containsEntry("Paused", "true").containsEntry("Reason", "BackOffice");
        onLoop(link::workingAfterCall);
        assertThat(server.action("QueuePause")).containsEntry("Reason", "AfterCallWork");
        onLoop(link::logOff);
        assertThat(server.action("QueueRemove")).containsEntry("Interface", "PJSIP/agent1001");
    }

    @Test
    void being_in_the_queue_already_is_no_failure() throws Exception {
        server.on("QueueAdd", a -> "Response: Error\nMessage: Unable to add interface: Already there");
        logOn();
    }

    @Test
    void an_agent_removed_behind_our_back_is_added_again_with_the_next_wish() throws Exception {
        logOn();
        server.on("QueuePause", a -> "Response: Error\nMessage: Interface not found");
        onLoop(link::ready);
        server.action("QueuePause");
        server.on("QueuePause", a -> SUCCESS);
        assertThat(server.action("QueueAdd")).containsEntry("Paused", "false");
    }

    @Test
    void after_a_lost_connection_the_last_wish_is_told_again() throws Exception {
        logOn();
        onLoop(() -> link.notReady(Reason.MEAL));
        server.action("QueuePause");
        server.dropClient();
        event(AcdEvent.LinkDown.class);
        event(AcdEvent.LinkUp.class);
        assertThat(server.action("QueueAdd")).containsEntry("Paused", "true");
        assertThat(server.action("QueuePause")).containsEntry("Reason", "Meal");
    }

    @Test
    void an_offer_is_joined_to_its_dialog_by_call_id() throws Exception {
        server.on(
                "Getvar",
                a -> SUCCESS + "\nVariable: x\nValue: "
                        + (a.get("Variable").equals("AMENDS_ANNOUNCED") ? "1" : "abc@" + a.get("Channel")));
        logOn();
        server.sendResource("offer.txt");
        var offer = event(AcdEvent.QueueCallOffered.class);
        assertThat(offer.call()).isEqualTo(new CallId("abc@PJSIP/agent1001-00000001"));
        assertThat(offer.queue()).isEqualTo("support");
        assertThat(offer.callerNumber()).isEqualTo("+15551230001");
        assertThat(offer.announced()).isTrue();
        assertThat(offer.waited()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_caller_who_joined_before_the_desk_listened_has_waited_as_the_queue_says() throws Exception {
        server.on(
                "QueueStatus",
                a -> SUCCESS + "\nEventList: start\n\nEvent: QueueEntry\nQueue: support\n"
                        + "Uniqueid: pbx1-1795291633.0\nWait: 95\nActionID: " + a.get("ActionID")
                        + "\n\nEvent: QueueStatusComplete\nEventList: Complete");
        server.on("Getvar", a -> SUCCESS + "\nValue: " + (a.get("Variable").startsWith("CHANNEL") ? "id" : ""));
        logOn();
        server.sendResource("offer.txt");
        var offer = event(AcdEvent.QueueCallOffered.class);
        assertThat(offer.waited()).isBetween(Duration.ofSeconds(95), Duration.ofSeconds(105));
        assertThat(offer.announced()).isFalse();
    }

    @Test
    void an_offer_whose_join_was_not_told_asks_the_queue_how_long_it_waited() throws Exception {
        server.on("Getvar", a -> SUCCESS + "\nValue: " + (a.get("Variable").startsWith("CHANNEL") ? "id" : ""));
        logOn();
        server.on(
                "QueueStatus",
                a -> SUCCESS + "\nEventList: start\n\nEvent: QueueEntry\nQueue: support\n"
                        + "Uniqueid: u-9\nWait: 12\nActionID: " + a.get("ActionID")
                        + "\n\nEvent: QueueStatusComplete\nEventList: Complete");
        server.send("Event: AgentCalled\nQueue: support\nInterface: PJSIP/agent1001\nUniqueid: u-9\n"
                + "Channel: c\nDestChannel: d\nCallerIDNum: <unknown>");
        var offer = event(AcdEvent.QueueCallOffered.class);
        assertThat(offer.waited()).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(22));
        assertThat(offer.callerNumber()).isEmpty();
    }

    @Test
    void a_call_id_that_is_not_there_yet_is_asked_for_again() throws Exception {
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        server.on("Getvar", a -> SUCCESS + "\nValue: " + (asked.incrementAndGet() < 3 ? "" : "late-id"));
        logOn();
        server.sendResource("offer.txt");
        assertThat(event(AcdEvent.QueueCallOffered.class).call()).isEqualTo(new CallId("late-id"));
    }

    @Test
    void a_call_that_rang_out_here_is_told() throws Exception {
        logOn();
        server.sendResource("ring-no-answer.txt");
        assertThat(event(AcdEvent.RingNoAnswer.class).queue()).isEqualTo("support");
    }

    @Test
    void a_caller_who_gives_up_in_one_of_our_queues_is_told() throws Exception {
        logOn();
        server.sendResource("abandoned.txt");
        assertThat(event(AcdEvent.QueueCallAbandoned.class))
                .isEqualTo(new AcdEvent.QueueCallAbandoned(
                        "support", "+15551230009", Duration.ofSeconds(2), "pbx1-1795298290.0"));
    }

    @Test
    void who_gives_up_in_another_queue_is_not_told_and_a_withheld_number_is_none() throws Exception {
        logOn();
        server.send("Event: QueueCallerAbandon\nQueue: sales\nCallerIDNum: +1\nUniqueid: u-1\nHoldTime: 9");
        server.send("Event: QueueCallerAbandon\nQueue: support\nCallerIDNum: <unknown>\nUniqueid: u-2\nHoldTime: x");
        assertThat(event(AcdEvent.QueueCallAbandoned.class))
                .isEqualTo(new AcdEvent.QueueCallAbandoned("support", "", Duration.ZERO, "u-2"));
    }

    @Test
    void a_pause_by_others_is_told_and_our_own_is_not() throws Exception {
        logOn();
        onLoop(() -> link.notReady(Reason.BREAK));
        server.action("QueuePause");
        server.sendResource("other-agents-pause.txt");
        server.send(pause("1", "Break"));
        server.send(pause("1", "Training"));
        assertThat(event(AcdEvent.AvailabilityChanged.class))
                .isEqualTo(new AcdEvent.AvailabilityChanged(false, "Training"));
        server.send(pause("0", ""));
        assertThat(event(AcdEvent.AvailabilityChanged.class)).isEqualTo(new AcdEvent.AvailabilityChanged(true, ""));
    }

    @Test
    void our_own_pause_whose_event_comes_late_is_not_taken_for_anothers() throws Exception {
        logOn();
        onLoop(() -> link.notReady(Reason.BREAK));
        onLoop(link::ready);
        server.action("QueuePause");
        server.action("QueuePause");
        server.send(pause("1", "Break"));
        server.send(pause("0", ""));
        server.send(pause("1", "Lunch"));
        assertThat(event(AcdEvent.AvailabilityChanged.class).reason()).isEqualTo("Lunch");
    }

    @Test
    void being_taken_out_of_the_queue_is_told() throws Exception {
        logOn();
        onLoop(link::ready);
        server.action("QueuePause");
        server.send("Event: QueueMemberRemoved\nQueue: support\nInterface: PJSIP/agent1001");
        assertThat(event(AcdEvent.AvailabilityChanged.class).ready()).isFalse();
    }

    private static String pause(String paused, String reason) {
        return "Event: QueueMemberPause\nQueue: support\nInterface: PJSIP/agent1001\nPaused: " + paused
                + "\nPausedReason: " + reason;
    }

    @Test
    void the_queues_are_told_as_they_stand() throws Exception {
        logOn();
        assertThat(event(AcdEvent.QueueChanged.class).status())
                .isEqualTo(new QueueStatus("support", 3, Duration.ofSeconds(80), 1, 2));
    }

    @Test
    void a_burst_of_queue_events_asks_for_the_queue_once_a_second() throws Exception {
        logOn();
        event(AcdEvent.QueueChanged.class);
        for (int i = 0; i < 200; i++) server.send("Event: QueueCallerJoin\nQueue: support\nUniqueid: u" + i);
        server.action("QueueSummary");
        onLoop(link::ready);
        server.action("QueuePause");
        assertThat(server.wasAsked("QueueSummary")).isFalse();
    }

    @Test
    void a_wrong_secret_says_so_without_telling_it() throws Exception {
        server.on("Login", a -> "Response: Error\nMessage: Authentication failed");
        onLoop(link::open);
        String reason = event(AcdEvent.LinkDown.class).reason();
        assertThat(reason)
                .contains("refuses user cti")
                .contains("Authentication failed")
                .doesNotContain("s3cret");
    }

    @Test
    void a_closed_port_is_told_once_and_tried_until_it_opens() throws Exception {
        int port = server.port();
        server.close();
        onLoop(link::open);
        assertThat(event(AcdEvent.LinkDown.class).reason()).contains("127.0.0.1:" + port);
        server = new ScriptedManagerServer(port);
        event(AcdEvent.LinkUp.class);
    }

    @Test
    void what_is_no_manager_protocol_is_told_as_such() throws Exception {
        server.banner = "SSH-2.0-OpenSSH_9.9\r\n";
        onLoop(link::open);
        assertThat(event(AcdEvent.LinkDown.class).reason()).contains("does not speak the manager protocol");
    }

    @Test
    void closing_the_desk_leaves_the_queue() throws Exception {
        logOn();
        onLoop(link::close);
        server.action("QueueRemove");
        server.action("Logoff");
    }

    @Test
    void who_leaves_hears_the_distributor_out_so_that_it_reads_the_last_too() throws Exception {
        logOn();
        server.on("QueueRemove", action -> {
            LockSupport.parkNanos(100_000_000);
            return "Event: Cdr\n\n".repeat(50) + "Response: Success";
        });
        onLoop(link::close);
        server.action("Logoff");
    }

    @Test
    void noise_of_a_hostile_peer_harms_nothing() throws Exception {
        logOn();
        server.send("Event: QueueMemberPause\n" + "x".repeat(200_000) + "\nQueue: support");
        server.send("Response: Success\nActionID: amends-999999");
        server.send("Event: AgentCalled\nInterface: PJSIP/agent1001\nQueue: support");
        server.send("no header at all");
        server.sendResource("ring-no-answer.txt");
        event(AcdEvent.RingNoAnswer.class);
    }
}
