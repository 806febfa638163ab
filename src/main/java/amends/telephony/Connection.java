package amends.telephony;

import static amends.telephony.ConnectionEffect.*;

import amends.telephony.ConnectionSignal.*;

/**
 * The desk's connection to one call (CSTA, ECMA-269 §6.1.5), finer than {@link ConnectionState} where SIP needs it.
 * Pure: {@link #next} says where a signal leads and what is to be done.
 *
 * <pre>
 * state          signal                      next            effects
 * Null           Dialled                     Initiated       SEND_INVITE TELL_ORIGINATED
 * Null           Offered                     RingingHere     SEND_RINGING TELL_DELIVERED
 * Initiated      Proceeding                  Initiated*      (now it can be cancelled)
 * Initiated      Rang                        RingingThere    TELL_DELIVERED
 * Initiated, RingingThere
 *                FarAnswered(usable)         Connected       SEND_ACK TELL_ESTABLISHED
 *                FarAnswered(unusable)       Cleared         SEND_ACK SEND_BYE RELEASE
 *                Failed                      Cleared         RELEASE
 *                ClearWanted                 Cancelling      SEND_CANCEL, at once or once Proceeding
 * Cancelling     Proceeding, Rang            Cancelling*     SEND_CANCEL if it waited
 *                FarAnswered                 Cleared         SEND_ACK SEND_BYE RELEASE (the race of CANCEL and 200)
 *                Failed                      Cleared         RELEASE
 * RingingHere    Answered                    Answering       SEND_OK
 *                Rejected                    Cleared         REFUSE_BUSY RELEASE
 *                SentAway                    Cleared         REFUSE_MOVED RELEASE
 *                ClearWanted                 Cleared         REFUSE_DECLINE RELEASE
 *                Cancelled, FarCleared       Cleared         REFUSE_TERMINATED RELEASE
 * Answering      Acknowledged(usable)        Connected       TELL_ESTABLISHED
 *                Acknowledged(unusable), AckMissed
 *                                            Cleared         SEND_BYE RELEASE
 *                FarChanged                  Answering       REFUSE_CHANGE
 *                Cancelled                   ignored: the 200 went first, the caller must ACK and BYE
 * Connected      HoldWanted                  Holding         OFFER_HOLD
 * Held           RetrieveWanted              Retrieving      OFFER_RETRIEVE
 * Holding        ChangeAccepted              Held            TELL_HELD
 * Holding        ChangeRefused               Connected
 * Retrieving     ChangeAccepted              Connected       TELL_RETRIEVED
 * Retrieving     ChangeRefused               Held
 * Holding, Retrieving
 *                ChangeGlared                same            RETRY_LATER
 *                RetryDue                    same            OFFER_HOLD or OFFER_RETRIEVE
 *                FarChanged                  same            REFUSE_CHANGE
 * Connected, Held
 *                FarChanged                  same*           ACCEPT_CHANGE
 * Answering and the four of an answered call
 *                ClearWanted                 Cleared         SEND_BYE RELEASE
 *                FarCleared, FarLost         Cleared         RELEASE
 *                Lost, Expired, Replaced     Cleared         SEND_BYE RELEASE
 *                PassedOn(bye)               Cleared         SEND_BYE if bye, RELEASE
 * </pre>
 *
 * (* with what was learned.) Everything else is ignored with a reason, and everything is in Cleared.
 */
public sealed interface Connection {
    /** What listeners see of it. */
    ConnectionState state();

    /** Where the signal leads. */
    ConnectionStep next(ConnectionSignal signal);

    /** Nothing yet. */
    record Null() implements Connection {
        @Override
        public ConnectionState state() {
            return ConnectionState.NULL;
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return switch (signal) {
                case Dialled() -> ConnectionStep.to(new Initiated(false), SEND_INVITE, TELL_ORIGINATED);
                case Offered() -> ConnectionStep.to(new RingingHere(), SEND_RINGING, TELL_DELIVERED);
                default -> ConnectionStep.ignored(this, signal);
            };
        }
    }

