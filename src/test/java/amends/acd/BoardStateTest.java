package amends.acd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.acd.AgentState.Reason;
import amends.acd.BoardEvent.CallerAbandoned;
import amends.acd.BoardEvent.CallerJoined;
import amends.acd.BoardEvent.CallerLeft;
import amends.acd.BoardEvent.Completed;
import amends.acd.BoardEvent.Connected;
import amends.acd.BoardEvent.Counters;
import amends.acd.BoardEvent.Listed;
import amends.acd.BoardEvent.Listing;
import amends.acd.BoardEvent.MemberGone;
import amends.acd.BoardEvent.MemberSeen;
import amends.acd.BoardEvent.OfferEnded;
import amends.acd.BoardEvent.Offered;
import amends.acd.BoardEvent.Past;
import amends.acd.BoardEvent.Phone;
import amends.acd.Since.Precision;
import amends.kernel.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BoardStateTest {
    private static final String LI = "PJSIP/agent1001";
    private static final String WANG = "PJSIP/agent1002";
    private static final TeamState READY = new TeamState.Ready();
    private static final TeamState ON_CALL = new TeamState.OnCall();
    private static final TeamState RINGING = new TeamState.Ringing();
    private static final TeamState GONE = new TeamState.LoggedOff();
    private static final TeamState AWAY = new TeamState.Unreachable();
    private static final TeamState AFTER = new TeamState.AfterCall();
    private static final TeamState MEAL = new TeamState.NotReady(Reason.MEAL, "Meal");

    private final SettableTime time = new SettableTime();
    private final BoardFold fold = new BoardFold(time, ZoneOffset.UTC, a -> a.replace("PJSIP/agent", ""));

    BoardStateTest() {
        time.setWall(Instant.parse("2026-03-02T09:00:00Z"));
    }

    private static MemberSeen member(Phone phone, String pause) {
        return member("support", LI, phone, pause, false, Past.NONE);
    }

    private static MemberSeen member(
            String queue, String address, Phone phone, String pause, boolean inCall, Past past) {
        return new MemberSeen(queue, address, "Li Min", phone, Optional.ofNullable(pause), inCall, past);
    }

    private static Past past(long joined, long paused, long called) {
        return new Past(ago(joined), ago(paused), ago(called));
    }

    private static Optional<Duration> ago(long seconds) {
        return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    private static CallerJoined caller(String id, int position, long waited) {
        return new CallerJoined("support", id, "138" + id, position, Duration.ofSeconds(waited));
    }

    private static Connected connects(String caller, long waited) {
        return new Connected("support", LI, caller, Duration.ofSeconds(waited));
    }

    private static Completed completes(String caller, long waited) {
        return new Completed("support", LI, caller, Duration.ofSeconds(waited));
    }

    private static Counters counters(int completed, int prompt, int abandoned) {
        return new Counters(completed, prompt, abandoned, Optional.of(Duration.ofSeconds(20)));
    }

    private static Listed listed(Counters counters, Optional<Instant> began, MemberSeen... members) {
        return new Listed(List.of(new Listing("support", counters, List.of(members), List.of())), began);
    }

    private Board after(BoardEvent... events) {
        for (BoardEvent event : events) fold.take(event);
        return fold.board();
    }

    private AgentFigures li() {
        return fold.board().agent("1001").orElseThrow();
    }

    private QueueFigures support() {
        return fold.board().queue("support").orElseThrow();
    }

    static Stream<Arguments> states() {
        BoardEvent free = member(Phone.FREE, null);
        BoardEvent rings = member(Phone.RINGING, null);
        BoardEvent busy = member(Phone.BUSY, null);
        BoardEvent offered = new Offered(LI, "c1");
        BoardEvent left = new CallerLeft("support", "c1");
        return Stream.of(
                arguments("free", List.of(free), READY),
                arguments("unknown", List.of(member(Phone.UNKNOWN, null)), READY),
                arguments("away", List.of(member(Phone.AWAY, null)), AWAY),
                arguments("away on a break", List.of(member(Phone.AWAY, "Meal")), AWAY),
                arguments("paused", List.of(member(Phone.FREE, "Meal")), MEAL),
                arguments(
                        "paused by others",
                        List.of(member(Phone.FREE, "RONA")),
                        new TeamState.NotReady(Reason.SET_BY_OTHERS, "RONA")),
                arguments("writing up", List.of(member(Phone.FREE, "AfterCallWork")), AFTER),
                arguments("own call", List.of(busy), ON_CALL),
                arguments("own call on a break", List.of(member(Phone.BUSY, "Meal")), ON_CALL),
                arguments("phone rings", List.of(free, rings), RINGING),
                arguments("offered", List.of(free, offered), RINGING),
                arguments("ringing that is called busy", List.of(free, offered, busy), RINGING),
                arguments("a stale word while it rings", List.of(free, offered, free), RINGING),
                arguments("offered, then answered", List.of(free, offered, rings, busy, left), ON_CALL),
                arguments("offered, caller gone", List.of(free, offered, left), READY),
                arguments("offered, gave up", List.of(free, offered, new CallerAbandoned("support", "c1")), READY),
                arguments("rang out", List.of(free, offered, new OfferEnded(LI, "c1")), READY),
                arguments("another offer ended", List.of(free, offered, new OfferEnded(LI, "c9")), RINGING),
                arguments("connected, phone silent", List.of(free, offered, connects("c1", 3)), ON_CALL),
                arguments("told in another order", List.of(free, connects("c1", 3), left, offered, busy), ON_CALL),
                arguments("completed", List.of(free, connects("c1", 3), completes("c1", 3)), READY),
                arguments(
                        "completed, phone busy still",
                        List.of(free, connects("c1", 3), busy, completes("c1", 3)),
                        ON_CALL),
                arguments("free again, end untold", List.of(free, connects("c1", 3), busy, free), READY),
                arguments("out of the queue", List.of(free, new MemberGone("support", LI)), GONE),
                arguments(
                        "out of one of two",
                        List.of(
                                free,
                                member("sales", LI, Phone.FREE, "Meal", false, Past.NONE),
                                new MemberGone("support", LI)),
                        MEAL),
                arguments(
                        "paused in one of two",
                        List.of(free, member("sales", LI, Phone.FREE, "Meal", false, Past.NONE)),
                        READY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void the_state_of_an_agent(String name, List<BoardEvent> events, TeamState state) {
        events.forEach(fold::take);
        assertThat(li().state()).isEqualTo(state);
    }

    @Test
    void what_is_told_of_strangers_to_the_queues_makes_no_agents() {
        assertThat(after(new Offered(LI, "c1"), new OfferEnded(LI, "c1")).agents())
                .isEmpty();
    }

    @Test
    void time_in_state_begins_with_the_change_and_not_with_what_repeats_it() {
        after(member(Phone.FREE, "Meal"));
        time.pass(Duration.ofSeconds(60));
        after(member(Phone.FREE, "Meal"));
        assertThat(li().since().until(time.nanos())).hasSeconds(60);
        after(member(Phone.FREE, null));
        assertThat(li().since().until(time.nanos())).isZero();
    }

    static Stream<Arguments> traces() {
        return Stream.of(
                arguments(Phone.FREE, "Meal", past(900, 300, 400), 300, Precision.EXACT),
                arguments(Phone.FREE, "AfterCallWork", past(900, 12, 14), 12, Precision.EXACT),
                arguments(Phone.FREE, null, past(900, 300, 400), 300, Precision.AT_MOST),
                arguments(Phone.FREE, null, past(900, 0, 0), 900, Precision.AT_MOST),
                arguments(Phone.FREE, "Meal", past(0, 0, 0), 0, Precision.AT_LEAST),
                arguments(Phone.BUSY, null, past(900, 300, 400), 0, Precision.AT_LEAST));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void what_began_unseen_is_known_by_its_traces(
            Phone phone, String pause, Past past, long seconds, Precision precision) {
        after(listed(counters(0, 0, 0), Optional.empty(), member("support", LI, phone, pause, false, past)));
        assertThat(li().since().until(time.nanos())).hasSeconds(seconds);
        assertThat(li().since().precision()).isEqualTo(precision);
    }

    @Test
    void a_state_that_outlives_a_lost_link_keeps_its_time() {
        after(new BoardEvent.LinkUp(), listed(counters(0, 0, 0), Optional.empty(), member(Phone.FREE, null)));
        time.pass(Duration.ofSeconds(100));
        after(member(Phone.BUSY, null));
        time.pass(Duration.ofSeconds(30));
        after(new BoardEvent.LinkDown("gone"));
        time.pass(Duration.ofSeconds(20));
        after(new BoardEvent.LinkUp(), listed(counters(0, 0, 0), Optional.empty(), member(Phone.BUSY, null)));
        assertThat(li().since())
                .isEqualTo(new Since(time.nanos() - Duration.ofSeconds(50).toNanos(), Precision.EXACT));
    }

    @Test
    void a_break_begun_anew_while_nobody_looked_counts_from_its_own_beginning() {
        after(new BoardEvent.LinkUp(), listed(counters(0, 0, 0), Optional.empty(), member(Phone.FREE, "Meal")));
        time.pass(Duration.ofSeconds(100));
        after(new BoardEvent.LinkDown("gone"));
        time.pass(Duration.ofSeconds(60));
        after(
                new BoardEvent.LinkUp(),
                listed(
                        counters(0, 0, 0),
                        Optional.empty(),
                        member("support", LI, Phone.FREE, "Meal", false, past(900, 10, 0))));
        assertThat(li().since().until(time.nanos())).hasSeconds(10);
    }

    @Test
    void whoever_is_not_listed_any_more_is_logged_off_and_forgotten_the_next_day() {
        after(listed(counters(0, 0, 0), Optional.empty(), member(Phone.FREE, null)));
        after(listed(counters(0, 0, 0), Optional.empty()));
        assertThat(li().state()).isEqualTo(GONE);
        nextDay();
        assertThat(after(new BoardEvent.Tick()).agents()).isEmpty();
    }

    private void nextDay() {
        time.setWall(Instant.parse("2026-03-03T00:00:01Z"));
    }

    @Test
    void callers_wait_by_position_and_the_longest_is_known() {
        after(caller("a", 1, 0));
        time.pass(Duration.ofSeconds(10));
        after(caller("b", 2, 0), caller("vip", 1, 0), caller("b", 2, 0));
        assertThat(fold.board().waiting())
                .extracting(WaitingCaller::id, WaitingCaller::position)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("vip", 1),
                        org.assertj.core.groups.Tuple.tuple("a", 2),
                        org.assertj.core.groups.Tuple.tuple("b", 3));
        assertThat(support().longest().orElseThrow().until(time.nanos())).hasSeconds(10);
        after(new CallerLeft("support", "a"));
        assertThat(support().waiting()).isEqualTo(2);
        assertThat(support().longest().orElseThrow().until(time.nanos())).isZero();
    }

    @Test
    void a_listing_knows_how_long_callers_waited_and_a_later_one_does_not_change_it() {
        var listing = new Listing("support", counters(0, 0, 0), List.of(), List.of(caller("a", 1, 95)));
        after(new Listed(List.of(listing), Optional.empty()));
        time.pass(Duration.ofMillis(800));
        after(new Listed(List.of(listing), Optional.empty()));
        assertThat(support().longest().orElseThrow().until(time.nanos())).hasMillis(95_800);
    }

    static Stream<Arguments> counted() {
        return Stream.of(
                arguments("answered in time", List.of(caller("a", 1, 0), connects("a", 5)), 1, 0, 1),
                arguments("answered late", List.of(caller("a", 1, 0), connects("a", 21)), 1, 0, 0),
                arguments("answered, ended", List.of(connects("a", 5), completes("a", 5)), 1, 0, 1),
                arguments(
                        "its end told twice", List.of(connects("a", 5), completes("a", 5), completes("a", 5)), 1, 0, 1),
                arguments("its end alone: the list has it", List.of(completes("a", 5)), 0, 0, 0),
                arguments("gave up", List.of(caller("a", 1, 0), new CallerAbandoned("support", "a")), 0, 1, 0),
                arguments(
                        "gave up, left told before",
                        List.of(caller("a", 1, 0), new CallerLeft("support", "a"), new CallerAbandoned("support", "a")),
                        0,
                        1,
                        0),
                arguments(
                        "gave up, told twice",
                        List.of(
                                caller("a", 1, 0),
                                new CallerAbandoned("support", "a"),
                                new CallerAbandoned("support", "a")),
                        0,
                        1,
                        0),
                arguments("gave up before the list", List.of(new CallerAbandoned("support", "a")), 0, 0, 0),
                arguments("let go", List.of(caller("a", 1, 0), new CallerLeft("support", "a")), 0, 0, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("counted")
    void what_is_counted(String name, List<BoardEvent> events, int answered, int abandoned, int prompt) {
        after(listed(counters(10, 9, 2), Optional.of(time.now()), member(Phone.FREE, null)));
        events.forEach(fold::take);
        assertThat(support().answered()).isEqualTo(10 + answered);
        assertThat(support().abandoned()).isEqualTo(2 + abandoned);
        assertThat(support().level().orElseThrow())
                .isEqualTo(new ServiceLevel(9 + prompt, 12 + answered + abandoned, Duration.ofSeconds(20)));
    }

    @Test
    void a_distributor_that_began_today_has_counted_today() {
        Instant began = Instant.parse("2026-03-02T07:30:00Z");
        after(listed(counters(10, 9, 2), Optional.of(began)));
        assertThat(support().answered()).isEqualTo(10);
        assertThat(support().from()).isEqualTo(began);
    }

    @Test
    void of_one_that_began_earlier_only_what_comes_now_is_todays() {
        after(listed(counters(1000, 900, 50), Optional.of(Instant.parse("2026-02-01T00:00:00Z"))));
        assertThat(support().answered()).isZero();
        assertThat(support().from()).isEqualTo(time.now());
        after(listed(counters(1003, 902, 51), Optional.empty()));
        assertThat(support().answered()).isEqualTo(3);
        assertThat(support().abandoned()).isEqualTo(1);
        assertThat(support().level().orElseThrow().percent()).hasValue(50);
    }

    @Test
    void a_call_that_a_list_shows_being_talked_to_is_counted_once() {
        var talking = member("support", LI, Phone.BUSY, null, true, Past.NONE);
        after(listed(counters(10, 10, 0), Optional.of(time.now()), talking));
        assertThat(support().answered()).isEqualTo(11);
        after(completes("a", 5));
        assertThat(support().answered()).isEqualTo(11);
        after(listed(counters(11, 11, 0), Optional.empty(), member(Phone.FREE, null)));
        assertThat(support().answered()).isEqualTo(11);
    }

    @Test
    void counters_that_go_back_were_reset_and_todays_calls_stay_todays() {
        after(listed(counters(10, 9, 2), Optional.of(time.now())));
        after(listed(counters(3, 3, 1), Optional.empty()));
        assertThat(support().answered()).isEqualTo(13);
        assertThat(support().abandoned()).isEqualTo(3);
    }

    @Test
    void a_list_mends_what_was_missed() {
        after(listed(counters(10, 9, 2), Optional.of(time.now()), member(Phone.FREE, null)));
        after(caller("a", 1, 0), connects("a", 5));
        after(listed(counters(15, 12, 4), Optional.empty(), member(Phone.FREE, null)));
        assertThat(support().answered()).isEqualTo(15);
        assertThat(support().abandoned()).isEqualTo(4);
        assertThat(support().waiting()).isZero();
        assertThat(li().state()).isEqualTo(READY);
    }

    @Test
    void at_midnight_counting_begins_anew_and_a_call_that_runs_on_belongs_to_yesterday() {
        after(listed(counters(10, 9, 2), Optional.of(time.now()), member(Phone.FREE, null)));
        after(caller("a", 1, 0), connects("a", 5));
        nextDay();
        after(completes("a", 5));
        assertThat(support().answered()).isZero();
        assertThat(support().abandoned()).isZero();
        assertThat(support().from()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
        after(caller("b", 1, 0), connects("b", 5));
        assertThat(support().answered()).isEqualTo(1);
        assertThat(support().level().orElseThrow().percent()).hasValue(100);
    }

    @Test
    void a_queue_without_a_threshold_has_no_service_level() {
        var none = new Counters(1, 0, 0, Optional.empty());
        after(listed(none, Optional.of(time.now())));
        assertThat(support().level()).isEmpty();
        assertThat(new ServiceLevel(0, 0, Duration.ofSeconds(20)).percent()).isEmpty();
    }

    @Test
    void the_board_says_since_when_the_link_is_down_and_keeps_what_was_known() {
        after(new BoardEvent.LinkUp(), listed(counters(1, 1, 0), Optional.empty(), member(Phone.FREE, null)));
        Instant lost = time.now();
        after(new BoardEvent.LinkDown("no route"));
        time.pass(Duration.ofSeconds(7));
        Board board = after(new BoardEvent.LinkDown("refused"));
        assertThat(board.link()).isInstanceOfSatisfying(Board.Link.Down.class, down -> {
            assertThat(down.since()).isEqualTo(lost);
            assertThat(down.reason()).isEqualTo("refused");
        });
        assertThat(board.agents()).hasSize(1);
    }

    @Test
    void two_agents_are_kept_apart_and_a_call_rings_at_one() {
        after(
                member(Phone.FREE, null),
                member("support", WANG, Phone.FREE, null, false, Past.NONE),
                caller("a", 1, 0),
                new Offered(WANG, "a"));
        assertThat(fold.board().agents())
                .extracting(AgentFigures::extension, AgentFigures::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1001", READY),
                        org.assertj.core.groups.Tuple.tuple("1002", RINGING));
    }
}
