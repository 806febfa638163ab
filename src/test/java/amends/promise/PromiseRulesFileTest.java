package amends.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.WorkingCalendar;
import amends.kernel.yaml.YamlMistakes;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseRulesFileTest {
    private static final WorkingCalendar HOUSE = WorkingCalendar.usual(ZoneId.of("Asia/Shanghai"));

    @Test
    void the_shipped_rules_promise_six_kinds_and_know_three_departments() {
        PromiseRules rules = PromiseRulesFile.shipped(HOUSE);
        assertThat(rules.kinds())
                .extracting(PromiseKind::code)
                .containsExactly("refund", "call-back", "send", "correct", "look-into", "goodwill");
        assertThat(rules.department("mailroom").orElseThrow().calendar().closes())
                .isEqualTo(LocalTime.of(16, 30));
        assertThat(rules.suggesting()).isEqualTo(DueSuggesting.USUAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kinds: [{code: refund, name: 退款, departmnt: x}] | unknown key 'kinds.departmnt'",
                "kinds: [{code: refund, name: 退款, department: x}] | 'kinds.department' has no department 'x'",
                "kinds: [{code: Refund, name: 退款}] | 'kinds.code' is made of small letters",
                "kinds: [{name: 退款}] | 'kinds.code' is missing",
                "kinds: [{code: a, name: 甲}, {code: a, name: 乙}] | 'kinds.code' says 'a' a second time",
                "kinds: [{code: a, name: 甲, usual-hours: 1, soonest-minutes: 90}] | 'kinds.soonest-minutes' is more than",
                "kinds: [{code: a, name: 甲, limits: {agent: many}}] | 'kinds.limits.agent' should be an amount",
                "departments: [{code: a, name: 甲, hours: \"18:00-09:00\"}] | 'departments.hours' should be hours",
                "departments: [{code: a, name: 甲, days: [mon, someday]}] | 'departments.days' has no day 'someday'",
                "departments: [{code: a, name: 甲, holidays: [2026-02-30]}] | 'departments.holidays' has no day",
                "remind-hours: soon | 'remind-hours' should be a whole number",
                "kinds: [] | 'kinds' names nothing that can be promised"
            })
    void what_makes_no_sense_is_told_with_its_line(String text, String mistake) {
        assertThatThrownBy(() -> PromiseRulesFile.read("rules", text, HOUSE))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining(mistake);
    }

    @Test
    void no_text_makes_reading_fail_otherwise() {
        var random = new Random(4711);
        String letters = "kinds:departments[]{}code name,-\n hours\"09:00-18:00\" 0123456789";
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(120); n > 0; n--) text.append(letters.charAt(random.nextInt(letters.length())));
            try {
                PromiseRulesFile.read("rules", text.toString(), HOUSE);
            } catch (YamlMistakes e) {
                assertThat(e.getMessage()).startsWith("rules");
            }
        }
    }
}
