package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerProfile;
import amends.customer.PopState;
import amends.kernel.PhoneNumber;
import amends.readiness.CallFacts;
import amends.telephony.CallId;
import amends.telephony.Party;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanRoomTest {
    private static final PhoneNumber FIRST = new PhoneNumber("+862150001234");
    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800138000");

    private static CallFacts facts(String caller) {
        var profile = new CustomerProfile(
                new UUID(7, 1),
                "王建国",
                List.of(FIRST, MOBILE),
                CustomerProfile.Tier.GOLD,
                "上海",
                Optional.empty(),
                "",
                1);
        var known = new PopState.Known(new CallId("c1"), new Party(caller, ""), profile);
        return PlanRoom.known(CallFacts.NOTHING, known, "CN");
    }

    @Test
    void a_plan_goes_by_the_number_that_calls() {
        assertThat(facts("13800138000").number()).contains(MOBILE);
        assertThat(facts("13800138000").region()).isEqualTo("上海");
    }

    @Test
    void who_calls_without_a_number_is_not_taken_for_another_of_theirs() {
        assertThat(facts("anonymous").number()).isEmpty();
    }
}
