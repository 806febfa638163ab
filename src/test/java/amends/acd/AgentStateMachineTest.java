package amends.acd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.acd.AgentState.Reason;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AgentStateMachineTest {
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final CallId ONE = new CallId("one");
    private static final CallId TWO = new CallId("two");
    private static final Aim BREAK = new Aim.NotReady(Reason.BREAK);
    private static final Aim MEAL = new Aim.NotReady(Reason.MEAL);
    private static final Aim RANG_OUT = new Aim.NotReady(Reason.RING_NO_ANSWER);

    private static final AgentPhase OFF = new AgentPhase.SignedOff();
    private static final AgentPhase READY = resting(Aim.READY);
    private static final AgentPhase ON_BREAK = resting(BREAK);
    private static final AgentPhase DECLINED = new AgentPhase.Resting(Aim.READY, true);
    private static final AgentPhase OFFERED = offered(READY, null, ONE);
    private static final AgentPhase TALKING = talking(Aim.READY, ONE);
    private static final AgentPhase WRITING = writing(HALF_MINUTE, Aim.READY);
    private static final AgentPhase OFFERED_IN_WRITING = offered(WRITING, null, ONE);

    private static final AgentEvent SIGN_IN = new AgentEvent.SignIn(Set.of());
    private static final AgentEvent SIGN_OUT = new AgentEvent.SignOut();
    private static final AgentEvent WANT_READY = new AgentEvent.WantReady();
    private static final AgentEvent WANT_BREAK = new AgentEvent.WantNotReady(Reason.BREAK);
    private static final AgentEvent BEGAN = new AgentEvent.CallBegan(ONE);
    private static final AgentEvent SECOND_BEGAN = new AgentEvent.CallBegan(TWO);
    private static final AgentEvent ANSWERED = new AgentEvent.CallAnswered(ONE);
    private static final AgentEvent ENDED = ended(ONE, ClearCause.REMOTE_HANGUP);
    private static final AgentEvent ABANDONED = ended(ONE, ClearCause.CANCELLED);
    private static final AgentEvent REJECTED = ended(ONE, ClearCause.REJECTED);
    private static final AgentEvent RANG = new AgentEvent.RangOut();
    private static final AgentEvent FINISH = new AgentEvent.Finish();
    private static final AgentEvent EXTEND = new AgentEvent.Extend();
    private static final AgentEvent COUNTED = new AgentEvent.CountdownEnded();
    private static final AgentEvent MADE_READY = new AgentEvent.MadeReady();
    private static final AgentEvent MADE_MEAL = new AgentEvent.MadeNotReady(Reason.MEAL);

    private static final AgentEffect LOG_ON = new AgentEffect.LogOn();
    private static final AgentEffect LOG_OFF = new AgentEffect.LogOff();
    private static final AgentEffect TELL_READY = new AgentEffect.TellReady();
    private static final AgentEffect TELL_BREAK = new AgentEffect.TellNotReady(Reason.BREAK);
    private static final AgentEffect TELL_WORKING = new AgentEffect.TellWorking();
    private static final AgentEffect START = new AgentEffect.StartCountdown(HALF_MINUTE);
    private static final AgentEffect LONGER = new AgentEffect.ExtendCountdown(HALF_MINUTE);
    private static final AgentEffect STOP = new AgentEffect.StopCountdown();

    private final AgentStateMachine machine = new AgentStateMachine(AgentRules.of("support"));

    private static AgentPhase resting(Aim aim) {
        return new AgentPhase.Resting(aim, false);
    }

    private static AgentPhase offered(AgentPhase was, Aim wish, CallId... calls) {
        return new AgentPhase.Offered(Set.of(calls), was, Optional.ofNullable(wish));
    }

    private static AgentPhase talking(Aim aim, CallId... calls) {
        return new AgentPhase.Talking(Set.of(calls), aim);
    }

    private static AgentPhase writing(Duration left, Aim aim) {
        return new AgentPhase.Writing(NOON.plus(left), aim);
    }

    private static AgentEvent ended(CallId call, ClearCause cause) {
        return new AgentEvent.CallEnded(call, cause, NOON);
    }

    private static Arguments to(AgentPhase from, AgentEvent event, AgentPhase to, AgentEffect... effects) {
        return arguments(from, event, to, List.of(effects), false);
    }

    private static Arguments no(AgentPhase from, AgentEvent event) {
        return arguments(from, event, from, List.of(), true);
    }

    static Stream<Arguments> table() {
        return Stream.of(signedOff(), rests(), offers(), talks(), writes(), link())
                .flatMap(s -> s);
    }

    private static Stream<Arguments> signedOff() {
        return Stream.concat(
                Stream.of(
                        to(OFF, SIGN_IN, resting(new Aim.NotReady(Reason.SIGNED_IN)), LOG_ON),
                        to(
                                OFF,
                                new AgentEvent.SignIn(Set.of(ONE)),
                                talking(new Aim.NotReady(Reason.SIGNED_IN), ONE),
                                LOG_ON)),
                Stream.of(
                                SIGN_OUT,
                                WANT_READY,
                                WANT_BREAK,
                                BEGAN,
                                ANSWERED,
                                ENDED,
                                RANG,
                                FINISH,
                                EXTEND,
                                COUNTED,
                                MADE_READY,
                                MADE_MEAL)
                        .map(event -> no(OFF, event)));
    }

    private static Stream<Arguments> rests() {
        return Stream.of(
                no(READY, SIGN_IN),
                to(READY, SIGN_OUT, OFF, LOG_OFF),
                to(ON_BREAK, WANT_READY, READY, TELL_READY),
                to(READY, WANT_READY, READY),
                to(READY, WANT_BREAK, ON_BREAK, TELL_BREAK),
                to(resting(MEAL), WANT_BREAK, ON_BREAK, TELL_BREAK),
                to(ON_BREAK, WANT_BREAK, ON_BREAK),
                to(READY, BEGAN, OFFERED),
                to(ON_BREAK, BEGAN, offered(ON_BREAK, null, ONE)),
                to(DECLINED, BEGAN, OFFERED),
                to(READY, ANSWERED, TALKING),
                no(READY, ENDED),
                to(READY, RANG, resting(RANG_OUT), new AgentEffect.TellNotReady(Reason.RING_NO_ANSWER)),
                no(DECLINED, RANG),
                no(ON_BREAK, RANG),
                no(READY, FINISH),
                no(READY, EXTEND),
                no(READY, COUNTED),
                to(ON_BREAK, MADE_READY, READY),
                to(READY, MADE_READY, READY),
                to(READY, MADE_MEAL, resting(MEAL)));
    }

    private static Stream<Arguments> offers() {
        return Stream.of(
                no(OFFERED, SIGN_IN),
                to(OFFERED, SIGN_OUT, offered(READY, Aim.GONE, ONE)),
                to(OFFERED, WANT_READY, offered(READY, Aim.READY, ONE)),
                to(OFFERED, WANT_BREAK, offered(READY, BREAK, ONE)),
                to(OFFERED, SECOND_BEGAN, offered(READY, null, ONE, TWO)),
                to(OFFERED, ANSWERED, TALKING),
                to(offered(READY, BREAK, ONE), ANSWERED, talking(BREAK, ONE)),
                to(offered(READY, null, ONE, TWO), ANSWERED, talking(Aim.READY, ONE, TWO)),
                to(OFFERED_IN_WRITING, ANSWERED, TALKING, STOP),
                to(offered(READY, null, ONE, TWO), ABANDONED, offered(READY, null, TWO)),
                to(OFFERED, ABANDONED, READY),
                to(offered(ON_BREAK, null, ONE), ABANDONED, ON_BREAK),
                to(OFFERED, REJECTED, DECLINED),
                to(offered(READY, BREAK, ONE), ABANDONED, ON_BREAK, TELL_BREAK),
                to(offered(READY, Aim.GONE, ONE), ABANDONED, OFF, LOG_OFF),
                to(OFFERED_IN_WRITING, ABANDONED, WRITING),
                to(offered(WRITING, BREAK, ONE), ABANDONED, writing(HALF_MINUTE, BREAK)),
                no(OFFERED, ended(TWO, ClearCause.CANCELLED)),
                to(OFFERED, RANG, offered(READY, RANG_OUT, ONE)),
                no(offered(READY, BREAK, ONE), RANG),
                no(offered(ON_BREAK, null, ONE), RANG),
                no(OFFERED_IN_WRITING, RANG),
                no(OFFERED, FINISH),
                no(OFFERED, EXTEND),
                no(OFFERED, COUNTED),
                to(
                        OFFERED_IN_WRITING,
                        COUNTED,
                        offered(writing(HALF_MINUTE.multipliedBy(2), Aim.READY), null, ONE),
                        START),
                to(offered(ON_BREAK, null, ONE), MADE_READY, offered(ON_BREAK, Aim.READY, ONE)),
                to(OFFERED, MADE_MEAL, offered(READY, MEAL, ONE)),
                no(offered(READY, Aim.GONE, ONE), MADE_READY),
                no(offered(READY, Aim.GONE, ONE), MADE_MEAL));
    }

    private static Stream<Arguments> talks() {
        return Stream.of(
                no(TALKING, SIGN_IN),
                to(TALKING, SIGN_OUT, talking(Aim.GONE, ONE)),
                to(talking(BREAK, ONE), WANT_READY, TALKING),
                to(TALKING, WANT_BREAK, talking(BREAK, ONE)),
                to(TALKING, SECOND_BEGAN, talking(Aim.READY, ONE, TWO)),
                to(TALKING, new AgentEvent.CallAnswered(TWO), talking(Aim.READY, ONE, TWO)),
                to(talking(Aim.READY, ONE, TWO), ENDED, talking(Aim.READY, TWO)),
                to(TALKING, ENDED, WRITING, TELL_WORKING, START),
                to(talking(BREAK, ONE), ENDED, writing(HALF_MINUTE, BREAK), TELL_WORKING, START),
                no(TALKING, ended(TWO, ClearCause.CANCELLED)),
                no(TALKING, RANG),
                no(TALKING, FINISH),
                no(TALKING, EXTEND),
                no(TALKING, COUNTED),
                to(talking(BREAK, ONE), MADE_READY, TALKING),
                to(TALKING, MADE_MEAL, talking(MEAL, ONE)),
                no(talking(Aim.GONE, ONE), MADE_READY),
                no(talking(Aim.GONE, ONE), MADE_MEAL));
    }

    private static Stream<Arguments> writes() {
        AgentPhase leaving = writing(HALF_MINUTE, Aim.GONE);
        AgentPhase thenBreak = writing(HALF_MINUTE, BREAK);
        return Stream.of(
                no(WRITING, SIGN_IN),
                to(WRITING, SIGN_OUT, leaving),
                to(thenBreak, WANT_READY, WRITING),
                to(WRITING, WANT_BREAK, thenBreak),
                to(WRITING, BEGAN, OFFERED_IN_WRITING),
                to(WRITING, ANSWERED, TALKING, STOP),
                no(WRITING, ENDED),
                no(WRITING, RANG),
                to(WRITING, FINISH, READY, STOP, TELL_READY),
                to(thenBreak, FINISH, ON_BREAK, STOP, TELL_BREAK),
                to(leaving, FINISH, OFF, STOP, LOG_OFF),
                to(WRITING, EXTEND, writing(HALF_MINUTE.multipliedBy(2), Aim.READY), LONGER),
                to(WRITING, COUNTED, READY, TELL_READY),
                to(thenBreak, COUNTED, ON_BREAK, TELL_BREAK),
                to(leaving, COUNTED, OFF, LOG_OFF),
                to(thenBreak, MADE_READY, READY, STOP),
                no(leaving, MADE_READY),
                to(WRITING, MADE_MEAL, writing(HALF_MINUTE, MEAL)),
                no(leaving, MADE_MEAL));
    }

    private static Stream<Arguments> link() {
        return Stream.of(OFF, READY, ON_BREAK, OFFERED, TALKING, WRITING)
                .flatMap(phase -> Stream.of(
                        to(phase, new AgentEvent.LinkLost(), phase), to(phase, new AgentEvent.LinkBack(), phase)));
    }

    @ParameterizedTest(name = "{0} on {1} becomes {2}")
    @MethodSource("table")
    void every_cell_of_the_table_holds(
            AgentPhase from, AgentEvent event, AgentPhase to, List<AgentEffect> effects, boolean ignored) {
        AgentTransition transition = machine.next(from, event);
        assertThat(transition.phase()).isEqualTo(to);
        assertThat(transition.effects()).isEqualTo(effects);
        assertThat(transition.ignored().isPresent()).isEqualTo(ignored);
    }

    @Test
    void without_a_write_up_a_call_ends_in_what_was_wished() {
        var noWriteUp = new AgentStateMachine(new AgentRules(List.of("support"), Duration.ZERO, HALF_MINUTE));
        assertThat(noWriteUp.next(talking(BREAK, ONE), ENDED)).isEqualTo(AgentTransition.to(ON_BREAK, TELL_BREAK));
    }

    @Test
    void the_table_has_every_event_in_every_phase() {
        var cells = table().map(row -> row.get()[0].getClass().getSimpleName()
                        + row.get()[1].getClass().getSimpleName())
                .distinct()
                .count();
        int phases = AgentPhase.class.getPermittedSubclasses().length;
        int events = AgentEvent.class.getPermittedSubclasses().length;
        assertThat(cells).isEqualTo((long) phases * events);
    }
}
