package amends.acd;

import amends.acd.AgentEffect.ExtendCountdown;
import amends.acd.AgentEffect.LogOff;
import amends.acd.AgentEffect.LogOn;
import amends.acd.AgentEffect.StartCountdown;
import amends.acd.AgentEffect.StopCountdown;
import amends.acd.AgentEffect.TellNotReady;
import amends.acd.AgentEffect.TellReady;
import amends.acd.AgentEffect.TellWorking;
import amends.acd.AgentPhase.Offered;
import amends.acd.AgentPhase.Resting;
import amends.acd.AgentPhase.SignedOff;
import amends.acd.AgentPhase.Talking;
import amends.acd.AgentPhase.Writing;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an agent's state becomes. Pure.
 *
 * <p>Resting is Ready or NotReady, Offered and Talking are Busy, Writing is WorkingAfterCall; {@code aim} is what
 * follows the call or the write-up.
 *
 * <table>
 * <caption>— no change, without complaint; ✗ ignored with its reason; [effects]</caption>
 * <tr><th>event<th>SignedOff<th>Resting<th>Offered<th>Talking<th>Writing
 * <tr><td>SignIn<td>NotReady(SIGNED_IN), or Talking when calls go on [LogOn]<td>✗<td>✗<td>✗<td>✗
 * <tr><td>SignOut<td>✗<td>SignedOff [LogOff]<td>aim Gone<td>aim Gone<td>aim Gone
 * <tr><td>WantReady<td>✗<td>Ready [TellReady], — if it is<td>aim Ready<td>aim Ready<td>aim Ready
 * <tr><td>WantNotReady<td>✗<td>NotReady [TellNotReady], — if it is<td>aim NotReady<td>aim NotReady<td>aim NotReady
 * <tr><td>CallBegan<td>✗<td>Offered<td>Offered, one more<td>Talking, one more<td>Offered
 * <tr><td>CallAnswered<td>✗<td>Talking<td>Talking [StopCountdown after Writing]<td>Talking<td>Talking [StopCountdown]
 * <tr><td>CallEnded, others remain<td>✗<td>✗<td>Offered<td>Talking<td>✗
 * <tr><td>CallEnded, the last<td>✗<td>✗<td>what it was, or as wished [Tell…/LogOff]
 *     <td>Writing [TellWorking, StartCountdown]; by the aim where there is no write-up<td>✗
 * <tr><td>RangOut<td>✗<td>Ready: NotReady(RING_NO_ANSWER) [TellNotReady]; ✗ if declined or NotReady
 *     <td>aim NotReady(RING_NO_ANSWER) if it was to be Ready, else ✗<td>✗<td>✗
 * <tr><td>Finish<td>✗<td>✗<td>✗<td>✗<td>by the aim [StopCountdown, Tell…/LogOff]
 * <tr><td>Extend<td>✗<td>✗<td>✗<td>✗<td>Writing, longer [ExtendCountdown]
 * <tr><td>CountdownEnded<td>✗<td>✗<td>after Writing: that one longer [StartCountdown]; else ✗<td>✗
 *     <td>by the aim [Tell…/LogOff]
 * <tr><td>MadeReady<td>✗<td>Ready<td>aim Ready, ✗ if Gone<td>aim Ready, ✗ if Gone<td>Ready [StopCountdown], ✗ if Gone
 * <tr><td>MadeNotReady<td>✗<td>NotReady<td>aim NotReady, ✗ if Gone<td>aim NotReady, ✗ if Gone
 *     <td>aim NotReady, ✗ if Gone
 * <tr><td>LinkLost, LinkBack<td>—<td>—<td>—<td>—<td>— (the link itself tells the last wish again)
 * </table>
 */
final class AgentStateMachine {
    private final AgentRules rules;

    AgentStateMachine(AgentRules rules) {
        this.rules = rules;
    }

    AgentTransition next(AgentPhase phase, AgentEvent event) {
        return switch (event) {
            case AgentEvent.LinkLost() -> AgentTransition.to(phase);
            case AgentEvent.LinkBack() -> AgentTransition.to(phase);
            default ->
                switch (phase) {
                    case SignedOff off -> signedOff(off, event);
                    case Resting resting -> resting(resting, event);
                    case Offered offered -> offered(offered, event);
                    case Talking talking -> talking(talking, event);
                    case Writing writing -> writing(writing, event);
                };
        };
    }

    private static AgentTransition signedOff(SignedOff off, AgentEvent event) {
        if (!(event instanceof AgentEvent.SignIn(Set<CallId> ongoing)))
            return AgentTransition.ignore(off, "nobody is signed in");
        var aim = new Aim.NotReady(AgentState.Reason.SIGNED_IN);
        return AgentTransition.to(
                ongoing.isEmpty() ? new Resting(aim, false) : new Talking(Set.copyOf(ongoing), aim), new LogOn());
    }

