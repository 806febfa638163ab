package amends.pbx.manager;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.pbx.RawManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manager port as a client meets it; the answers are those that an Asterisk 16 gave to the same questions. */
class ManagerProtocolTest {
    private EmbeddedPbx pbx;
    private RawManager manager;

    @BeforeEach
    void open() throws Exception {
        pbx = EmbeddedPbx.start(
                PbxConfig.onLoopback(
                        List.of(new Extension("1001", "pw1001", "Agent 1001")),
                        List.of(CallQueue.of("support"), CallQueue.of("sales")),
                        List.of(new ManagerUser("cti", "ctisecret"))),
                Timekeeper.system());
        manager = RawManager.signedIn(pbx.managerPort(), "cti", "ctisecret");
    }

    @AfterEach
    void close() throws Exception {
        manager.close();
        pbx.close();
    }

    private String message(String action, String... lines) throws Exception {
        return manager.ask(action, lines).get("Message");
    }

    @Test
    void the_banner_names_the_protocol() throws Exception {
        assertThat(manager.banner()).isEqualTo("Asterisk Call Manager/5.0.4");
        assertThat(manager.awaitEvent("FullyBooted")).containsEntry("Status", "Fully Booted");
    }

    @Test
    void nothing_is_done_for_who_has_not_signed_in() throws Exception {
        try (var stranger = new RawManager(pbx.managerPort())) {
            assertThat(stranger.ask("QueueStatus"))
                    .containsEntry("Response", "Error")
                    .containsEntry("Message", "Permission denied");
        }
    }

    @Test
    void after_three_wrong_secrets_the_client_is_let_go() throws Exception {
        try (var stranger = new RawManager(pbx.managerPort())) {
            for (int i = 0; i < 3; i++)
                assertThat(stranger.ask("Login", "Username: cti", "Secret: guess" + i))
                        .containsEntry("Message", "Authentication failed");
            assertThat(stranger.awaitEnd()).isTrue();
        }
    }

    @Test
    void signing_out_says_goodbye() throws Exception {
        assertThat(manager.ask("Logoff"))
                .containsEntry("Response", "Goodbye")
                .containsEntry("Message", "Thanks for all the fish.");
        assertThat(manager.awaitEnd()).isTrue();
    }

    @Test
    void a_ping_is_answered() throws Exception {
        assertThat(manager.ask("Ping")).containsEntry("Ping", "Pong").containsKey("Timestamp");
    }

    @Test
    void members_come_and_go_and_pause() throws Exception {
        String device = "Interface: PJSIP/agent1001";
        assertThat(message("QueueAdd", "Queue: support", device, "MemberName: Agent 1001"))
                .isEqualTo("Added interface to queue");
        assertThat(message("QueueAdd", "Queue: support", device)).isEqualTo("Unable to add interface: Already there");
        assertThat(message("QueueAdd", "Queue: nosuch", device))
                .isEqualTo("Unable to add interface to queue: No such queue");
        assertThat(message("QueuePause", "Queue: support", device, "Paused: true", "Reason: Lunch"))
                .isEqualTo("Interface paused successfully");
        assertThat(manager.awaitEvent("QueueMemberPause"))
                .containsEntry("Paused", "1")
                .containsEntry("PausedReason", "Lunch");
        assertThat(message("QueuePause", device, "Paused: false")).isEqualTo("Interface unpaused successfully");
        assertThat(message("QueueRemove", "Queue: support", device)).isEqualTo("Removed interface from queue");
        assertThat(message("QueueRemove", "Queue: support", device)).isEqualTo("Unable to remove interface: Not there");
        assertThat(message("QueuePause", device, "Paused: true")).isEqualTo("Interface not found");
    }

    @Test
    void an_answer_comes_before_what_it_set_off() throws Exception {
        manager.forget();
        manager.ask("QueueAdd", "Queue: support", "Interface: PJSIP/1001", "MemberName: A");
        manager.awaitEvent("QueueMemberAdded");
        assertThat(manager.all().getFirst()).containsEntry("Response", "Success");
    }

    @Test
    void queues_are_listed_with_their_members() throws Exception {
        manager.ask("QueueAdd", "Queue: support", "Interface: PJSIP/agent1001", "MemberName: A");
        manager.ask("QueueStatus");
        assertThat(manager.awaitEvent("QueueStatusComplete")).containsEntry("ListItems", "3");
        assertThat(manager.awaitEvent("QueueMember"))
                .containsEntry("Location", "PJSIP/agent1001")
                .containsEntry("Status", "5");
        manager.ask("QueueSummary", "Queue: support");
        assertThat(manager.awaitEvent("QueueSummaryComplete")).containsEntry("ListItems", "1");
    }

    @Test
    void events_stop_and_start_at_will() throws Exception {
        assertThat(manager.ask("Events", "EventMask: off")).containsEntry("Events", "Off");
        manager.forget();
        manager.ask("QueueAdd", "Queue: support", "Interface: PJSIP/agent1001");
        assertThat(manager.ask("Events", "EventMask: agent")).containsEntry("Events", "On");
        manager.ask("QueueRemove", "Queue: support", "Interface: PJSIP/agent1001");
        manager.awaitEvent("QueueMemberRemoved");
        assertThat(manager.events()).containsExactly("QueueMemberRemoved");
    }

    @Test
    void an_unknown_action_is_named() throws Exception {
        assertThat(message("NoSuchAction"))
                .isEqualTo(
                        "Invalid/unknown command: NoSuchAction. Use Action: ListCommands to show available commands.");
    }

    @Test
    void legs_that_are_not_there_are_not_there() throws Exception {
        assertThat(message("Getvar", "Channel: PJSIP/none", "Variable: X")).isEqualTo("No such channel");
        assertThat(message("Hangup", "Channel: PJSIP/none")).isEqualTo("No such channel");
    }

    @Test
    void a_call_from_a_telephone_that_is_not_there_fails_with_reason_0() throws Exception {
        manager.ask("Originate", "Channel: PJSIP/agent1001", "Exten: 600", "Context: agents", "Async: true");
        assertThat(manager.awaitEvent("OriginateResponse"))
                .containsEntry("Response", "Failure")
                .containsEntry("Reason", "0");
    }

    @Test
    void a_forged_name_stays_in_its_line() throws Exception {
        manager.send("Action: QueueAdd\nActionID: z\rEvent: Forged\nQueue: support\nInterface: PJSIP/agent1001\n\n");
        var answer = manager.awaitEvent("QueueMemberAdded");
        assertThat(answer).containsEntry("Interface", "PJSIP/agent1001");
        assertThat(manager.events()).doesNotContain("Forged");
    }

    @Test
    void a_flood_ends_the_client_and_nobody_else() throws Exception {
        try (var flood = new RawManager(pbx.managerPort())) {
            flood.send("A".repeat(10_000));
            assertThat(flood.awaitEnd()).isTrue();
        }
        assertThat(manager.ask("Ping")).containsEntry("Ping", "Pong");
    }

    @Test
    void several_clients_hear_the_same() throws Exception {
        try (var other = RawManager.signedIn(pbx.managerPort(), "cti", "ctisecret")) {
            manager.ask("QueueAdd", "Queue: sales", "Interface: PJSIP/agent1001");
            assertThat(other.awaitEvent("QueueMemberAdded")).containsEntry("Queue", "sales");
        }
    }
}
