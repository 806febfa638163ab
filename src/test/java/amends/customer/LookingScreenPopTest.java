package amends.customer;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.CallScript;
import amends.customer.CustomerProfile.Tier;
import amends.customer.PopState.Colleague;
import amends.customer.PopState.Known;
import amends.customer.PopState.Looking;
import amends.customer.PopState.Unavailable;
import amends.customer.PopState.Unknown;
import amends.customer.ScreenPop.Filled;
import amends.customer.ScreenPop.Saved;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.StoreQueue;
import amends.kernel.StoreUnavailable;
import amends.staff.AuditEntry;
import amends.staff.Nobody;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookingScreenPopTest {
    private static final String NUMBER = "13800138000";
    private static final PhoneNumber E164 = new PhoneNumber("+8613800138000");
    private final SettableTime time = new SettableTime();
    private final CallScript phone = new CallScript(time);
    private final CustomerMemory memory = new CustomerMemory();
    private final StoreQueue queue = new StoreQueue("test", 100);
    private final List<PopState> told = new ArrayList<>();
    private final List<Saved> saves = new ArrayList<>();
    private final Queue<Runnable> hanging = new ArrayDeque<>();
    private boolean slow;
    private Optional<StaffMember> agent = Optional.of(member(Role.AGENT));
    private LookingScreenPop pop;

    @BeforeEach
    void build() {
        Executor background = task -> {
            if (slow) hanging.add(task);
            else task.run();
        };
        pop = new LookingScreenPop(
                phone,
                new LookingScreenPop.Store(
                        new LoggingCustomerGate(memory, memory, memory, new Nobody(() -> "secret"), time),
                        memory,
                        queue),
                () -> agent,
                "CN",
                time,
                background,
                time);
        pop.onPop(told::add);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private static StaffMember member(Role role) {
        return new StaffMember(Ids.next(), "limin", "李敏", "1001", Set.of(role));
    }

    private CustomerProfile stored(String name) {
        return memory.save(
                new CustomerProfile(Ids.next(), name, List.of(E164), Tier.GOLD, "上海", Optional.empty(), "", 0));
    }

    private void save(CallId call, String name) {
        pop.save(call, new Filled(name, Tier.SILVER, "北京", "note", Optional.empty()), saves::add);
    }

    @Test
    void a_ringing_caller_is_looked_up_at_once_and_known() {
        CustomerProfile profile = stored("王建国");
        CallId call = phone.rings("1", NUMBER);

        assertThat(told.get(0)).isInstanceOf(Looking.class);
        assertThat(told.get(1))
                .isInstanceOfSatisfying(
                        Known.class, k -> assertThat(k.profile()).isEqualTo(profile));
        assertThat(pop.of(call)).containsInstanceOf(Known.class);
    }

    @Test
    void a_dialled_customer_is_looked_up_once_though_it_rings_there_too() {
        stored("王建国");
        CallId call = phone.isDialled("1", NUMBER);
        phone.ringsAtTheFarEnd(call);

        assertThat(told).hasSize(2);
    }

    @Test
    void an_unknown_number_gives_an_empty_profile_to_fill_in() {
        phone.rings("1", NUMBER);

        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Unknown.class, u -> assertThat(u.number()).contains(E164));
    }

    @Test
    void a_withheld_number_is_not_looked_up() {
        phone.rings("1", "anonymous");

        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Unknown.class, u -> assertThat(u.number()).isEmpty());
        assertThat(memory.looks).isZero();
    }

    @Test
    void a_colleague_is_known_by_the_directory_and_not_looked_up_as_a_customer() {
        pop.knows(extension -> extension.equals("1002") ? Optional.of("王芳") : Optional.empty(), call -> false);
        CallId call = phone.isDialled("1", "1002");

        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Colleague.class, c -> assertThat(c.name()).isEqualTo("王芳"));
        assertThat(memory.looks).isZero();
        assertThat(memory.entries).isEmpty();
    }

    @Test
    void a_customer_whom_a_colleague_put_through_is_kept_like_any_other() {
        pop.knows(extension -> Optional.of("王芳"), call -> false);
        CallId call = phone.isDialled("1", "1002");

        save(call, "李建国");
        assertThat(saves).containsExactly(Saved.KEPT);
        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Known.class, k -> assertThat(k.profile().name()).isEqualTo("李建国"));
    }

    @Test
    void a_customer_whom_a_colleague_connects_is_looked_up_as_soon_as_the_exchange_says_who_it_is() {
        CustomerProfile profile = stored("王建国");
        pop.knows(extension -> Optional.of("王芳"), call -> false);
        CallId call = phone.rings("1", "1002");
        phone.isAnswered(call);
        assertThat(told.getLast()).isInstanceOf(Colleague.class);

        phone.isConnectedWith(call, NUMBER);
        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Known.class, k -> assertThat(k.profile().id()).isEqualTo(profile.id()));
    }

    @Test
    void a_customer_who_is_shown_stays_whatever_the_exchange_says_later() {
        stored("王建国");
        pop.knows(extension -> Optional.of("王芳"), call -> false);
        CallId call = phone.rings("1", NUMBER);
        phone.isAnswered(call);
        phone.isConnectedWith(call, "1002");

        assertThat(told.getLast()).isInstanceOf(Known.class);
    }

    @Test
    void a_look_in_the_directory_that_is_late_says_nothing_of_who_was_connected_meanwhile() {
        stored("王建国");
        pop.knows(extension -> Optional.of("王芳"), call -> false);
        slow = true;
        CallId call = phone.rings("1", "1002");
        phone.isAnswered(call);
        phone.isConnectedWith(call, NUMBER);
        Runnable directory = hanging.remove();
        hanging.remove().run();
        directory.run();

        assertThat(told.getLast()).isInstanceOf(Known.class);
    }

    @Test
    void whom_a_queue_offers_is_no_colleague_whoever_dialled_for_them() {
        pop.knows(extension -> Optional.of("王芳"), call -> true);
        phone.rings("1", "1002");

        assertThat(told.getLast()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_queue_may_say_later_that_it_offers_the_call() {
        pop.knows(extension -> Optional.of("王芳"), call -> false);
        CallId call = phone.isDialled("1", "1002");
        assertThat(told.getLast()).isInstanceOf(Colleague.class);

        pop.isOffered(call);
        assertThat(told.getLast()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_telephone_is_asked_for_by_its_whole_name_and_nobody_is_asked_for_who_withholds_theirs() {
        var asked = new ArrayList<String>();
        pop.knows(
                user -> {
                    asked.add(user);
                    return Optional.empty();
                },
                call -> false);
        phone.rings("1", "agent1002");
        phone.rings("2", "anonymous");

        assertThat(asked).containsExactly("agent1002");
    }

    @Test
    void an_extension_at_which_nobody_sits_is_nobody_known() {
        pop.knows(extension -> Optional.empty(), call -> false);
        phone.rings("1", "1009");

        assertThat(told.getLast()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_directory_that_fails_is_no_reason_to_wait() {
        pop.knows(
                extension -> {
                    throw new StoreUnavailable("away", null);
                },
                call -> false);
        phone.rings("1", "1002");

        assertThat(told.getLast()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_directory_that_is_slow_is_believed_when_it_answers() {
        pop.knows(extension -> Optional.of("王芳"), call -> false);
        slow = true;
        phone.rings("1", "1002");
        time.pass(Duration.ofSeconds(2));
        assertThat(told.getLast()).isInstanceOf(Unknown.class);

        hanging.remove().run();
        assertThat(told.getLast()).isInstanceOf(Colleague.class);
    }

    @Test
    void a_customers_number_is_not_asked_for_in_the_directory() {
        stored("王建国");
        pop.knows(extension -> Optional.of("somebody else"), call -> false);
        phone.rings("1", NUMBER);

        assertThat(told.getLast()).isInstanceOf(Known.class);
    }

    @Test
    void every_look_is_in_the_audit_trail_with_its_call() {
        CustomerProfile profile = stored("王建国");
        phone.rings("call-7", NUMBER);

        assertThat(memory.entries).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(agent.orElseThrow().id());
            assertThat(entry.whom()).isEqualTo(profile.id());
            assertThat(entry.act()).isEqualTo(Permission.LOOK_AT_CUSTOMER);
            assertThat(entry.why()).contains("call-7");
        });
    }

    @Test
    void a_second_call_within_a_minute_is_known_from_memory_and_still_logged() {
        stored("王建国");
        phone.ends(phone.rings("1", NUMBER), ClearCause.CANCELLED);
        phone.rings("2", NUMBER);
        queue.flush(Duration.ofSeconds(30));

        assertThat(memory.looks).isEqualTo(1);
        assertThat(told.getLast()).isInstanceOf(Known.class);
        assertThat(memory.entries).extracting(AuditEntry::why).containsExactly("call 1", "call 2");
    }

    @Test
    void after_a_minute_it_is_looked_up_again() {
        stored("王建国");
        phone.ends(phone.rings("1", NUMBER), ClearCause.CANCELLED);
        time.pass(Duration.ofSeconds(60));
        phone.rings("2", NUMBER);

        assertThat(memory.looks).isEqualTo(2);
    }

    @Test
    void a_slow_database_is_told_as_unavailable_after_two_seconds() {
        stored("王建国");
        slow = true;
        phone.rings("1", NUMBER);
        time.pass(Duration.ofMillis(1999));
        assertThat(told.getLast()).isInstanceOf(Looking.class);

        time.pass(Duration.ofMillis(1));
        assertThat(told.getLast()).isInstanceOf(Unavailable.class);
    }

    @Test
    void an_answer_after_the_deadline_still_counts_while_the_call_lasts() {
        stored("王建国");
        slow = true;
        phone.rings("1", NUMBER);
        time.pass(Duration.ofSeconds(2));
        hanging.remove().run();

        assertThat(told.getLast()).isInstanceOf(Known.class);
    }

    @Test
    void the_answer_for_a_call_that_is_over_is_dropped() {
        stored("王建国");
        slow = true;
        CallId call = phone.rings("1", NUMBER);
        phone.ends(call, ClearCause.CANCELLED);
        hanging.remove().run();

        assertThat(told).hasSize(1);
    }

    @Test
    void no_more_than_two_looks_of_a_call_hang_in_a_silent_database() {
        slow = true;
        phone.rings("1", NUMBER);
        time.pass(Duration.ofMinutes(5));

        assertThat(hanging).hasSize(2);
    }

    @Test
    void while_the_database_is_away_it_is_told_once_and_tried_again_until_known() {
        stored("王建国");
        memory.away = true;
        phone.rings("1", NUMBER);
        time.pass(Duration.ofSeconds(20));
        memory.away = false;
        time.pass(Duration.ofSeconds(10));

        assertThat(told).hasSize(3);
        assertThat(told.get(1)).isInstanceOf(Unavailable.class);
        assertThat(told.get(2)).isInstanceOf(Known.class);
    }

    @Test
    void nothing_is_tried_again_after_the_call() {
        memory.away = true;
        CallId call = phone.rings("1", NUMBER);
        phone.ends(call, ClearCause.CANCELLED);
        memory.away = false;
        time.pass(Duration.ofMinutes(1));

        assertThat(memory.looks).isZero();
    }

    @Test
    void what_the_agent_fills_in_becomes_a_new_customer() {
        CallId call = phone.rings("1", NUMBER);
        save(call, "李  雷\n");

        assertThat(saves).containsExactly(Saved.KEPT);
        assertThat(told.getLast()).isInstanceOfSatisfying(Known.class, k -> {
            assertThat(k.profile().name()).isEqualTo("李 雷");
            assertThat(k.profile().numbers()).containsExactly(E164);
            assertThat(k.profile().version()).isEqualTo(1);
        });
        assertThat(memory.entries)
                .extracting(AuditEntry::act)
                .containsExactly(Permission.LOOK_AT_CUSTOMER, Permission.CHANGE_CUSTOMER);
    }

    @Test
    void the_number_of_a_withheld_caller_can_be_filled_in() {
        CallId call = phone.rings("1", "anonymous");
        pop.save(call, new Filled("a", Tier.REGULAR, "", "", Optional.of(E164)), saves::add);

        assertThat(memory.byNumber(E164)).isPresent();
    }

    @Test
    void a_save_in_the_write_up_after_the_call_is_kept() {
        CallId call = phone.rings("1", NUMBER);
        phone.ends(call, ClearCause.REMOTE_HANGUP);
        save(call, "late");

        assertThat(saves).containsExactly(Saved.KEPT);
        assertThat(pop.of(call)).containsInstanceOf(Known.class);
    }

    @Test
    void two_saves_at_once_build_on_each_other() {
        stored("王建国");
        CallId call = phone.rings("1", NUMBER);
        slow = true;
        save(call, "first");
        save(call, "second");
        while (!hanging.isEmpty()) hanging.remove().run();

        assertThat(saves).containsExactly(Saved.KEPT, Saved.KEPT);
        assertThat(memory.byNumber(E164).orElseThrow().name()).isEqualTo("second");
    }

    @Test
    void another_desk_s_change_is_shown_before_it_may_be_overwritten() {
        CustomerProfile profile = stored("王建国");
        CallId call = phone.rings("1", NUMBER);
        memory.save(new CustomerProfile(
                profile.id(), "王建军", profile.numbers(), Tier.VIP, "", Optional.empty(), "", profile.version()));
        save(call, "mine");

        assertThat(saves).containsExactly(Saved.CHANGED_MEANWHILE);
        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Known.class, k -> assertThat(k.profile().name()).isEqualTo("王建军"));

        save(call, "mine");
        assertThat(memory.byNumber(E164).orElseThrow().name()).isEqualTo("mine");
    }

    @Test
    void a_save_is_seen_by_the_next_call_at_once() {
        stored("王建国");
        CallId call = phone.rings("1", NUMBER);
        save(call, "new name");
        phone.rings("2", NUMBER);

        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        Known.class, k -> assertThat(k.profile().name()).isEqualTo("new name"));
    }

    @Test
    void while_the_database_is_away_a_save_says_so() {
        CallId call = phone.rings("1", NUMBER);
        memory.away = true;
        save(call, "x");

        assertThat(saves).containsExactly(Saved.UNAVAILABLE);
    }

    @Test
    void who_may_not_see_customers_is_shown_none() {
        stored("王建国");
        agent = Optional.of(member(Role.INSPECTOR));
        CallId call = phone.rings("1", NUMBER);
        save(call, "x");

        assertThat(told.getLast()).isInstanceOf(Unknown.class);
        assertThat(memory.looks).isZero();
        assertThat(saves).containsExactly(Saved.UNAVAILABLE);
    }

    @Test
    void many_calls_leave_no_trace() {
        for (int i = 0; i < 100; i++) phone.ends(phone.rings("call " + i, NUMBER), ClearCause.CANCELLED);

        assertThat(pop.of(new CallId("call 0"))).isEmpty();
        assertThat(pop.of(new CallId("call 99"))).isPresent();
    }

    @Test
    void the_decorator_asks_on_the_loop_and_tells_on_the_listeners_thread() {
        var loop = new ArrayDeque<Runnable>();
        var listeners = new ArrayDeque<Runnable>();
        var posting = new PostingScreenPop(pop, loop::add, listeners::add);
        var heard = new ArrayList<PopState>();
        posting.onPop(heard::add);
        CallId call = phone.rings("1", NUMBER);
        posting.save(call, new Filled("a", Tier.REGULAR, "", "", Optional.empty()), saves::add);

        assertThat(heard).isEmpty();
        assertThat(posting.of(call)).containsInstanceOf(Unknown.class);
        loop.remove().run();
        assertThat(saves).isEmpty();
        while (!listeners.isEmpty()) listeners.remove().run();
        assertThat(saves).containsExactly(Saved.KEPT);
        assertThat(heard.getLast()).isInstanceOf(Known.class);
    }
}