    private static AgentTransition resting(Resting now, AgentEvent event) {
        return switch (event) {
            case AgentEvent.SignOut() -> settled(Aim.GONE);
            case AgentEvent.WantReady() -> rested(now, Aim.READY);
            case AgentEvent.WantNotReady(var reason) -> rested(now, new Aim.NotReady(reason));
            case AgentEvent.MadeReady() -> AgentTransition.to(new Resting(Aim.READY, false));
            case AgentEvent.MadeNotReady(var reason) ->
                AgentTransition.to(new Resting(new Aim.NotReady(reason), false));
            case AgentEvent.CallBegan(var call) ->
                AgentTransition.to(new Offered(Set.of(call), new Resting(now.aim(), false), Optional.empty()));
            case AgentEvent.CallAnswered(var call) -> AgentTransition.to(new Talking(Set.of(call), now.aim()));
            case AgentEvent.RangOut() -> rangOut(now);
            case AgentEvent.SignIn signIn -> AgentTransition.ignore(now, "already signed in");
            case AgentEvent.CallEnded ended -> AgentTransition.ignore(now, "no such call");
            default -> AgentTransition.ignore(now, "there is no write-up");
        };
    }

    private static AgentTransition rested(Resting now, Aim wish) {
        return wish.equals(now.aim()) ? AgentTransition.to(now) : settled(wish);
    }

    private static AgentTransition rangOut(Resting now) {
        if (!now.aim().equals(Aim.READY)) return AgentTransition.ignore(now, "not ready already");
        if (now.declined()) return AgentTransition.ignore(now, "the agent refused it");
        return settled(new Aim.NotReady(AgentState.Reason.RING_NO_ANSWER));
    }

    private AgentTransition offered(Offered now, AgentEvent event) {
        return switch (event) {
            case AgentEvent.SignOut() -> wished(now, Aim.GONE);
            case AgentEvent.WantReady() -> wished(now, Aim.READY);
            case AgentEvent.WantNotReady(var reason) -> wished(now, new Aim.NotReady(reason));
            case AgentEvent.MadeReady() -> made(now, Aim.READY);
            case AgentEvent.MadeNotReady(var reason) -> made(now, new Aim.NotReady(reason));
            case AgentEvent.CallBegan(var call) ->
                AgentTransition.to(new Offered(AgentPhase.with(now.calls(), call), now.was(), now.wish()));
            case AgentEvent.CallAnswered(var call) -> answered(now, call);
            case AgentEvent.CallEnded(var call, var cause, var at) -> notAnswered(now, call, cause);
            case AgentEvent.RangOut() ->
                now.was() instanceof Resting && now.aim().equals(Aim.READY)
                        ? wished(now, new Aim.NotReady(AgentState.Reason.RING_NO_ANSWER))
                        : AgentTransition.ignore(now, "was not to be ready");
            case AgentEvent.CountdownEnded() -> longer(now);
            case AgentEvent.SignIn signIn -> AgentTransition.ignore(now, "already signed in");
            default -> AgentTransition.ignore(now, "a call is being offered");
        };
    }

    private static AgentTransition wished(Offered now, Aim wish) {
        return AgentTransition.to(new Offered(now.calls(), now.was(), Optional.of(wish)));
    }

    private static AgentTransition made(Offered now, Aim aim) {
        return now.aim().equals(Aim.GONE) ? AgentTransition.ignore(now, "the agent is leaving") : wished(now, aim);
    }

    private static AgentTransition answered(Offered now, CallId call) {
        var talking = new Talking(AgentPhase.with(now.calls(), call), now.aim());
        return now.was() instanceof Writing
                ? AgentTransition.to(talking, new StopCountdown())
                : AgentTransition.to(talking);
    }

    private static AgentTransition notAnswered(Offered now, CallId call, ClearCause cause) {
        if (!now.calls().contains(call)) return AgentTransition.ignore(now, "no such call");
        var rest = AgentPhase.without(now.calls(), call);
        if (!rest.isEmpty()) return AgentTransition.to(new Offered(rest, now.was(), now.wish()));
        return switch (now.was()) {
            case Writing writing -> AgentTransition.to(new Writing(writing.until(), now.aim()));
            case AgentPhase was
            when was.aim().equals(now.aim()) ->
                AgentTransition.to(new Resting(was.aim(), cause == ClearCause.REJECTED));
            default -> settled(now.aim());
        };
    }

