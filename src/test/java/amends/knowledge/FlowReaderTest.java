package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import amends.kernel.yaml.YamlMistakes;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlowReaderTest {
    static final String GOOD = """
            id: charged-twice
            language: en
            title: Charged twice
            kind: solving
            category: cards/repayment
            about: [repayment-charged-twice]
            steps:
              - id: compare
                say: I see two postings.
                note: Same day, same amount?
                answers:
                  - text: Both are booked
                    to: refund
                  - text: One is pending
                    to: wait
              - id: refund
                say: The second one goes back today.
                act: promise
                article: repayment-arrival
                answers:
                  - text: Agreed
                    to: done
                  - text: Look again
                    to: compare
              - id: wait
                say: It goes back within two hours.
                ends: follow-up
              - id: done
                say: Thank you.
                ends: solved
            """;

    private static String mistakes(String text) {
        YamlMistakes mistakes = catchThrowableOfType(YamlMistakes.class, () -> FlowReader.read("f.yaml", text));
        return mistakes == null ? "" : mistakes.getMessage();
    }

    @Test
    void a_flow_is_read_as_it_was_written() throws YamlMistakes {
        FlowText flow = FlowReader.read("f.yaml", GOOD);
        assertThat(flow.id()).isEqualTo(new FlowId("charged-twice", ArticleLanguage.EN));
        assertThat(flow.source()).isEqualTo(GOOD);
        assertThat(flow.articles()).containsExactly("repayment-charged-twice", "repayment-arrival");
        assertThat(flow.steps()).hasSize(4);
        assertThat(flow.steps().get(1).act()).contains(FlowAct.PROMISE);
        assertThat(flow.steps().get(2).end()).contains(FlowEnd.FOLLOW_UP);
        assertThat(flow.longestFrom("compare")).isEqualTo(3);
    }

    @Test
    void a_dead_end_is_told_with_its_line() {
        assertThat(mistakes(GOOD.replace("    ends: follow-up\n", "")))
                .isEqualTo("f.yaml:25:5: the step 'wait' is a dead end: it has neither 'answers' nor 'ends'");
    }

    @Test
    void an_answer_that_leads_nowhere_is_told_with_its_line_and_what_was_meant() {
        assertThat(mistakes(GOOD.replace("to: wait", "to: wiat")))
                .contains("f.yaml:15:13: 'steps.answers.to' leads to 'wiat', and there is no such step;"
                        + " did you mean 'wait'?")
                .contains("f.yaml:25:5: no way leads to the step 'wait'");
    }

    @Test
    void steps_that_go_round_for_ever_are_told() {
        assertThat(mistakes(GOOD.replace("to: done", "to: compare")
                        .replace("to: wait", "to: refund")
                        .replace("text: Look", "text: Please look")))
                .contains("f.yaml:8:5: the step 'compare' goes round for ever")
                .contains("the step 'refund' goes round for ever")
                .contains("no way leads to the step 'done'");
    }

    @Test
    void a_ring_that_can_be_left_is_no_mistake() {
        assertThat(mistakes(GOOD)).isEmpty();
    }

    @Test
    void two_steps_of_one_name_are_told() {
        assertThat(mistakes(GOOD.replace("- id: done", "- id: wait")))
                .contains("f.yaml:28:9: 'steps.id' is 'wait', as the step of line 25 is called already");
    }

    @Test
    void unknown_keys_and_words_are_told() {
        assertThat(mistakes(GOOD.replace("note:", "nota:")))
                .contains("f.yaml:10")
                .contains("did you mean 'steps.note'");
        assertThat(mistakes(GOOD.replace("act: promise", "act: promiss")))
                .contains("f.yaml:18")
                .contains("payment-pause");
        assertThat(mistakes(GOOD.replace("kind: solving", "kind: asking"))).contains("f.yaml:4");
        assertThat(mistakes("id: a\n")).contains("'title' is missing").contains("there are no 'steps'");
    }

    @Test
    void a_step_ends_or_goes_on() {
        assertThat(mistakes(GOOD.replace("    act: promise\n", "    act: promise\n    ends: solved\n")))
                .contains("a step ends or goes on");
    }

    @Test
    void ten_answers_are_more_than_there_are_digits() {
        var many = new StringBuilder(GOOD.substring(0, GOOD.indexOf("      - text: Both")));
        for (int i = 0; i < 10; i++) many.append("      - text: a").append(i).append("\n        to: end\n");
        assertThat(mistakes(many + "  - id: end\n    say: bye\n    ends: solved\n"))
                .contains("more than 9");
    }

    @Test
    void what_is_too_large_is_refused() {
        assertThatThrownBy(() -> FlowReader.read("f.yaml", "x".repeat(FlowText.MOST_SOURCE + 1)))
                .isInstanceOf(YamlMistakes.class);
    }

    @Test
    void nothing_that_is_mangled_makes_it_fail_otherwise() {
        var random = new Random(17);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder(GOOD);
            for (int i = 0; i <= random.nextInt(4); i++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) random.nextInt(0x3000));
                    default -> text.insert(at, "-:&*[]{}\n\t\"' ".charAt(random.nextInt(13)));
                }
            }
            try {
                FlowText flow = FlowReader.read("f.yaml", text.toString());
                assertThat(flow.steps()).isNotEmpty();
            } catch (YamlMistakes told) {
                assertThat(told.mistakes()).isNotEmpty();
            }
        }
    }
}
