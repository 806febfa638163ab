package amends.acd;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AnswerRules.Asked;
import amends.acd.AnswerRules.Calls;
import amends.desktop.FakePhone;
import amends.kernel.SettableTime;
import amends.law.BesideOthers;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Party;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class AutoAnswerTest {
    private static final String CUSTOMER = "13800138000";
    private static final String COLLEAGUE = "1002";
    private static final StaffMember LI_NA = new StaffMember(new UUID(1, 1), "lina", "李娜", "1001", Set.of(Role.AGENT));

    private final SettableTime time = new SettableTime();
    private final FakePhone phone = new FakePhone(time);
    private final ScriptedLink link = new ScriptedLink();
    private final QueueAgentSession session = new QueueAgentSession(time, time, phone, link, AgentRules.of("support"));
    private final List<CallId> zipped = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "NONE,   NEVER,  true,  true,  true,  -",
        "QUEUE,  NEVER,  true,  false, false, 3",
        "QUEUE,  NEVER,  false, true,  true,  -",
        "ALL,    NEVER,  false, false, false, 3",
        "NONE,   INSIDE, false, true,  true,  0",
        "NONE,   INSIDE, false, false, true,  -",
        "NONE,   INSIDE, true,  false, true,  -",
        "NONE,   INSIDE, false, true,  false, -",
        "NONE,   ALWAYS, false, false, true,  0",
        "QUEUE,  ALWAYS, true,  false, true,  0",
        "QUEUE,  ALWAYS, true,  false, false, 3",
    })
    void the_rules(Calls calls, Asked asked, boolean queued, boolean inside, boolean wished, String seconds) {
        var rules = new AnswerRules(calls, Duration.ofSeconds(3), asked);
        Optional<Duration> wish = wished ? Optional.of(Duration.ZERO) : Optional.empty();
        Optional<Duration> expected =
                seconds.equals("-") ? Optional.empty() : Optional.of(Duration.ofSeconds(Integer.parseInt(seconds)));
        assertThat(rules.ringing(queued, inside, wish)).isEqualTo(expected);
    }

    private AutoAnswer desk(Calls calls, Asked asked) {
        session.signIn(LI_NA);
        session.ready();
        var rules = new AnswerRules(calls, Duration.ofSeconds(3), asked);
        return new AutoAnswer(
                phone, session, time, p -> p.user().length() == 4, zipped::add, rules, rules, kept -> true);
    }

    private void offered(CallId call) {
        link.tells(new AcdEvent.QueueCallOffered(call, "support", CUSTOMER, Duration.ZERO, false));
    }

    @Test
    void a_queue_call_is_answered_after_its_while_with_a_tone_before_it() {
        AutoAnswer desk = desk(Calls.QUEUE, Asked.NEVER);
        CallId call = new CallId("1@pbx");
        offered(call);
        phone.rings("1@pbx", CUSTOMER, "");
        time.pass(Duration.ofSeconds(2));
        assertThat(phone.asked).isEmpty();
        time.pass(Duration.ofSeconds(1));
        assertThat(zipped).containsExactly(call);
        assertThat(phone.calls().getFirst().answered()).isPresent();
        assertThat(desk.answered(call)).isTrue();
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        assertThat(desk.answered(call)).isFalse();
    }

    @Test
    void so_is_one_whose_queue_is_told_after_it_rings() {
        desk(Calls.QUEUE, Asked.NEVER);
        CallId call = phone.rings("1@pbx", CUSTOMER, "");
        time.pass(Duration.ofSeconds(10));
        assertThat(zipped).isEmpty();
        offered(call);
        time.pass(Duration.ofSeconds(3));
        assertThat(zipped).containsExactly(call);
    }

    @Test
    void an_outside_callers_wish_answers_nothing_unless_that_is_allowed() {
        desk(Calls.NONE, Asked.INSIDE);
        phone.ringsToBeAnswered("1@pbx", CUSTOMER);
        time.pass(Duration.ofMinutes(1));
        assertThat(zipped).isEmpty();
    }

    @Test
    void what_must_not_wait_for_the_agent_is_granted_as_a_wish_would_be_followed() {
        AutoAnswer desk = desk(Calls.NONE, Asked.INSIDE);
        var colleague = new Party(COLLEAGUE, "");
        assertThat(desk.answers(new CallId("1@pbx"), colleague)).isTrue();
        assertThat(desk.answers(new CallId("1@pbx"), new Party(CUSTOMER, ""))).isFalse();
        phone.answer(phone.rings("2@pbx", CUSTOMER, ""));
        assertThat(desk.answers(new CallId("1@pbx"), colleague))
                .as("beside another call")
                .isFalse();
    }

    @Test
    void it_is_not_granted_for_who_is_not_there() {
        AutoAnswer desk = desk(Calls.NONE, Asked.ALWAYS);
        session.notReady(AgentState.Reason.BREAK);
        assertThat(desk.answers(new CallId("1@pbx"), new Party(COLLEAGUE, ""))).isFalse();
    }

    @Test
    void a_call_that_is_for_the_agent_rings_at_a_desk_that_answers_all() {
        desk(Calls.ALL, Asked.ALWAYS);
        phone.ringsForTheAgent("1@pbx", COLLEAGUE);
        time.pass(Duration.ofMinutes(1));
        assertThat(zipped).isEmpty();
    }

    @Test
    void a_colleagues_wish_does_at_once() {
        desk(Calls.NONE, Asked.INSIDE);
        CallId call = phone.ringsToBeAnswered("1@pbx", COLLEAGUE);
        time.pass(Duration.ZERO);
        assertThat(zipped).containsExactly(call);
    }

    @Test
    void beside_another_call_nothing_is_answered_by_itself_even_when_that_is_held() {
        desk(Calls.ALL, Asked.ALWAYS);
        CallId first = phone.rings("1@pbx", CUSTOMER, "");
        phone.answer(first);
        phone.hold(first);
        phone.ringsToBeAnswered("2@pbx", COLLEAGUE);
        time.pass(Duration.ofMinutes(1));
        assertThat(zipped).isEmpty();
    }

    @Test
    void of_two_that_ring_the_first_is_answered() {
        desk(Calls.ALL, Asked.NEVER);
        CallId first = phone.rings("1@pbx", CUSTOMER, "");
        phone.rings("2@pbx", CUSTOMER, "");
        time.pass(Duration.ofSeconds(4));
        assertThat(zipped).containsExactly(first);
    }

    @Test
    void who_answers_or_leaves_before_is_not_answered_again() {
        desk(Calls.ALL, Asked.NEVER);
        phone.answer(phone.rings("1@pbx", CUSTOMER, ""));
        phone.farEndClears(new CallId("1@pbx"), ClearCause.REMOTE_HANGUP);
        phone.farEndClears(phone.rings("2@pbx", CUSTOMER, ""), ClearCause.CANCELLED);
        time.pass(Duration.ofMinutes(1));
        assertThat(zipped).isEmpty();
    }

    @Test
    void switched_off_while_it_rings_it_is_the_agents() {
        AutoAnswer desk = desk(Calls.ALL, Asked.NEVER);
        phone.rings("1@pbx", CUSTOMER, "");
        assertThat(desk.choose(AnswerRules.NONE)).isTrue();
        time.pass(Duration.ofMinutes(1));
        assertThat(zipped).isEmpty();
    }

    @Test
    void what_is_no_more_answered_by_the_new_choice_is_not_though_others_would_be() {
        AutoAnswer desk = desk(Calls.QUEUE, Asked.NEVER);
        offered(new CallId("1@pbx"));
        phone.rings("1@pbx", CUSTOMER, "");
        desk.choose(new AnswerRules(Calls.NONE, Duration.ofSeconds(3), Asked.INSIDE));
        time.pass(Duration.ofMinutes(1));
        assertThat(zipped).isEmpty();
    }

    private enum Before {
        READY,
        SIGNED_IN,
        BREAK,
        WRITING,
        BREAK_WHILE_IT_RINGS,
        LEAVING_WHILE_IT_RINGS,
        READY_WHILE_IT_RINGS,
        GONE
    }

    @ParameterizedTest
    @CsvSource({
        "READY,                  QUEUE, NEVER,  true",
        "READY,                  NONE,  ALWAYS, true",
        "SIGNED_IN,              NONE,  ALWAYS, false",
        "SIGNED_IN,              ALL,   NEVER,  true",
        "BREAK,                  QUEUE, NEVER,  false",
        "BREAK,                  NONE,  ALWAYS, false",
        "BREAK,                  ALL,   NEVER,  true",
        "WRITING,                QUEUE, NEVER,  false",
        "WRITING,                NONE,  ALWAYS, false",
        "WRITING,                ALL,   NEVER,  true",
        "BREAK_WHILE_IT_RINGS,   QUEUE, NEVER,  false",
        "BREAK_WHILE_IT_RINGS,   ALL,   NEVER,  true",
        "LEAVING_WHILE_IT_RINGS, QUEUE, NEVER,  false",
        "READY_WHILE_IT_RINGS,   QUEUE, NEVER,  false",
        "GONE,                   QUEUE, NEVER,  false",
        "GONE,                   NONE,  ALWAYS, false",
        "GONE,                   ALL,   NEVER,  true",
    })
    void nobodys_microphone_opens_who_is_not_there_for_calls(Before before, Calls calls, Asked asked, boolean answers) {
        desk(calls, asked);
        switch (before) {
            case SIGNED_IN -> {
                session.signOut();
                session.signIn(LI_NA);
            }
            case BREAK, READY_WHILE_IT_RINGS -> session.notReady(AgentState.Reason.BREAK);
            case WRITING -> {
                phone.answer(phone.rings("0@pbx", CUSTOMER, ""));
                phone.farEndClears(new CallId("0@pbx"), ClearCause.REMOTE_HANGUP);
                assertThat(session.state()).isInstanceOf(AgentState.WorkingAfterCall.class);
            }
            case GONE -> session.signOut();
            default -> {}
        }
        if (asked == Asked.NEVER) offered(new CallId("1@pbx"));
        if (asked == Asked.NEVER) phone.rings("1@pbx", CUSTOMER, "");
        else phone.ringsToBeAnswered("1@pbx", CUSTOMER);
        switch (before) {
            case BREAK_WHILE_IT_RINGS -> session.notReady(AgentState.Reason.BREAK);
            case LEAVING_WHILE_IT_RINGS -> session.signOut();
            case READY_WHILE_IT_RINGS -> session.ready();
            default -> {}
        }
        time.pass(Duration.ofSeconds(3));
        assertThat(!zipped.isEmpty()).isEqualTo(answers);
    }
}