    /** @param heard whether the far end said anything yet: before that nothing can be cancelled (RFC 3261 §9.1) */
    record Initiated(boolean heard) implements Connection {
        @Override
        public ConnectionState state() {
            return ConnectionState.INITIATED;
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return switch (signal) {
                case Proceeding() -> ConnectionStep.to(new Initiated(true));
                case Rang() -> ConnectionStep.to(new RingingThere(), TELL_DELIVERED);
                case ClearWanted() ->
                    heard
                            ? ConnectionStep.to(new Cancelling(true), SEND_CANCEL)
                            : ConnectionStep.to(new Cancelling(false));
                case FarAnswered answer -> answered(answer);
                case Failed(ClearCause cause) -> ConnectionStep.to(new Cleared(cause), RELEASE);
                default -> ConnectionStep.ignored(this, signal);
            };
        }
    }

    /** Outbound and ringing at the far end. */
    record RingingThere() implements Connection {
        @Override
        public ConnectionState state() {
            return ConnectionState.ALERTING;
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return switch (signal) {
                case ClearWanted() -> ConnectionStep.to(new Cancelling(true), SEND_CANCEL);
                case FarAnswered answer -> answered(answer);
                case Failed(ClearCause cause) -> ConnectionStep.to(new Cleared(cause), RELEASE);
                default -> ConnectionStep.ignored(this, signal);
            };
        }
    }

    /** @param sent whether the CANCEL is out; it waits for the far end's first word */
    record Cancelling(boolean sent) implements Connection {
        @Override
        public ConnectionState state() {
            return ConnectionState.INITIATED;
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return switch (signal) {
                case Proceeding(), Rang() when !sent -> ConnectionStep.to(new Cancelling(true), SEND_CANCEL);
                case FarAnswered(boolean _) ->
                    ConnectionStep.to(new Cleared(ClearCause.LOCAL_HANGUP), SEND_ACK, SEND_BYE, RELEASE);
                case Failed(ClearCause _) -> ConnectionStep.to(new Cleared(ClearCause.LOCAL_HANGUP), RELEASE);
                default -> ConnectionStep.ignored(this, signal);
            };
        }
    }

    /** Inbound and ringing at the desk. */
    record RingingHere() implements Connection {
        @Override
        public ConnectionState state() {
            return ConnectionState.ALERTING;
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return switch (signal) {
                case Answered() -> ConnectionStep.to(new Answering(), SEND_OK);
                case ConnectionSignal.Rejected() ->
                    ConnectionStep.to(new Cleared(ClearCause.REJECTED), REFUSE_BUSY, RELEASE);
                case SentAway() -> ConnectionStep.to(new Cleared(ClearCause.REDIRECTED), REFUSE_MOVED, RELEASE);
                case ClearWanted() -> ConnectionStep.to(new Cleared(ClearCause.REJECTED), REFUSE_DECLINE, RELEASE);
                case Cancelled(boolean elsewhere) ->
                    ConnectionStep.to(
                            new Cleared(elsewhere ? ClearCause.ANSWERED_ELSEWHERE : ClearCause.CANCELLED),
                            REFUSE_TERMINATED,
                            RELEASE);
                case FarCleared() -> ConnectionStep.to(new Cleared(ClearCause.CANCELLED), REFUSE_TERMINATED, RELEASE);
                default -> ConnectionStep.ignored(this, signal);
            };
        }
    }

    /** Answered here, but the far end does not know yet: its ACK is awaited. */
    record Answering() implements Connection {
        @Override
        public ConnectionState state() {
            return ConnectionState.ALERTING;
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return switch (signal) {
                case Acknowledged(boolean usable)
                when usable -> ConnectionStep.to(new Connected(false), TELL_ESTABLISHED);
                case Acknowledged(boolean _) ->
                    ConnectionStep.to(new Cleared(ClearCause.MEDIA_FAILED), SEND_BYE, RELEASE);
                case AckMissed() -> ConnectionStep.to(new Cleared(ClearCause.UNREACHABLE), SEND_BYE, RELEASE);
                case FarChanged(boolean _) -> ConnectionStep.to(this, REFUSE_CHANGE);
                default -> ended(this, signal);
            };
        }
    }

    /** @param farHolds whether the far end holds us: we hear its music or nothing */
    record Connected(boolean farHolds) implements Connection {
        @Override
        public ConnectionState state() {
            return ConnectionState.CONNECTED;
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return switch (signal) {
                case HoldWanted() -> ConnectionStep.to(new Holding(farHolds), OFFER_HOLD);
                case FarChanged(boolean holds) -> ConnectionStep.to(new Connected(holds), ACCEPT_CHANGE);
                default -> ended(this, signal);
            };
        }
    }

