package amends.pbx;

import java.time.Duration;
import java.util.Optional;

/** One caller's time in a queue, from joining to the end of the conversation. Belongs to the exchange's loop. */
final class QueueVisit {
    /** A telephone that lives says at least 100 at once; 7 × T1 is three times its first INVITE (RFC 3261 §17.1.1.2). */
    private static final Duration SIGN_OF_LIFE = Duration.ofMillis(3500);

    private final Exchange exchange;
    private final QueueDesk desk;
    private final Channel caller;
    private final WaitingCaller waiting;
    /** The leg to the member who is offered the caller, or null. */
    private Channel agent;

    private Member member;

    QueueVisit(Exchange exchange, QueueDesk desk, Channel caller, WaitingCaller waiting) {
        this.exchange = exchange;
        this.desk = desk;
        this.caller = caller;
        this.waiting = waiting;
    }

    Channel caller() {
        return caller;
    }

    WaitingCaller waiting() {
        return waiting;
    }

    void begin(int count) {
        caller.leg.listen(new LegListener() {
            @Override
            public void ended() {
                abandoned();
            }
        });
        exchange.publish(new PbxEvent.CallerJoined(caller.view(), queueName(), count, count));
        caller.leg.media().play(exchange.sounds().music());
        exchange.publish(new PbxEvent.MusicStarted(caller.view()));
    }

    private String queueName() {
        return desk.queue().name();
    }

    void offer(Member offered) {
        Extension extension = exchange.devices().extensionOf(offered.device).orElseThrow();
        member = offered;
        agent = exchange.channels()
                .outgoing(
                        offered.device,
                        Channels.INSIDE,
                        new Identity(extension.name(), extension.displayName()),
                        Optional.of(caller.linkedId));
        agent.connected = caller.caller;
        agent.exten = queueName();
        agent.announced = caller.announced;
        exchange.publish(new PbxEvent.AgentCalled(queueCall()));
        exchange.publish(new PbxEvent.DialBegun(Optional.of(caller.view()), agent.view(), offered.device));
        exchange.channels().connected(caller, agent.caller);
        var leg = exchange.sip().toExtension(extension, caller.caller, exchange.codecsOf(caller));
        if (leg.isEmpty()) {
            refused(HangupCause.UNREACHABLE);
            return;
        }
        agent.leg = leg.get();
        agent.variables.put("MEMBERNAME", offered.name);
        agent.leg.listen(new AgentSide());
        agent.leg.dial();
        Channel dialled = agent;
        exchange.loop().after(SIGN_OF_LIFE, () -> {
            if (agent == dialled && waiting.offeredTo == offered && dialled.leg.unheard())
                refused(HangupCause.UNREACHABLE);
        });
    }

    private final class AgentSide implements LegListener {
        @Override
        public void progressed(boolean ringing) {
            if (!ringing || agent.state != ChannelState.DOWN) return;
            exchange.channels().ringing(agent);
            exchange.publish(new PbxEvent.DialProgressed(Optional.of(caller.view()), agent.view(), "RINGING"));
        }

        @Override
        public void accepted() {
            connect();
        }

        @Override
        public void refused(HangupCause cause) {
            QueueVisit.this.refused(cause);
        }
    }

    private void refused(HangupCause cause) {
        exchange.publish(new PbxEvent.DialEnded(Optional.of(caller.view()), agent.view(), DialStatus.of(cause)));
        exchange.publish(new PbxEvent.AgentRangOut(queueCall(), 0));
        exchange.channels().gone(agent, cause);
        desk.line().refused(waiting);
    }

    void rangOut(Member offered, Duration rang) {
        exchange.publish(new PbxEvent.AgentRangOut(queueCall(), rang.toMillis()));
        exchange.publish(new PbxEvent.DialEnded(Optional.of(caller.view()), agent.view(), "NOANSWER"));
        exchange.channels().gone(agent, HangupCause.UNKNOWN);
    }

    private void connect() {
        int position = desk.line().position(waiting);
        long holdTime = exchange.secondsSince(waiting.joined);
        long ringTime = exchange.secondsSince(waiting.offeredAt);
        desk.line().answered(waiting);
        exchange.channels().up(agent);
        exchange.publish(new PbxEvent.DialEnded(Optional.of(caller.view()), agent.view(), "ANSWER"));
        exchange.publish(new PbxEvent.MusicStopped(caller.view()));
        desk.left(this, position);
        exchange.publish(new PbxEvent.AgentConnected(queueCall(), holdTime, ringTime));
        desk.tally().connected(holdTime);
        long begun = exchange.time().nanos();
        Bridge.join(
                exchange,
                agent,
                caller,
                (leaver, passedOn) -> completed(
                        leaver == agent ? (passedOn ? "transfer" : "agent") : "caller",
                        holdTime,
                        exchange.secondsSince(begun)));
    }

    private void completed(String reason, long holdTime, long talkTime) {
        exchange.publish(new PbxEvent.AgentCompleted(queueCall(), holdTime, talkTime, reason));
        desk.line().completed(member);
        desk.tally().completed(holdTime, talkTime);
    }

    private void abandoned() {
        int position = desk.line().position(waiting);
        boolean ringing = waiting.offeredTo != null;
        exchange.publish(new PbxEvent.HangupRequested(caller.view(), HangupCause.NORMAL));
        exchange.publish(new PbxEvent.MusicStopped(caller.view()));
        desk.line().leave(waiting);
        if (ringing) {
            exchange.publish(new PbxEvent.DialEnded(Optional.of(caller.view()), agent.view(), "CANCEL"));
            exchange.channels().gone(agent, HangupCause.UNKNOWN);
        }
        exchange.publish(new PbxEvent.CallerAbandoned(
                caller.view(), queueName(), position, waiting.originalPosition, exchange.secondsSince(waiting.joined)));
        desk.tally().abandoned();
        desk.left(this, position);
        exchange.channels().clear(caller, HangupCause.NORMAL);
    }

    /** The caller waited for as long as the queue lets anyone wait. */
    void letGo(int position) {
        exchange.publish(new PbxEvent.MusicStopped(caller.view()));
        desk.left(this, position);
        exchange.channels().clear(caller, HangupCause.NORMAL);
    }

    private PbxEvent.QueueCall queueCall() {
        return new PbxEvent.QueueCall(caller.view(), agent.view(), queueName(), member.device, member.name);
    }
}
