package amends.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.compensation.FairnessReport.Cut;
import amends.compensation.FairnessReport.Given;
import amends.compensation.FairnessReport.Group;
import amends.compensation.FairnessReport.Verdict;
import amends.kernel.Money;
import amends.recovery.Severity;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FairnessReportTest {
    private static final Currency YUAN = Currency.getInstance("CNY");

    private static Given given(long yuan, String kind, String type) {
        return new Given(new Money(yuan * 100, YUAN), new FailureKind(kind), Severity.SEVERE, type, "GOLD", "上海");
    }

    private static Group of(FairnessReport report, String name) {
        return report.groups().get(Cut.TYPE).stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_same_for_the_same_is_alike_though_one_group_had_graver_failures() {
        var random = new Random(1);
        var all = new ArrayList<Given>();
        for (int i = 0; i < 200; i++) {
            boolean expressive = i % 2 == 0;
            boolean grave = random.nextDouble() < (expressive ? 0.8 : 0.2);
            long amount = (grave ? 100 : 10) + 10 * random.nextInt(3);
            all.add(given(amount, grave ? "wrong-charge" : "long-wait", expressive ? "EXPRESSIVE" : "RESERVED"));
        }
        var report = FairnessReport.of(all);

        assertThat(of(report, "EXPRESSIVE").verdict()).isEqualTo(Verdict.ALIKE);
        assertThat(of(report, "EXPRESSIVE").mean().minor())
                .isGreaterThan(of(report, "RESERVED").mean().minor());
        assertThat(report.isSuspicious()).isFalse();
    }

    @Test
    void who_gets_more_for_the_same_is_seen() {
        var all = new ArrayList<Given>();
        for (int i = 0; i < 60; i++)
            all.add(given(i % 2 == 0 ? 30 : 10 + i % 3, "long-wait", i % 2 == 0 ? "EXPRESSIVE" : "RESERVED"));
        var report = FairnessReport.of(all);

        assertThat(of(report, "EXPRESSIVE").verdict()).isEqualTo(Verdict.MORE);
        assertThat(of(report, "RESERVED").verdict()).isEqualTo(Verdict.LESS);
        assertThat(of(report, "EXPRESSIVE").low()).isPositive();
    }

    @Test
    void a_few_grants_say_nothing() {
        var report = FairnessReport.of(List.of(
                given(50, "long-wait", "EXPRESSIVE"), given(5, "long-wait", "RESERVED"), given(5, "long-wait", "")));

        assertThat(report.groups().get(Cut.TYPE))
                .allSatisfy(g -> assertThat(g.verdict()).isEqualTo(Verdict.TOO_FEW));
        assertThat(FairnessReport.of(List.of()).isSuspicious()).isFalse();
    }
}
