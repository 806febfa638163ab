package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.CallScript;
import amends.customer.CustomerProfile;
import amends.customer.PopState;
import amends.desktop.FakeKeeping;
import amends.desktop.FakePop;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.StoreQueue;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Evidence.LongWait;
import amends.recovery.Owed.Standing;
import amends.recovery.Owing.Settled;
import amends.recovery.Settlement.Means;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookingOwingTest {
    private static final String NUMBER = "13800138000";
    private static final PhoneNumber E164 = new PhoneNumber("+8613800138000");
    private static final PhoneNumber HOME = new PhoneNumber("+862150001234");
    private final SettableTime time = new SettableTime();
    private final CallScript phone = new CallScript(time);
    private final FailureMemory memory = new FailureMemory();
    private final StoreQueue queue = new StoreQueue("test", 100);
    private final List<Owed> told = new ArrayList<>();
    private final List<Settled> results = new ArrayList<>();
    private final Queue<Runnable> hanging = new ArrayDeque<>();
    private boolean slow;
    private Optional<StaffMember> agent = Optional.of(member(Role.AGENT));
    private final FakePop pop = new FakePop();
    private final LookingOwing owing = new LookingOwing(
            phone,
            pop,
            new LookingOwing.Store(memory, memory, memory, queue),
            new FakeKeeping(),
            () -> agent,
            time,
            task -> {
                if (slow) hanging.add(task);
                else task.run();
            },
            time);

    LookingOwingTest() {
        owing.onOwed(told::add);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private static StaffMember member(Role role) {
        return new StaffMember(Ids.next(), "limin", "李敏", "1001", Set.of(role));
    }

    private Failure gaveUp(String caller, long minutes, PhoneNumber number) {
        Instant yesterday = time.now().minus(Duration.ofDays(1));
        return Failure.of(
                new GaveUp(caller, "support", Duration.ofMinutes(minutes)),
                yesterday,
                Optional.empty(),
                Optional.of(number));
    }

    private Failure stored(String caller, long minutes) {
        Failure failure = gaveUp(caller, minutes, E164);
        memory.add(failure);
        return failure;
    }

    private Failure live(CallId call) {
        var evidence = new LongWait(call, "support", Duration.ofMinutes(3), Duration.ofMinutes(2));
        return Failure.of(evidence, time.now(), Optional.empty(), Optional.of(E164));
    }

    private static final CustomerProfile WANG = new CustomerProfile(
            new UUID(7, 1), "王建国", List.of(HOME), CustomerProfile.Tier.GOLD, "上海", Optional.empty(), "", 1);

    private CallId rings() {
        CallId call = phone.rings("now", NUMBER);
        pop.pops(new PopState.Looking(call, new Party(NUMBER, "")));
        pop.pops(new PopState.Unknown(call, new Party(NUMBER, ""), Optional.of(E164)));
        return call;
    }

    private CallId answered() {
        CallId call = rings();
        phone.isAnswered(call);
        return call;
    }

    private List<Failure> open(CallId call) {
        return owing.of(call).orElseThrow().balance().open();
    }

    private Standing standing(CallId call) {
        return owing.of(call).orElseThrow().standing();
    }

    private void settle(CallId call, Means means, String words, Failure... failures) {
        owing.settle(call, List.of(failures).stream().map(Failure::id).toList(), means, words, results::add);
        assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void what_a_ringing_caller_is_owed_is_there_the_gravest_first() {
        Failure light = stored("1", 1);
        Failure grave = stored("2", 14);
        CallId call = rings();

        assertThat(told).extracting(Owed::standing).containsExactly(Standing.LOOKING, Standing.KNOWN);
        assertThat(open(call)).containsExactly(grave, light);
    }

    @Test
    void a_withheld_number_is_owed_nothing_until_it_is_known_whose_it_is() {
        Failure failure = gaveUp("1", 14, HOME);
        memory.add(failure);
        CallId call = phone.rings("now", "anonymous");
        pop.pops(new PopState.Unknown(call, new Party("anonymous", ""), Optional.empty()));
        assertThat(standing(call)).isEqualTo(Standing.KNOWN);
        assertThat(open(call)).isEmpty();
        pop.pops(new PopState.Known(call, new Party("anonymous", ""), WANG));

        assertThat(open(call)).extracting(Failure::id).containsExactly(failure.id());
        assertThat(memory.byId(failure.id()).orElseThrow().failure().customer()).contains(WANG.id());
    }

    @Test
    void a_customer_whose_profile_changes_is_not_looked_up_twice() {
        CallId call = phone.rings("now", NUMBER);
        pop.pops(new PopState.Known(call, new Party(NUMBER, ""), WANG));
        pop.pops(new PopState.Known(call, new Party(NUMBER, ""), WANG));

        assertThat(memory.looks).isEqualTo(1);
    }

    @Test
    void who_cannot_be_looked_up_is_owed_what_is_unknown() {
        CallId call = phone.rings("now", NUMBER);
        pop.pops(new PopState.Unavailable(call, new Party(NUMBER, ""), PopState.Unavailable.Why.AWAY));

        assertThat(standing(call)).isEqualTo(Standing.UNAVAILABLE);
    }

    @Test
    void a_look_that_takes_too_long_is_told_as_unavailable_and_still_counts() {
        Failure failure = stored("1", 14);
        slow = true;
        CallId call = rings();
        time.pass(Duration.ofSeconds(2));
        assertThat(standing(call)).isEqualTo(Standing.UNAVAILABLE);
        hanging.remove().run();

        assertThat(standing(call)).isEqualTo(Standing.KNOWN);
        assertThat(open(call)).containsExactly(failure);
    }

    @Test
    void a_database_that_is_away_is_asked_again_while_the_call_lasts() {
        Failure failure = stored("1", 14);
        memory.away = true;
        CallId call = answered();
        assertThat(standing(call)).isEqualTo(Standing.UNAVAILABLE);
        memory.away = false;
        time.pass(Duration.ofSeconds(1));

        assertThat(standing(call)).isEqualTo(Standing.KNOWN);
        assertThat(open(call)).containsExactly(failure);
    }

    @Test
    void nobody_is_asked_any_more_when_the_call_is_over() {
        memory.away = true;
        CallId call = answered();
        phone.ends(call, ClearCause.REMOTE_HANGUP);
        memory.away = false;
        time.pass(Duration.ofMinutes(1));

        assertThat(memory.looks).isZero();
        assertThat(owing.of(call)).isPresent();
    }

    @Test
    void silent_looks_do_not_pile_up() {
        slow = true;
        rings();
        time.pass(Duration.ofMinutes(5));

        assertThat(hanging).hasSize(2);
    }

    @Test
    void what_goes_wrong_in_the_call_itself_is_added_at_once_and_once() {
        CallId call = rings();
        owing.seen(call, live(call));
        owing.seen(call, live(call));

        assertThat(open(call)).containsExactly(live(call));
        assertThat(told).hasSize(3);
    }

    @Test
    void who_may_not_look_at_customers_is_shown_nothing() {
        stored("1", 14);
        agent = Optional.of(member(Role.INSPECTOR));
        CallId call = rings();

        assertThat(open(call)).isEmpty();
        assertThat(memory.looks).isZero();
    }

    @Test
    void what_is_settled_is_owed_no_more_and_kept_with_who_and_how() {
        Failure first = stored("1", 14);
        Failure second = stored("2", 1);
        CallId call = answered();
        settle(call, Means.APOLOGISED, "", first);

        assertThat(results).containsExactly(Settled.DONE);
        assertThat(open(call)).containsExactly(second);
        assertThat(told.getLast().settled()).isEqualTo(1);
        Settlement how = memory.byId(first.id()).orElseThrow().how().orElseThrow();
        assertThat(how.means()).isEqualTo(Means.APOLOGISED);
        assertThat(how.by()).isEqualTo(agent.orElseThrow().id());
        assertThat(memory.about(first.id(), 9))
                .singleElement()
                .satisfies(entry -> assertThat(entry.act()).isEqualTo(Permission.SETTLE_FAILURE));
    }

    @Test
    void what_was_seen_in_this_call_is_kept_by_settling_it() {
        CallId call = answered();
        Failure failure = live(call);
        owing.seen(call, failure);
        settle(call, Means.EXPLAINED, "", failure);
        owing.seen(call, failure);

        assertThat(open(call)).isEmpty();
        assertThat(memory.byId(failure.id()).orElseThrow().failure().state()).isEqualTo(Failure.State.SETTLED);
    }

    @Test
    void what_is_settled_while_the_database_is_away_is_kept_when_it_is_back() {
        Failure failure = stored("1", 14);
        CallId call = answered();
        memory.away = true;
        owing.settle(call, List.of(failure.id()), Means.PUT_RIGHT, "", results::add);
        assertThat(open(call)).isEmpty();
        memory.away = false;
        queue.nudge();

        assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
        assertThat(memory.byId(failure.id()).orElseThrow().how()).isPresent();
    }

    @Test
    void nothing_is_settled_with_a_customer_nobody_has_spoken_to() {
        Failure failure = stored("1", 14);
        CallId call = rings();
        settle(call, Means.APOLOGISED, "", failure);

        assertThat(results).containsExactly(Settled.NOT_ANSWERED);
        assertThat(open(call)).containsExactly(failure);
    }

    @Test
    void what_is_another_customers_is_not_settled_in_this_call() {
        Failure another = gaveUp("9", 14, HOME);
        memory.add(another);
        settle(answered(), Means.APOLOGISED, "", another);

        assertThat(results).containsExactly(Settled.NOTHING_OPEN);
        assertThat(memory.byId(another.id()).orElseThrow().failure().isOpen()).isTrue();
    }

    @Test
    void an_agent_may_settle_and_not_write_off() {
        Failure failure = stored("1", 14);
        settle(answered(), Means.WRITTEN_OFF, "a test call", failure);

        assertThat(results).containsExactly(Settled.NOT_ALLOWED);
    }

    @Test
    void a_lead_writes_off_with_a_reason_and_not_without() {
        agent = Optional.of(member(Role.LEAD));
        Failure failure = stored("1", 14);
        CallId call = answered();
        settle(call, Means.WRITTEN_OFF, " ", failure);
        settle(call, Means.WRITTEN_OFF, "a test call", failure);

        assertThat(results).containsExactly(Settled.NO_REASON, Settled.DONE);
        assertThat(memory.byId(failure.id()).orElseThrow().failure().state()).isEqualTo(Failure.State.WRITTEN_OFF);
    }

    @Test
    void a_call_stays_known_through_its_write_up() {
        Failure failure = stored("1", 14);
        CallId call = answered();
        phone.ends(call, ClearCause.REMOTE_HANGUP);
        settle(call, Means.APOLOGISED, "", failure);

        assertThat(results).containsExactly(Settled.DONE);
    }
}
