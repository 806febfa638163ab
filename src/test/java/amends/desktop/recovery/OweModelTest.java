package amends.desktop.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Disposition;
import amends.desktop.FakeDesk;
import amends.desktop.FakeOwing;
import amends.kernel.PhoneNumber;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Failure;
import amends.recovery.Settlement.Means;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OweModelTest {
    private static final CallId CALL = new CallId("call");
    private final FakeOwing owing = new FakeOwing();
    private final OweModel model = new OweModel(owing, member(Role.AGENT));

    private static StaffMember member(Role role) {
        return new StaffMember(new UUID(1, 1), "limin", "李敏", "1001", Set.of(role));
    }

    private static Failure gaveUp(String caller) {
        return Failure.of(
                new GaveUp(caller, "support", Duration.ofMinutes(14)),
                Instant.parse("2026-01-04T10:00:00Z"),
                Optional.empty(),
                Optional.of(new PhoneNumber(FakeDesk.NUMBER)));
    }

    @Test
    void a_call_of_which_nothing_is_known_owes_nothing() {
        assertThat(model.of(CALL)).isEmpty();
        assertThat(model.balance(CALL).isEmpty()).isTrue();
    }

    @Test
    void the_views_are_told_when_the_balance_changes() {
        int[] told = new int[1];
        model.listen(() -> told[0]++);
        owing.owes(CALL, gaveUp("1"));

        assertThat(told[0]).isEqualTo(1);
        assertThat(model.balance(CALL).count()).isEqualTo(1);
    }

    @Test
    void what_the_agent_did_settles_one_or_all() {
        Failure one = gaveUp("1");
        owing.owes(CALL, one, gaveUp("2"), gaveUp("3"));
        model.settle(CALL, Set.of(one.id()), Means.EXPLAINED, "");
        model.settle(CALL, model.balance(CALL).ids(), Means.APOLOGISED, "");

        assertThat(owing.settled).containsExactly("EXPLAINED 1", "APOLOGISED 2");
        assertThat(model.of(CALL).orElseThrow().settled()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void what_is_left_is_settled_at_the_close_of_a_solved_contact_if_the_agent_wished_so(Disposition disposition) {
        owing.owes(CALL, gaveUp("1"));
        model.settleAtClose(CALL, true);
        model.closing(CALL, disposition);

        assertThat(owing.settled.isEmpty()).isEqualTo(disposition != Disposition.SOLVED);
    }

    @Test
    void nothing_is_settled_that_the_agent_did_not_wish() {
        owing.owes(CALL, gaveUp("1"));
        model.settleAtClose(CALL, true);
        model.settleAtClose(CALL, false);
        model.closing(CALL, Disposition.SOLVED);

        assertThat(owing.settled).isEmpty();
    }

    @Test
    void who_may_write_off_is_a_matter_of_the_role() {
        assertThat(model.mayWriteOff()).isFalse();
        assertThat(new OweModel(owing, member(Role.LEAD)).mayWriteOff()).isTrue();
    }
}
