package amends.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.yaml.YamlMistakes;
import amends.recovery.Severity;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
    /** Each line by its number, as the mistakes name it. */
    private static final List<String> SMALL = List.of(
            "policy: small",
            "currency: CNY",
            "budget: {amount: 100, time-zone: UTC}",
            "authority: {agent: 5, lead: 10, expert: 20}",
            "two-persons-above: 20",
            "failures: [wrong-charge]",
            "options:",
            "  - {key: cheap, form: points, value: 5, effect: 0.5}",
            "  - {key: dear, form: refund, value: 10}",
            "rows:",
            "  - {failure: long-wait, severity: moderate, floor: 5, limit: 10, options: [cheap, dear]}",
            "  - {failure: any, severity: severe, floor: 10, limit: 10, options: [dear]}");

    private static String small() {
        return String.join("\n", SMALL);
    }

    /** @param line counted from 1 */
    private static String with(int line, String other) {
        var lines = new java.util.ArrayList<>(SMALL);
        lines.set(line - 1, other);
        return String.join("\n", lines);
    }

    @Test
    void an_empty_policy_is_told_as_such() {
        assertThatThrownBy(() -> PolicyReader.read("policy.yaml", "\n"))
                .hasMessageContaining("policy.yaml: is empty")
                .hasMessageContaining("amends policy show");
    }

    @Test
    void a_policy_that_says_next_to_nothing_lists_all_that_is_missing() {
        assertThatThrownBy(() -> PolicyReader.read("p", "edition: 1"))
                .hasMessageContaining("'policy' is missing")
                .hasMessageContaining("'currency' is missing")
                .hasMessageContaining("'rows' has none");
    }

    @Test
    void a_full_width_colon_is_told_with_its_line() {
        String text = PolicyReader.standardText().replaceFirst("(?m)^currency: ", "currency：");
        int line = (int) text.substring(0, text.indexOf('：')).lines().count();
        assertThatThrownBy(() -> PolicyReader.read("policy.yaml", text))
                .hasMessageContaining("policy.yaml:" + line + ":")
                .hasMessageContaining("a full-width colon");
    }

    @Test
    void the_policy_of_the_house_is_one() {
        CompensationPolicy policy = PolicyReader.standard();

        assertThat(policy.name()).isEqualTo("spruce-1");
        assertThat(policy.authority().get(Role.AGENT)).hasToString("50.00 CNY");
        assertThat(policy.rows()).allSatisfy(row -> assertThat(row.fitting()).isNotEmpty());
    }

    @Test
    void a_case_has_the_row_that_says_most_about_it() throws YamlMistakes {
        CompensationPolicy policy = PolicyReader.read("p", small());

        assertThat(policy.rowFor(new FailureKind("long-wait"), Severity.MODERATE, Tier.VIP)
                        .map(PolicyRow::key))
                .contains("long-wait/moderate");
        assertThat(policy.rowFor(new FailureKind("dropped"), Severity.SEVERE, Tier.REGULAR)
                        .map(PolicyRow::key))
                .contains("any/severe");
        assertThat(policy.rowFor(new FailureKind("dropped"), Severity.MINOR, Tier.REGULAR))
                .isEmpty();
    }

    @Test
    void how_many_must_approve_follows_from_value_and_role() throws YamlMistakes {
        CompensationPolicy policy = PolicyReader.read("p", small());
        var agent = new StaffMember(new UUID(1, 1), "a", "a", "1", Set.of(Role.AGENT));
        var leading = new StaffMember(new UUID(1, 2), "b", "b", "2", Set.of(Role.AGENT, Role.LEAD));
        var inspector = new StaffMember(new UUID(1, 3), "c", "c", "3", Set.of(Role.INSPECTOR));

        assertThat(policy.approvalsFor(agent, yuan(500))).isZero();
        assertThat(policy.approvalsFor(agent, yuan(501))).isEqualTo(1);
        assertThat(policy.approvalsFor(leading, yuan(1000))).isZero();
        assertThat(policy.approvalsFor(leading, yuan(2001))).isEqualTo(2);
        assertThat(policy.authorityOf(inspector)).isEqualTo(yuan(0));
    }

    private static amends.kernel.Money yuan(long minor) {
        return new amends.kernel.Money(minor, java.util.Currency.getInstance("CNY"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2 | currency: YUAN | should be a currency's three letters
            2 | curency: CNY | did you mean 'currency'?
            3 | budget: {amount: -1} | less than nothing cannot be given
            3 | budget: {amount: ten} | should be an amount of CNY like 10 or 10.50, not 'ten'
            3 | budget: {period: day, amount: 100} | one of week, month, quarter, year
            3 | budget: {amount: 100, time-zone: Mars} | a place like Asia/Shanghai
            3 | budget: {period: month} | a policy without a budget gives without end
            3 | budget: {amount: 7} | 'rows.limit' is 10.00 CNY, above the whole budget
            4 | authority: {agent: 5, led: 10, expert: 20} | did you mean 'authority.lead'?
            4 | authority: {agent: 5, expert: 20} | up to which value may they grant alone?
            4 | authority: {agent: 5.001, lead: 10, expert: 20} | like 10 or 10.50
            5 | two-persons-above: 19 | is below 20.00 CNY, which one person alone may grant
            6 | failures: [long-wait] | which is known already
            6 | failures: ["wrong/charge"] | words like wrong-charge
            8 | ~  - {key: cheap, form: point, value: 5}~ | one of refund, discount, free-service
            8 | ~  - {key: cheap, form: points, value: 5, effect: 5}~ | a number from 0 to 4
            8 | ~  - {key: cheap, form: points, value: 5, stock: 0}~ | a whole number from 1
            8 | ~  - {key: cheap, form: points, value: 5, days: mo-fr}~ | days like mon-fri or sat
            8 | ~  - {key: cheap, form: points, value: 5, hours: "9-18"}~ | hours like "09:00-18:00"
            8 | ~  - {key: cheap, form: points}~ | 'options.value' is missing
            9 | ~  - {key: cheap, form: refund, value: 10}~ | 'options.key' is there twice
            11 | ~  - {failure: long-wait, severity: moderate, floor: 11, limit: 10, options: [cheap, dear]}~ | above the limit
            11 | ~  - {failure: long-wiat, severity: moderate, floor: 5, limit: 10, options: [cheap, dear]}~ | did you mean 'long-wait'?
            11 | ~  - {failure: long-wait, severity: sever, floor: 5, limit: 10, options: [cheap, dear]}~ | did you mean 'severe'?
            11 | ~  - {failure: long-wait, tier: god, floor: 5, limit: 10, options: [cheap, dear]}~ | did you mean 'gold'?
            11 | ~  - {failure: long-wait, floor: 5, limit: 10, options: [cheep, dear]}~ | did you mean 'cheap'?
            11 | ~  - {failure: long-wait, floor: 6, limit: 10, options: [cheap, dear]}~ | outside 6.00 CNY to 10.00 CNY
            11 | ~  - {failure: long-wait, floor: 5, limit: 10, options: [dear]}~ | is offered by no row
            11 | ~  - {failure: any, severity: severe, floor: 5, limit: 10, options: [cheap, dear]}~ | is there twice
            12 | ~  - {failure: [dropped, long-wait], severity: [severe, moderate], floor: 10, limit: 10, options: [dear]}~ | overlaps the one in line 11: both say what is given for long-wait/moderate
            12 | ~  - {failure: long-wait, severity: moderate, floor: 10, limit: 10, options: [dear], type: expressive}~ | unknown key 'rows.type'
            12 | ~  - {failure: any, floor: 10, limit: 10, options: [dear], budget: 5}~ | below the floor
            """)
    void what_is_wrong_is_told_with_its_line(int line, String other, String words) {
        var mistakes = catchThrowableOfType(YamlMistakes.class, () -> PolicyReader.read("p", with(line, other)));

        assertThat(mistakes).isNotNull();
        assertThat(mistakes.mistakes()).anySatisfy(mistake -> {
            assertThat(mistake.text()).contains(words);
            if (!words.contains("no row") && !words.contains("there twice") && !words.contains("above the whole"))
                assertThat(mistake.line()).isEqualTo(line);
        });
    }

    @Test
    void a_row_that_can_never_apply_is_told() {
        String more = String.join(
                "\n",
                small(),
                "  - {failure: wrong-charge, floor: 10, limit: 10, options: [dear]}",
                "  - {failure: wrong-charge, severity: [minor, moderate], floor: 10, limit: 10, options: [dear]}",
                "  - {failure: wrong-charge, severity: severe, floor: 10, limit: 10, options: [dear]}");
        assertThatThrownBy(() -> PolicyReader.read("p", more)).hasMessageContaining("p:13:5: this row can never apply");
    }

    @Test
    void a_policy_torn_anywhere_is_read_or_refused_and_nothing_else() {
        String whole = PolicyReader.standardText();
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var torn = new StringBuilder(whole);
            int at = random.nextInt(whole.length() - 20);
            switch (random.nextInt(3)) {
                case 0 -> torn.setLength(at);
                case 1 -> torn.delete(at, at + random.nextInt(20));
                default -> torn.insert(at, (char) (32 + random.nextInt(95)));
            }
            try {
                PolicyReader.read("torn", torn.toString());
            } catch (YamlMistakes refused) {
                assertThat(refused).hasMessageContaining("torn");
            }
        }
    }
}
