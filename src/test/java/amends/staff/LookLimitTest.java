package amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

public class LookLimitTest {
    /** Looks and seconds. */
    public static List<String> limits() {
        return written(LookLimit.USUAL);
    }

    public static List<String> searches() {
        return written(LookLimit.SEARCHES);
    }

    private static List<String> written(List<LookLimit> limits) {
        return limits.stream()
                .map(limit -> limit.looks() + " " + limit.within().toSeconds())
                .toList();
    }

    @Test
    void a_minute_of_looks_is_more_than_anybody_can_talk_to() {
        assertThat(limits()).containsExactly("60 60", "600 3600");
    }
}