    /** The hold is offered and not yet accepted. */
    record Holding(boolean farHolds) implements Connection {
        @Override
        public ConnectionState state() {
            return ConnectionState.CONNECTED;
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return switch (signal) {
                case ChangeAccepted() -> ConnectionStep.to(new Held(farHolds), TELL_HELD);
                case ChangeRefused() -> ConnectionStep.to(new Connected(farHolds));
                case ChangeGlared() -> ConnectionStep.to(this, RETRY_LATER);
                case RetryDue() -> ConnectionStep.to(this, OFFER_HOLD);
                case FarChanged(boolean _) -> ConnectionStep.to(this, REFUSE_CHANGE);
                default -> ended(this, signal);
            };
        }
    }

    record Held(boolean farHolds) implements Connection {
        @Override
        public ConnectionState state() {
            return ConnectionState.HOLD;
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return switch (signal) {
                case RetrieveWanted() -> ConnectionStep.to(new Retrieving(farHolds), OFFER_RETRIEVE);
                case FarChanged(boolean holds) -> ConnectionStep.to(new Held(holds), ACCEPT_CHANGE);
                default -> ended(this, signal);
            };
        }
    }

    /** The end of the hold is offered and not yet accepted. */
    record Retrieving(boolean farHolds) implements Connection {
        @Override
        public ConnectionState state() {
            return ConnectionState.HOLD;
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return switch (signal) {
                case ChangeAccepted() -> ConnectionStep.to(new Connected(farHolds), TELL_RETRIEVED);
                case ChangeRefused() -> ConnectionStep.to(new Held(farHolds));
                case ChangeGlared() -> ConnectionStep.to(this, RETRY_LATER);
                case RetryDue() -> ConnectionStep.to(this, OFFER_RETRIEVE);
                case FarChanged(boolean _) -> ConnectionStep.to(this, REFUSE_CHANGE);
                default -> ended(this, signal);
            };
        }
    }

    /** Over. */
    record Cleared(ClearCause cause) implements Connection {
        @Override
        public ConnectionState state() {
            return switch (cause) {
                case LOCAL_HANGUP,
                        REMOTE_HANGUP,
                        CANCELLED,
                        ANSWERED_ELSEWHERE,
                        REJECTED,
                        TRANSFERRED,
                        REPLACED,
                        REDIRECTED -> ConnectionState.NULL;
                case BUSY, NO_ANSWER, NOT_FOUND, UNREACHABLE, MEDIA_FAILED, SESSION_EXPIRED -> ConnectionState.FAILED;
            };
        }

        @Override
        public ConnectionStep next(ConnectionSignal signal) {
            return ConnectionStep.ignored(this, signal);
        }
    }

    private static ConnectionStep answered(FarAnswered answer) {
        return answer.usable()
                ? ConnectionStep.to(new Connected(false), SEND_ACK, TELL_ESTABLISHED)
                : ConnectionStep.to(new Cleared(ClearCause.MEDIA_FAILED), SEND_ACK, SEND_BYE, RELEASE);
    }

    /** How every answered call ends. */
    private static ConnectionStep ended(Connection state, ConnectionSignal signal) {
        return switch (signal) {
            case ClearWanted() -> ConnectionStep.to(new Cleared(ClearCause.LOCAL_HANGUP), SEND_BYE, RELEASE);
            case FarCleared() -> ConnectionStep.to(new Cleared(ClearCause.REMOTE_HANGUP), RELEASE);
            case FarLost() -> ConnectionStep.to(new Cleared(ClearCause.UNREACHABLE), RELEASE);
            case Lost() -> ConnectionStep.to(new Cleared(ClearCause.UNREACHABLE), SEND_BYE, RELEASE);
            case Expired() -> ConnectionStep.to(new Cleared(ClearCause.SESSION_EXPIRED), SEND_BYE, RELEASE);
            case Replaced() -> ConnectionStep.to(new Cleared(ClearCause.REPLACED), SEND_BYE, RELEASE);
            case PassedOn(boolean bye)
            when bye -> ConnectionStep.to(new Cleared(ClearCause.TRANSFERRED), SEND_BYE, RELEASE);
            case PassedOn(boolean _) -> ConnectionStep.to(new Cleared(ClearCause.TRANSFERRED), RELEASE);
            default -> ConnectionStep.ignored(state, signal);
        };
    }
}
