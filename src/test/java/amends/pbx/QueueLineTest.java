package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueLineTest {
    private static final Duration RING = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration WAIT = Duration.ofSeconds(120);

    private final SettableTime time = new SettableTime();
    private final List<String> told = new ArrayList<>();
    private final Set<String> busy = new HashSet<>();
    private final QueueLine line =
            new QueueLine(CallQueue.of("support").withTimes(RING, REST, WAIT), time, time, new QueueLine.Floor() {
                @Override
                public boolean free(Member member) {
                    return !busy.contains(member.device);
                }

                @Override
                public void offer(WaitingCaller caller, Member member) {
                    told.add(caller.id + ">" + member.device);
                }

                @Override
                public void rangOut(WaitingCaller caller, Member member, Duration rang) {
                    told.add(caller.id + " rang out at " + member.device + " after " + rang.toSeconds());
                }

                @Override
                public void waitedTooLong(WaitingCaller caller, int position) {
                    told.add(caller.id + " let go from " + position);
                }
            });

    private Member seat(String device) {
        var member = new Member("support", device, device, 0, 0, time.nanos());
        line.add(member);
        time.pass(Duration.ofSeconds(1));
        return member;
    }

    private WaitingCaller join(String id) {
        WaitingCaller caller = line.join(id);
        line.handOut();
        return caller;
    }

    @Test
    void the_member_idle_for_longest_is_offered_first() {
        seat("A");
        seat("B");
        join("x");
        assertThat(told).containsExactly("x>A");
    }

    @Test
    void after_a_call_a_member_is_the_last_in_turn() {
        Member first = seat("A");
        seat("B");
        WaitingCaller x = join("x");
        line.answered(x);
        time.pass(Duration.ofMinutes(1));
        line.completed(first);
        join("y");
        assertThat(told).containsExactly("x>A", "y>B");
    }

    @Test
    void callers_are_served_in_the_order_they_came() {
        join("x");
        join("y");
        seat("A");
        line.handOut();
        assertThat(told).containsExactly("x>A");
        assertThat(line.waiting()).extracting(w -> w.id).containsExactly("x", "y");
    }

    @Test
    void two_callers_ring_two_members_at_once() {
        seat("A");
        seat("B");
        join("x");
        join("y");
        assertThat(told).containsExactly("x>A", "y>B");
    }

    @Test
    void a_telephone_that_rings_out_makes_room_for_the_next_member() {
        seat("A");
        seat("B");
        join("x");
        time.pass(RING);
        assertThat(told).containsExactly("x>A", "x rang out at A after 20", "x>B");
    }

    @Test
    void who_let_it_ring_is_left_alone_for_a_while_and_offered_again_after() {
        seat("A");
        join("x");
        time.pass(RING.plusSeconds(4));
        assertThat(told).containsExactly("x>A", "x rang out at A after 20");
        time.pass(Duration.ofSeconds(1));
        assertThat(told).endsWith("x>A").hasSize(3);
    }

    @Test
    void who_refuses_makes_room_for_the_next_at_once() {
        seat("A");
        seat("B");
        WaitingCaller x = join("x");
        line.refused(x);
        assertThat(told).containsExactly("x>A", "x>B");
    }

    @Test
    void a_paused_member_is_not_offered() {
        line.pause(seat("A"), true, "Lunch");
        seat("B");
        join("x");
        assertThat(told).containsExactly("x>B");
    }

    @Test
    void a_member_whose_telephone_is_busy_or_away_is_not_offered() {
        seat("A");
        busy.add("A");
        join("x");
        assertThat(told).isEmpty();
        busy.clear();
        line.handOut();
        assertThat(told).containsExactly("x>A");
    }

    @Test
    void a_member_in_a_call_of_the_queue_is_not_offered() {
        seat("A");
        line.answered(join("x"));
        join("y");
        assertThat(told).containsExactly("x>A");
    }

    @Test
    void a_lower_penalty_goes_before_a_longer_idleness() {
        line.add(new Member("support", "A", "A", 1, 0, time.nanos()));
        time.pass(Duration.ofSeconds(9));
        seat("B");
        join("x");
        assertThat(told).containsExactly("x>B");
    }

    @Test
    void a_caller_who_waited_too_long_is_let_go() {
        join("x");
        time.pass(WAIT);
        assertThat(told).containsExactly("x let go from 1");
        assertThat(line.waiting()).isEmpty();
    }

    @Test
    void a_telephone_that_rings_at_the_end_of_the_wait_may_ring_on() {
        join("x");
        time.pass(WAIT.minusSeconds(2));
        seat("A");
        line.handOut();
        time.pass(Duration.ofSeconds(10));
        assertThat(told).containsExactly("x>A");
        time.pass(RING);
        assertThat(told).containsExactly("x>A", "x rang out at A after 20", "x let go from 1");
    }

    @Test
    void who_hung_up_is_not_offered_and_the_member_is_free_again() {
        seat("A");
        WaitingCaller x = join("x");
        line.leave(x);
        join("y");
        assertThat(told).containsExactly("x>A", "y>A");
        time.pass(RING);
        assertThat(told).endsWith("y rang out at A after 20");
    }

    @Test
    void positions_move_up() {
        WaitingCaller x = join("x");
        WaitingCaller y = join("y");
        line.leave(x);
        assertThat(line.position(y)).isEqualTo(1);
        assertThat(y.originalPosition).isEqualTo(2);
    }

    @Test
    void an_answered_call_never_rings_out() {
        seat("A");
        line.answered(join("x"));
        time.pass(WAIT);
        assertThat(told).containsExactly("x>A");
    }

    @Test
    void unpausing_ends_the_rest_after_a_call_not_answered() {
        Member a = seat("A");
        join("x");
        time.pass(RING);
        line.pause(a, true, "RONA");
        line.pause(a, false, "");
        line.handOut();
        assertThat(told).containsExactly("x>A", "x rang out at A after 20", "x>A");
    }
}
