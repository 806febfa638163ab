package amends.telephony;

import java.util.Optional;

/**
 * A call on its way to another party (RFC 3515). Pure: {@link #next} says where a signal leads.
 *
 * <pre>
 * stage            signal              next      what follows
 * ASKED            AGREED              TAKEN
 * ASKED, TAKEN     RANG                RINGING
 * ASKED, TAKEN, RINGING
 *                  SUCCEEDED           DONE      our side of the call, and of the consultation, is hung up
 *                  REFUSED, SILENT     FAILED    nothing: every call stays as it was
 * TAKEN, RINGING   FAR_CLEARED         DONE      many exchanges say BYE instead of telling
 * </pre>
 *
 * Everything else changes nothing: a party that hangs up before the exchange agreed hung up, DONE and FAILED are ends.
 *
 * @param to who is to take the call
 * @param consulted the call with that party; empty when the call is passed on unheard
 * @param status the last SIP status told, 0 before any
 */
public record Transfer(Party to, Optional<CallId> consulted, Stage stage, int status) {
    public enum Stage {
        ASKED,
        TAKEN,
        RINGING,
        DONE,
        FAILED;

        public boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }

    public enum Signal {
        AGREED,
        RANG,
        SUCCEEDED,
        REFUSED,
        SILENT,
        FAR_CLEARED
    }

    public static Transfer asked(Party to, Optional<CallId> consulted) {
        return new Transfer(to, consulted, Stage.ASKED, 0);
    }

    /** @param told the status that came with the signal; 0 for none */
    public Transfer next(Signal signal, int told) {
        Stage next = stage.isOver() ? stage : led(signal);
        return next == stage ? this : new Transfer(to, consulted, next, told);
    }

    private Stage led(Signal signal) {
        return switch (signal) {
            case AGREED -> stage == Stage.ASKED ? Stage.TAKEN : stage;
            case RANG -> Stage.RINGING;
            case SUCCEEDED -> Stage.DONE;
            case REFUSED, SILENT -> Stage.FAILED;
            case FAR_CLEARED -> stage == Stage.ASKED ? stage : Stage.DONE;
        };
    }
}
