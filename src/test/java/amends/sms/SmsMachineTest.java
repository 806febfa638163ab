package amends.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.sms.SmsCourse.State;
import amends.sms.SmsGateway.Fate;
import amends.sms.SmsMachine.Next;
import amends.sms.SmsStep.Accepted;
import amends.sms.SmsStep.AnswerLost;
import amends.sms.SmsStep.Begins;
import amends.sms.SmsStep.PutBack;
import amends.sms.SmsStep.Refused;
import amends.sms.SmsStep.TimeIsOver;
import amends.sms.SmsStep.Told;
import amends.sms.SmsStep.Withdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmsMachineTest {
    private static final Instant AT = Instant.parse("2026-01-05T01:00:00Z");
    private static final List<SmsStep> STEPS = List.of(
            new Begins(),
            new Accepted("id"),
            new Refused("no"),
            new PutBack("busy"),
            new AnswerLost("silence"),
            new TimeIsOver(),
            new Withdrawn("refused"),
            new Told(Fate.DELIVERED, ""),
            new Told(Fate.UNDELIVERABLE, "err:001"),
            new Told(Fate.EXPIRED, ""),
            new Told(Fate.UNDECIDED, ""));

    /** Where each step of {@link #STEPS} leads: a state, with a question mark where it makes unsure, or nowhere. */
    private static final Map<State, List<String>> TABLE = Map.of(
            State.DUE, List.of("SUBMITTING", "-", "-", "-", "-", "EXPIRED", "EXPIRED", "-", "-", "-", "-"),
            State.SUBMITTING,
                    List.of("SUBMITTING?", "ACCEPTED", "REFUSED", "DUE", "DUE?", "EXPIRED?", "-", "-", "-", "-", "-"),
            State.ACCEPTED, List.of("-", "-", "-", "-", "-", "-", "-", "DELIVERED", "UNDELIVERABLE", "EXPIRED", "-"));

    static Stream<Arguments> table() {
        var rows = new ArrayList<Arguments>();
        for (State from : State.values())
            for (int i = 0; i < STEPS.size(); i++)
                rows.add(arguments(
                        from,
                        STEPS.get(i),
                        from.isOver() ? "-" : TABLE.get(from).get(i)));
        return rows.stream();
    }

    private static SmsCourse course(State state, boolean unsure) {
        return new SmsCourse(new UUID(0, 1), Purpose.SURVEY, state, unsure, 1, Optional.empty(), "", AT);
    }

    @ParameterizedTest
    @MethodSource("table")
    void every_step_from_every_state(State from, SmsStep step, String to) {
        Next next = SmsMachine.next(course(from, false), step, AT);

        if (to.equals("-")) assertThat(next).isInstanceOf(Next.Ignored.class);
        else
            assertThat(next).isInstanceOfSatisfying(Next.Changed.class, changed -> {
                assertThat(changed.course().state()).isEqualTo(State.valueOf(to.replace("?", "")));
                assertThat(changed.course().unsure()).isEqualTo(to.endsWith("?"));
            });
    }

    @ParameterizedTest
    @MethodSource("table")
    void what_is_unsure_stays_unsure(State from, SmsStep step, String to) {
        if (SmsMachine.next(course(from, true), step, AT) instanceof Next.Changed(SmsCourse after))
            assertThat(after.unsure()).isTrue();
    }

    @Test
    void every_beginning_counts() {
        var next = (Next.Changed) SmsMachine.next(course(State.DUE, false), new Begins(), AT);

        assertThat(next.course().attempts()).isEqualTo(2);
    }

    @Test
    void an_ignored_step_says_why() {
        var ignored = (Next.Ignored) SmsMachine.next(course(State.ACCEPTED, false), new Begins(), AT);

        assertThat(ignored.reason()).contains("Begins").contains("ACCEPTED");
    }
}
