package amends.acd.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.acd.BoardEvent;
import amends.acd.BoardEvent.CallerJoined;
import amends.acd.BoardEvent.Counters;
import amends.acd.BoardEvent.MemberSeen;
import amends.acd.BoardEvent.Past;
import amends.acd.BoardEvent.Phone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Events with the keys and values that Asterisk 16 and 22 send. */
class BoardReadingTest {
    private static final String MEMBER = "Queue: support\nMemberName: Li\nInterface: PJSIP/agent1001\n"
            + "StateInterface: PJSIP/agent1001\nLastCall: 0\nLastPause: 0\nLoginTime: 1795291242\nInCall: 0\n";
    private static final String CALL =
            "CallerIDNum: +15551230001\nUniqueid: pbx1-1795291243.0\nDestUniqueid: pbx1-1795291243.1\n"
                    + "Queue: support\nInterface: PJSIP/agent1001\nMemberName: Li\n";

    private static ManagerFrame frame(String text) {
        var frame = new ManagerFrame.Builder();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(':');
            frame.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return frame.build();
    }

    private static MemberSeen member(Phone phone, String pause) {
        return new MemberSeen("support", "PJSIP/agent1001", "Li", phone, Optional.ofNullable(pause), false, Past.NONE);
    }

    static Stream<Arguments> events() {
        String id = "pbx1-1795291243.0";
        String agent = "PJSIP/agent1001";
        return Stream.of(
                arguments(
                        "QueueCallerJoin\nPosition: 2\nCount: 2\n" + CALL,
                        new CallerJoined("support", id, "+15551230001", 2, Duration.ZERO)),
                arguments("QueueCallerLeave\n" + CALL, new BoardEvent.CallerLeft("support", id)),
                arguments("QueueCallerAbandon\nHoldTime: 9\n" + CALL, new BoardEvent.CallerAbandoned("support", id)),
                arguments("QueueMemberAdded\nStatus: 1\nPaused: 0\n" + MEMBER, member(Phone.FREE, null)),
                arguments("QueueMemberStatus\nStatus: 6\nPaused: 0\n" + MEMBER, member(Phone.RINGING, null)),
                arguments(
                        "QueueMemberPause\nStatus: 1\nPaused: 1\nPausedReason: Meal\n" + MEMBER,
                        member(Phone.FREE, "Meal")),
                arguments("QueueMemberRemoved\n" + MEMBER, new BoardEvent.MemberGone("support", agent)),
                arguments("AgentCalled\n" + CALL, new BoardEvent.Offered(agent, id)),
                arguments("AgentRingNoAnswer\nRingTime: 20000\n" + CALL, new BoardEvent.OfferEnded(agent, id)),
                arguments(
                        "AgentConnect\nHoldTime: 4\nRingTime: 3\n" + CALL,
                        new BoardEvent.Connected("support", agent, id, Duration.ofSeconds(4))),
                arguments(
                        "AgentComplete\nHoldTime: 4\nTalkTime: 36\nReason: agent\n" + CALL,
                        new BoardEvent.Completed("support", agent, id, Duration.ofSeconds(4))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_read(String text, BoardEvent event) {
        assertThat(BoardReading.event(frame("Event: " + text))).contains(event);
    }

    @Test
    void what_says_nothing_of_queues_is_nothing() {
        assertThat(BoardReading.event(frame("Event: FullyBooted\nUptime: 3"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,UNKNOWN",
        "1,FREE",
        "2,BUSY",
        "3,BUSY",
        "4,AWAY",
        "5,AWAY",
        "6,RINGING",
        "7,BUSY",
        "8,BUSY",
        "x,UNKNOWN"
    })
    void the_numbers_of_a_phones_state(String status, Phone phone) {
        var read = BoardReading.event(frame("Event: QueueMemberStatus\nStatus: " + status + "\n" + MEMBER));
        assertThat(((MemberSeen) read.orElseThrow()).phone()).isEqualTo(phone);
    }

    @Test
    void a_listing_is_read_whole() {
        var items = List.of(
                frame("Event: QueueParams\nQueue: support\nCompleted: 40\nAbandoned: 3\nServiceLevel: 20\n"
                        + "ServicelevelPerf: 92.5\nServicelevelPerf2: 86.0"),
                frame("Event: QueueMember\nQueue: support\nName: Li\nLocation: PJSIP/agent1001\n"
                        + "LastCall: 0\nLastPause: 1795291242\nLoginTime: 1795291142\nInCall: 1\nStatus: 3\nPaused: 0"),
                frame("Event: QueueEntry\nQueue: support\nPosition: 1\nUniqueid: u1\nCallerIDNum: <unknown>\n"
                        + "Wait: 33"),
                frame("Event: QueueParams\nQueue: sales\nCompleted: 0\nAbandoned: 0\nServiceLevel: 0"));
        var listings = BoardReading.listings(items, 1795291252.5);
        assertThat(listings).hasSize(2);
        var support = listings.getFirst();
        assertThat(support.counters()).isEqualTo(new Counters(40, 37, 3, Optional.of(Duration.ofSeconds(20))));
        assertThat(support.members().getFirst().inCall()).isTrue();
        assertThat(support.members().getFirst().past())
                .isEqualTo(new Past(
                        Optional.of(Duration.ofMillis(110_500)),
                        Optional.of(Duration.ofMillis(10_500)),
                        Optional.empty()));
        assertThat(support.callers()).containsExactly(new CallerJoined("support", "u1", "", 1, Duration.ofSeconds(33)));
        assertThat(listings.getLast().counters().threshold()).isEmpty();
    }

    @Test
    void hostile_text_is_made_harmless() {
        var read = (MemberSeen) BoardReading.event(frame("Event: QueueMemberPause\nQueue: a\u202Eb\nInterface: i\n"
                        + "MemberName: <html>\u0007" + "x".repeat(500) + "\nStatus: 99999999999\nPaused: 1\n"
                        + "PausedReason: \u200Bnap"))
                .orElseThrow();
        assertThat(read.queue()).isEqualTo("ab");
        assertThat(read.name()).hasSize(80).doesNotContain("\u0007");
        assertThat(read.pause()).contains("nap");
        assertThat(read.phone()).isEqualTo(Phone.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"PJSIP/agent1001,1001", "PJSIP/agent,PJSIP/agent", "Local/7@x,Local/7@x"})
    void an_address_gives_its_extension(String address, String extension) {
        assertThat(new ManagerSettings("h", 1, "u", "s").extensionOf(address)).isEqualTo(extension);
    }
}
