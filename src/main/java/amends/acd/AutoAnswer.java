package amends.acd;

import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.Party;
import amends.telephony.SelfAnswer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Answers calls by itself as {@link AnswerRules} say, one at a time: never while the agent talks, holds or dials, for
 * whom a second call is the agent's own affair. A call whose queue is told after it rings is answered then. The rules and
 * the agent's state count as they are in the moment of answering:
 *
 * <table>
 * <caption>The agent before it rang</caption>
 * <tr><th>calls<th>ready<th>not ready, writing up, signed off, or wishing to be while it rings
 * <tr><td>of a queue, or asked for<td>answered<td>rings: nobody's microphone opens in a break
 * <tr><td>any, where all are answered<td>answered<td>answered: nobody sits there
 * </table>
 *
 * <p>Lives on the call loop; {@link #rules} and what is asked of it, on any thread.
 */
public final class AutoAnswer implements AutoAnswering, SelfAnswer {
    private final CallControl phone;
    private final QueueAgentSession session;
    private final Loop loop;
    private final Predicate<Party> inside;
    private final Consumer<CallId> before;
    private final AnswerRules offered;
    private final Predicate<AnswerRules> keep;
    private final Map<CallId, Cancellable> due = new HashMap<>();
    private final Set<CallId> answered = ConcurrentHashMap.newKeySet();
    private volatile AnswerRules rules;

    /**
     * @param inside who is a telephone of the house
     * @param before told of a call that is answered in a moment
     * @param offered what the settings say
     * @param rules what the agent chose of it
     * @param keep remembers a choice; blocks
     */
    public AutoAnswer(
            CallControl phone,
            QueueAgentSession session,
            Loop loop,
            Predicate<Party> inside,
            Consumer<CallId> before,
            AnswerRules offered,
            AnswerRules rules,
            Predicate<AnswerRules> keep) {
        this.phone = phone;
        this.session = session;
        this.loop = loop;
        this.inside = inside;
        this.before = before;
        this.offered = offered;
        this.rules = rules;
        this.keep = keep;
        phone.onCallEvent(this::heard);
        session.onAcdEvent(this::told);
    }

    private void heard(CallEvent event) {
        switch (event) {
            case CallEvent.Delivered(var call) when isRinging(call) -> consider(call);
            case CallEvent.Established(var call) -> forget(call.id());
            case CallEvent.ConnectionCleared(var call, var cause) -> {
                forget(call.id());
                answered.remove(call.id());
            }
            default -> {}
        }
    }

    private void told(AcdEvent event) {
        if (event instanceof AcdEvent.QueueCallOffered offer)
            phone.calls().stream()
                    .filter(c -> c.id().equals(offer.call()) && isRinging(c))
                    .forEach(this::consider);
    }

    private static boolean isRinging(Call call) {
        return call.direction() == Direction.INBOUND && call.state() == ConnectionState.ALERTING;
    }

    private void consider(Call call) {
        Optional<Duration> ringing = ringing(call);
        if (ringing.isEmpty() || due.containsKey(call.id())) return;
        due.put(call.id(), loop.after(ringing.get(), () -> answer(call.id())));
    }

    private Optional<Duration> ringing(Call call) {
        if (call.marks().byAgent()) return Optional.empty();
        boolean queued = session.offerOf(call.id()).isPresent();
        return rules.ringing(queued, inside.test(call.remote()), call.marks().wished());
    }

    /** Whether it is still to be answered. */
    private boolean isMeant(Call call) {
        return isRinging(call) && isThere() && ringing(call).isPresent();
    }

    private boolean isThere() {
        return rules.calls() == AnswerRules.Calls.ALL || session.isOpen();
    }

    /** Under the same rules as a wish; those of a queue only where that is known already. */
    @Override
    public boolean answers(CallId call, Party caller) {
        boolean queued = session.offerOf(call).isPresent();
        boolean free = phone.calls().stream().allMatch(AutoAnswer::isRinging);
        boolean meant = rules.ringing(queued, inside.test(caller), Optional.of(Duration.ZERO))
                .isPresent();
        return free && isThere() && meant;
    }

    private void forget(CallId call) {
        Cancellable waiting = due.remove(call);
        if (waiting != null) waiting.cancel();
    }

    private void answer(CallId ringing) {
        forget(ringing);
        boolean busy = phone.calls().stream().anyMatch(c -> !c.id().equals(ringing) && !isRinging(c));
        boolean meant = phone.calls().stream().anyMatch(c -> c.id().equals(ringing) && isMeant(c));
        if (busy || !meant) return;
        answered.add(ringing);
        before.accept(ringing);
        phone.answer(ringing);
    }

    @Override
    public AnswerRules rules() {
        return rules;
    }

    @Override
    public AnswerRules offered() {
        return offered;
    }

    @Override
    public boolean choose(AnswerRules wanted) {
        rules = wanted;
        return keep.test(wanted);
    }

    @Override
    public boolean answered(CallId call) {
        return answered.contains(call);
    }
}
