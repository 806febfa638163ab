package amends.acd.manager;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AcdEvent.CallPassedOn;
import amends.telephony.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayWatchTest {
    private static final String NUMBER = "13800138000";
    private final List<CallPassedOn> told = new ArrayList<>();
    private final WayWatch ways = new WayWatch(event -> told.add((CallPassedOn) event));

    private void joins(String queue) {
        ways.joined(
                new ManagerFrame(Map.of("Queue", queue, "Uniqueid", "1.7", "Linkedid", "1.1", "CallerIDNum", NUMBER)));
    }

    private void isTransferred(String result) {
        ways.transferred(new ManagerFrame(Map.of(
                "Event",
                "BlindTransfer",
                "Result",
                result,
                "TransfereeLinkedid",
                "1.1",
                "TransfereeCallerIDNum",
                NUMBER)));
    }

    private static CallPassedOn passedOn(int times) {
        return new CallPassedOn("1.1", NUMBER, times, Optional.empty());
    }

    @Test
    void who_waits_in_the_first_queue_was_not_passed_on_and_another_queue_passes_on() {
        joins("support");
        joins("support");
        assertThat(told).isEmpty();
        joins("cards");
        assertThat(told).containsExactly(passedOn(1));
    }

    @Test
    void a_transfer_into_a_queue_is_one_step() {
        joins("support");
        isTransferred("Success");
        joins("cards");
        isTransferred("Success");
        assertThat(told).containsExactly(passedOn(1), passedOn(2));
    }

    @Test
    void a_transfer_that_failed_is_none() {
        isTransferred("Fail");
        isTransferred("");
        assertThat(told).isEmpty();
    }

    @Test
    void the_desk_at_which_it_rings_is_told_with_its_call() {
        var call = new CallId("call@desk");
        joins("support");
        ways.offered("1.1", call);
        assertThat(told).isEmpty();
        isTransferred("Success");
        ways.offered("1.1", call);
        assertThat(told).last().isEqualTo(new CallPassedOn("1.1", NUMBER, 1, Optional.of(call)));
    }

    @Test
    void names_of_no_use_are_left_aside() {
        ways.joined(new ManagerFrame(Map.of("Queue", "support")));
        ways.joined(new ManagerFrame(Map.of("Queue", "support", "Linkedid", "x".repeat(400))));
        ways.transferred(new ManagerFrame(Map.of("Result", "Success")));
        assertThat(told).isEmpty();
    }
}
