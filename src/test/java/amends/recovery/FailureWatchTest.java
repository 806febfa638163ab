package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.CallScript;
import amends.contact.Contact;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.PopState;
import amends.desktop.FakeContacts;
import amends.desktop.FakePop;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.StoreQueue;
import amends.recovery.Evidence.BadlyHeard;
import amends.recovery.Evidence.CalledAgain;
import amends.recovery.Evidence.Dropped;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Evidence.Kind;
import amends.recovery.Evidence.LongWait;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import amends.telephony.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureWatchTest {
    private static final String NUMBER = "13800138000";
    private static final PhoneNumber E164 = new PhoneNumber("+8613800138000");
    private final SettableTime time = new SettableTime();
    private final CallScript phone = new CallScript(time);
    private final FailureMemory memory = new FailureMemory();
    private final FakeContacts contacts = new FakeContacts();
    private final StoreQueue queue = new StoreQueue("test", 100);
    private final List<Failure> seen = new ArrayList<>();
    private final FakePop pop = new FakePop();
    private final FailureWatch watch = new FailureWatch(
            phone,
            pop,
            new FailureWatch.Store(memory, contacts, queue),
            FailureLimits.USUAL,
            "CN",
            time,
            Runnable::run,
            time);

    FailureWatchTest() {
        watch.onSeen(s -> seen.add(s.failure()));
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private CallId rings(String number) {
        CallId call = phone.rings("now", number);
        pop.pops(new PopState.Unknown(call, new Party(number, ""), PhoneNumber.parse(number, "CN")));
        return call;
    }

    private List<Failure> stored() {
        assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
        return memory.all();
    }

    private Contact contact(String call, Instant began, Duration talked, ClearCause cause, Disposition disposition) {
        return new Contact(
                Ids.next(),
                call,
                Direction.INBOUND,
                new UUID(1, 1),
                E164.e164(),
                Optional.empty(),
                "support",
                Duration.ofSeconds(30),
                began,
                Optional.of(began.plusSeconds(2)),
                Optional.of(began.plusSeconds(2).plus(talked)),
                Optional.of(cause),
                Optional.empty(),
                Optional.of(new WrapUp(disposition, "")),
                Contact.State.CLOSED);
    }

    private Contact earlier(Duration ago, Disposition disposition) {
        Contact contact = contact(
                "earlier", time.now().minus(ago), Duration.ofSeconds(90), ClearCause.REMOTE_HANGUP, disposition);
        contacts.save(contact);
        return contact;
    }

    private Contact closed(ClearCause cause) {
        return contact("now", time.now(), Duration.ofSeconds(60), cause, Disposition.SOLVED);
    }

    private static Contact after(Contact c, Duration waited) {
        return new Contact(
                c.id(),
                c.call(),
                c.direction(),
                c.agent(),
                c.number(),
                c.customer(),
                c.queue(),
                waited,
                c.began(),
                c.answered(),
                c.ended(),
                c.cause(),
                c.recording(),
                c.wrapUp(),
                c.state());
    }

    @Test
    void who_waited_longer_than_the_limit_is_seen_while_it_rings() {
        CallId call = phone.rings("now", NUMBER);
        watch.offered(call, "support", Duration.ofSeconds(121));

        assertThat(seen)
                .extracting(Failure::evidence)
                .containsExactly(new LongWait(call, "support", Duration.ofSeconds(121), Duration.ofSeconds(120)));
        assertThat(stored()).isEmpty();
    }

    @Test
    void an_offer_that_is_told_before_the_ring_waits_for_it() {
        var call = new CallId("now");
        watch.offered(call, "support", Duration.ofMinutes(3));
        assertThat(seen).isEmpty();
        phone.rings("now", NUMBER);

        assertThat(seen).extracting(Failure::kind).containsExactly(Kind.LONG_WAIT);
    }

    @Test
    void who_waited_up_to_the_limit_did_not_wait_too_long() {
        watch.offered(phone.rings("now", NUMBER), "support", Duration.ofSeconds(120));

        assertThat(seen).isEmpty();
    }

    @Test
    void a_long_wait_is_written_when_the_contact_closes_under_the_same_id() {
        CallId call = phone.rings("now", NUMBER);
        watch.offered(call, "support", Duration.ofMinutes(3));
        watch.closing(after(closed(ClearCause.LOCAL_HANGUP), Duration.ofMinutes(3)));

        assertThat(stored())
                .extracting(Failure::id)
                .containsExactly(seen.getFirst().id());
    }

    @Test
    void who_gives_up_in_the_queue_is_owed_by_their_number() {
        watch.gaveUp("pbx-1.1", "support", NUMBER, Duration.ofMinutes(14));
        watch.gaveUp("pbx-1.1", "support", NUMBER, Duration.ofMinutes(14));

        assertThat(stored()).singleElement().satisfies(failure -> {
            assertThat(failure.evidence()).isEqualTo(new GaveUp("pbx-1.1", "support", Duration.ofMinutes(14)));
            assertThat(failure.severity()).isEqualTo(Severity.SEVERE);
            assertThat(failure.number()).contains(E164);
        });
    }

    @Test
    void the_third_time_passed_on_is_a_failure_and_is_seen_in_the_call_it_leads_to() {
        watch.passedOn("1.1", NUMBER, 1, Optional.empty());
        watch.passedOn("1.1", NUMBER, 2, Optional.empty());
        watch.passedOn("1.1", "anonymous", 3, Optional.empty());
        assertThat(stored()).isEmpty();
        watch.passedOn("1.1", NUMBER, 3, Optional.of(new CallId("now")));
        rings(NUMBER);

        assertThat(stored())
                .singleElement()
                .satisfies(failure -> assertThat(failure.evidence())
                        .isEqualTo(new Evidence.ThirdTransfer("1.1", new CallId("now"), 3)));
        assertThat(seen).extracting(Failure::kind).contains(Kind.THIRD_TRANSFER);
    }

    @ParameterizedTest
    @CsvSource({"pbx-1.1, 13800138000, 9", "pbx-1.1, anonymous, 600", "'', 13800138000, 600"})
    void whose_mind_changed_at_once_or_who_is_nobody_is_not_owed(String uniqueId, String number, long seconds) {
        watch.gaveUp(uniqueId, "support", number, Duration.ofSeconds(seconds));

        assertThat(stored()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ClearCause.class)
    void a_call_is_dropped_when_nobody_hung_up(ClearCause cause) {
        CallId call = phone.rings("now", NUMBER);
        phone.isAnswered(call);
        time.pass(Duration.ofSeconds(61));
        phone.ends(call, cause);
        watch.closing(closed(cause));
        boolean dropped = Set.of(ClearCause.UNREACHABLE, ClearCause.MEDIA_FAILED, ClearCause.SESSION_EXPIRED)
                .contains(cause);

        assertThat(seen)
                .extracting(Failure::evidence)
                .isEqualTo(dropped ? List.of(new Dropped(call, Duration.ofSeconds(61), cause)) : List.of());
        assertThat(stored()).extracting(Failure::kind).isEqualTo(dropped ? List.of(Kind.DROPPED) : List.of());
    }

    @Test
    void a_call_that_nobody_answered_is_not_dropped() {
        phone.ends(phone.rings("now", NUMBER), ClearCause.UNREACHABLE);

        assertThat(seen).isEmpty();
    }

    @ParameterizedTest(name = "{0} packets, {1} % lost: {2}")
    @CsvSource({"250, 5, true", "249, 50, false", "9000, 4.9, false", "9000, 30, true"})
    void a_call_is_badly_heard_from_the_limit_on(long received, double loss, boolean badly) {
        CallId call = phone.rings("now", NUMBER);
        phone.isAnswered(call);
        phone.ends(call, ClearCause.REMOTE_HANGUP);
        watch.heardAs(call, received, loss);

        assertThat(seen)
                .extracting(Failure::evidence)
                .isEqualTo(badly ? List.of(new BadlyHeard(call, loss, Evidence.Hearing.AGENT)) : List.of());
        assertThat(stored()).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"SOLVED, MINOR", "FOLLOW_UP, MODERATE", "COMPLAINT, SEVERE"})
    void who_calls_again_within_three_days_is_seen_and_written(Disposition before, Severity severity) {
        Contact earlier = earlier(Duration.ofDays(3).minusSeconds(1), before);
        CallId call = rings(NUMBER);
        watch.closing(closed(ClearCause.REMOTE_HANGUP));

        assertThat(seen).singleElement().satisfies(failure -> {
            assertThat(failure.evidence())
                    .isEqualTo(new CalledAgain(call, earlier.id(), earlier.began(), Optional.of(before)));
            assertThat(failure.severity()).isEqualTo(severity);
        });
        assertThat(stored())
                .extracting(Failure::id)
                .containsExactly(seen.getFirst().id());
    }

    @ParameterizedTest
    @CsvSource({"WRONG_NUMBER, 3600", "NO_CUSTOMER, 3600", "COMPLAINT, 259201", "COMPLAINT, 100"})
    void a_wrong_number_long_ago_or_a_call_handed_over_is_not_calling_again(Disposition before, long secondsAgo) {
        earlier(Duration.ofSeconds(secondsAgo), before);
        rings(NUMBER);
        watch.closing(closed(ClearCause.REMOTE_HANGUP));

        assertThat(seen).isEmpty();
        assertThat(stored()).isEmpty();
    }

    @Test
    void what_wrote_nothing_down_yet_is_not_an_earlier_call() {
        Contact open = closed(ClearCause.REMOTE_HANGUP);
        contacts.save(open);
        rings(NUMBER);

        assertThat(seen).isEmpty();
    }

    @Test
    void a_stranger_without_a_number_is_owed_by_nobody() {
        earlier(Duration.ofHours(1), Disposition.COMPLAINT);
        CallId call = rings("anonymous");
        watch.offered(call, "support", Duration.ofHours(1));
        phone.isAnswered(call);
        phone.ends(call, ClearCause.UNREACHABLE);
        watch.heardAs(call, 9000, 50);

        assertThat(seen).isEmpty();
        assertThat(stored()).isEmpty();
    }
}
