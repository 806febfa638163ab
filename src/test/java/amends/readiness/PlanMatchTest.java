package amends.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMatchTest {
    private static final CallFacts CARDS = new CallFacts(
            "信用卡 > 还款",
            Optional.of(new PhoneNumber("+862150001234")),
            Optional.empty(),
            "上海浦东",
            List.of("Mobile App 登录失败"));

    private static PlanMatch match(List<String> queues, List<String> words, List<String> regions, List<String> prefix) {
        return new PlanMatch(queues, words, regions, prefix);
    }

    @Test
    void of_each_that_is_given_one_must_fit() {
        assertThat(match(List.of("贷款", "信用卡"), List.of("app"), List.of("上海"), List.of("021"))
                        .fits(CARDS, 86))
                .contains(List.of("信用卡", "app", "上海", "021"));
        assertThat(match(List.of("信用卡"), List.of(), List.of("北京"), List.of()).fits(CARDS, 86))
                .isEmpty();
    }

    @Test
    void a_match_of_nothing_fits_nothing() {
        assertThat(match(List.of(" "), List.of(""), List.of(), List.of()).fits(CARDS, 86))
                .isEmpty();
        assertThat(match(List.of("x"), List.of(), List.of(), List.of()).fits(CallFacts.NOTHING, 86))
                .isEmpty();
    }

    @Test
    void prefixes_are_understood_as_they_are_dialled_at_home_and_from_abroad() {
        assertThat(PlanMatch.international("021", 86)).isEqualTo("+8621");
        assertThat(PlanMatch.international("138", 86)).isEqualTo("+86138");
        assertThat(PlanMatch.international("+852", 86)).isEqualTo("+852");
        assertThat(match(List.of(), List.of(), List.of(), List.of("+852")).fits(CARDS, 86))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"上海", "0", "00", "+", "+0", "-"})
    void a_prefix_without_digits_is_nobodys(String prefix) {
        PlanMatch match = match(List.of(), List.of(), List.of(), List.of(prefix));
        assertThat(match.hasPrefixOfEverybody()).isTrue();
        assertThat(match.fits(CARDS, 86)).isEmpty();
        assertThat(PlanMatch.international(prefix, 86)).isEqualTo("+0");
    }

    @Test
    void hostile_entries_are_cut_to_plain_short_ones() {
        PlanMatch hostile = match(List.of("a\u0000\nb".repeat(100)), List.of("%"), List.of(), List.of());
        assertThat(hostile.queues().getFirst()).hasSizeLessThanOrEqualTo(40).doesNotContain("\n");
    }
}