    /** An offer in the write-up takes its time; it is given back. */
    private AgentTransition longer(Offered now) {
        if (!(now.was() instanceof Writing(Instant until, Aim aim)))
            return AgentTransition.ignore(now, "there is no write-up");
        var was = new Writing(until.plus(rules.extension()), aim);
        return AgentTransition.to(new Offered(now.calls(), was, now.wish()), new StartCountdown(rules.extension()));
    }

    private AgentTransition talking(Talking now, AgentEvent event) {
        return switch (event) {
            case AgentEvent.SignOut() -> AgentTransition.to(new Talking(now.calls(), Aim.GONE));
            case AgentEvent.WantReady() -> AgentTransition.to(new Talking(now.calls(), Aim.READY));
            case AgentEvent.WantNotReady(var reason) ->
                AgentTransition.to(new Talking(now.calls(), new Aim.NotReady(reason)));
            case AgentEvent.MadeReady() -> made(now, Aim.READY);
            case AgentEvent.MadeNotReady(var reason) -> made(now, new Aim.NotReady(reason));
            case AgentEvent.CallBegan(var call) ->
                AgentTransition.to(new Talking(AgentPhase.with(now.calls(), call), now.aim()));
            case AgentEvent.CallAnswered(var call) ->
                AgentTransition.to(new Talking(AgentPhase.with(now.calls(), call), now.aim()));
            case AgentEvent.CallEnded(var call, var cause, var at) -> ended(now, call, at);
            case AgentEvent.SignIn signIn -> AgentTransition.ignore(now, "already signed in");
            default -> AgentTransition.ignore(now, "the agent is talking");
        };
    }

    private static AgentTransition made(Talking now, Aim aim) {
        return now.aim().equals(Aim.GONE)
                ? AgentTransition.ignore(now, "the agent is leaving")
                : AgentTransition.to(new Talking(now.calls(), aim));
    }

    private AgentTransition ended(Talking now, CallId call, Instant at) {
        if (!now.calls().contains(call)) return AgentTransition.ignore(now, "no such call");
        var rest = AgentPhase.without(now.calls(), call);
        if (!rest.isEmpty()) return AgentTransition.to(new Talking(rest, now.aim()));
        if (rules.afterCallWork().isZero()) return settled(now.aim());
        return AgentTransition.to(
                new Writing(at.plus(rules.afterCallWork()), now.aim()),
                new TellWorking(),
                new StartCountdown(rules.afterCallWork()));
    }

    private AgentTransition writing(Writing now, AgentEvent event) {
        return switch (event) {
            case AgentEvent.SignOut() -> AgentTransition.to(new Writing(now.until(), Aim.GONE));
            case AgentEvent.WantReady() -> AgentTransition.to(new Writing(now.until(), Aim.READY));
            case AgentEvent.WantNotReady(var reason) ->
                AgentTransition.to(new Writing(now.until(), new Aim.NotReady(reason)));
            case AgentEvent.MadeReady()
            when !now.aim().equals(Aim.GONE) -> AgentTransition.to(new Resting(Aim.READY, false), new StopCountdown());
            case AgentEvent.MadeNotReady(var reason)
            when !now.aim().equals(Aim.GONE) -> AgentTransition.to(new Writing(now.until(), new Aim.NotReady(reason)));
            case AgentEvent.CallBegan(var call) -> AgentTransition.to(new Offered(Set.of(call), now, Optional.empty()));
            case AgentEvent.CallAnswered(var call) ->
                AgentTransition.to(new Talking(Set.of(call), now.aim()), new StopCountdown());
            case AgentEvent.Finish() -> finished(now.aim());
            case AgentEvent.CountdownEnded() -> settled(now.aim());
            case AgentEvent.Extend() ->
                AgentTransition.to(
                        new Writing(now.until().plus(rules.extension()), now.aim()),
                        new ExtendCountdown(rules.extension()));
            case AgentEvent.SignIn signIn -> AgentTransition.ignore(now, "already signed in");
            case AgentEvent.CallEnded ended -> AgentTransition.ignore(now, "no such call");
            case AgentEvent.RangOut() -> AgentTransition.ignore(now, "was not to be ready");
            default -> AgentTransition.ignore(now, "the agent is leaving");
        };
    }

    private static AgentTransition finished(Aim aim) {
        AgentTransition settled = settled(aim);
        return AgentTransition.to(
                settled.phase(), new StopCountdown(), settled.effects().getFirst());
    }

    private static AgentTransition settled(Aim aim) {
        return switch (aim) {
            case Aim.Ready ready -> AgentTransition.to(new Resting(aim, false), new TellReady());
            case Aim.NotReady(var reason) -> AgentTransition.to(new Resting(aim, false), new TellNotReady(reason));
            case Aim.Gone gone -> AgentTransition.to(new SignedOff(), new LogOff());
        };
    }
}
