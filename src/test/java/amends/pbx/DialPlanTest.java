package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialPlanTest {
    private final DialPlan plan = new DialPlan(
            EmbeddedPbxTest.config().withTrunk(Trunk.ofLoopback(new InetSocketAddress("127.0.0.1", 5070))));

    @ParameterizedTest
    @ValueSource(strings = {"support", "SUPPORT", "800"})
    void a_queue_is_reached_by_its_name_and_numbers(String dialled) {
        assertThat(plan.fromInside(dialled)).isInstanceOf(Route.ToQueue.class);
        assertThat(plan.fromOutside(dialled)).isInstanceOf(Route.ToQueue.class);
    }

    @Test
    void extensions_are_reached_from_inside_only() {
        assertThat(plan.fromInside("1002")).isInstanceOf(Route.ToExtension.class);
        assertThat(plan.fromOutside("1002")).isInstanceOf(Route.Nowhere.class);
    }

    @ParameterizedTest
    @CsvSource({
        "+8613800138000, +8613800138000",
        "13800138000, 13800138000",
        "9+15551230001, +15551230001",
        "913800138000, 13800138000",
        "95588, 95588",
        "95566123, 95566123",
        "12345, 12345"
    })
    void outside_numbers_go_out_without_the_prefix(String dialled, String number) {
        assertThat(plan.fromInside(dialled)).isEqualTo(new Route.ToOutside(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1234", "nobody", "+", "1002\r\nX: y", "<sip:1002>", "*69"})
    void anything_else_leads_nowhere(String dialled) {
        assertThat(plan.fromInside(dialled)).isInstanceOf(Route.Nowhere.class);
        assertThat(plan.fromOutside(dialled)).isInstanceOf(Route.Nowhere.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"600", "601", "+8613800138000", "913800138000"})
    void strangers_get_no_echo_and_no_way_out(String dialled) {
        assertThat(plan.fromOutside(dialled)).isInstanceOf(Route.Nowhere.class);
    }

    @Test
    void without_a_trunk_there_is_no_way_out() {
        var closed = new DialPlan(EmbeddedPbxTest.config());
        assertThat(closed.fromInside("13800138000"))
                .isInstanceOfSatisfying(
                        Route.Nowhere.class, n -> assertThat(n.cause()).isEqualTo(HangupCause.CONGESTION));
    }
}
