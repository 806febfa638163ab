package amends.pbx;

import java.util.List;

/**
 * How far one leg's dialog has come, and what follows from what happens to it. Every leg answers every BYE and CANCEL
 * with 200 besides.
 * <table>
 * <caption>state × event → state: effects; what is not there is ignored</caption>
 * <tr><td>OFFERED</td><td>WE_ANSWER → ANSWERED: SEND_OK; WE_HANG_UP → ENDED: SEND_REFUSAL; CANCELLED, BYE
 *     (of a caller who would rather not CANCEL, RFC 3261 §15) → ENDED: SEND_REFUSAL, TELL_ENDED</td></tr>
 * <tr><td>ANSWERED</td><td>ACKED → UP; BYE → ENDED: TELL_ENDED; ACK_MISSING → ENDED: SEND_BYE, TELL_ENDED;
 *     WE_HANG_UP → LEAVING (no BYE before the ACK, RFC 3261 §15)</td></tr>
 * <tr><td>LEAVING</td><td>ACKED, ACK_MISSING → ENDED: SEND_BYE; BYE → ENDED</td></tr>
 * <tr><td>CALLING</td><td>PROVISIONAL → PROCEEDING: TELL_PROGRESS; ACCEPTED → UP: SEND_ACK, TELL_ACCEPTED; REFUSED →
 *     ENDED: TELL_REFUSED; WE_HANG_UP → GIVING_UP (no CANCEL before a response, §9.1)</td></tr>
 * <tr><td>PROCEEDING</td><td>as CALLING, but WE_HANG_UP → CANCELLING: SEND_CANCEL</td></tr>
 * <tr><td>GIVING_UP</td><td>PROVISIONAL → CANCELLING: SEND_CANCEL; ACCEPTED → ENDED: SEND_ACK, SEND_BYE; REFUSED →
 *     ENDED</td></tr>
 * <tr><td>CANCELLING</td><td>ACCEPTED (it crossed the CANCEL) → ENDED: SEND_ACK, SEND_BYE; REFUSED → ENDED</td></tr>
 * <tr><td>UP</td><td>BYE → ENDED: TELL_ENDED; ACK_MISSING (of a re-INVITE), LOST (it does
 *     not answer) → ENDED: SEND_BYE, TELL_ENDED; WE_HANG_UP →
 *     ENDED: SEND_BYE; ACCEPTED (again: the ACK was lost) → UP: SEND_ACK</td></tr>
 * <tr><td>ENDED</td><td>ACCEPTED (again) → ENDED: SEND_ACK</td></tr>
 * </table>
 */
enum LegState {
    OFFERED,
    ANSWERED,
    LEAVING,
    CALLING,
    PROCEEDING,
    GIVING_UP,
    CANCELLING,
    UP,
    ENDED;

    enum Event {
        PROVISIONAL,
        ACCEPTED,
        REFUSED,
        CANCELLED,
        ACKED,
        ACK_MISSING,
        LOST,
        BYE,
        WE_ANSWER,
        WE_HANG_UP
    }

    enum Effect {
        SEND_OK,
        SEND_REFUSAL,
        SEND_ACK,
        SEND_CANCEL,
        SEND_BYE,
        TELL_PROGRESS,
        TELL_ACCEPTED,
        TELL_REFUSED,
        TELL_ENDED
    }

    record Next(LegState state, List<Effect> effects) {}

    Next next(Event event) {
        return switch (this) {
            case OFFERED -> offered(event);
            case ANSWERED -> answered(event);
            case LEAVING -> leaving(event);
            case CALLING, PROCEEDING -> calling(event);
            case GIVING_UP, CANCELLING -> givingUp(event);
            case UP -> up(event);
            case ENDED -> event == Event.ACCEPTED ? to(ENDED, Effect.SEND_ACK) : to(ENDED);
        };
    }

    private Next offered(Event event) {
        return switch (event) {
            case WE_ANSWER -> to(ANSWERED, Effect.SEND_OK);
            case WE_HANG_UP -> to(ENDED, Effect.SEND_REFUSAL);
            case CANCELLED, BYE -> to(ENDED, Effect.SEND_REFUSAL, Effect.TELL_ENDED);
            default -> to(this);
        };
    }

    private Next answered(Event event) {
        return switch (event) {
            case ACKED -> to(UP);
            case BYE -> to(ENDED, Effect.TELL_ENDED);
            case ACK_MISSING -> to(ENDED, Effect.SEND_BYE, Effect.TELL_ENDED);
            case WE_HANG_UP -> to(LEAVING);
            default -> to(this);
        };
    }

    private Next leaving(Event event) {
        return switch (event) {
            case ACKED, ACK_MISSING -> to(ENDED, Effect.SEND_BYE);
            case BYE -> to(ENDED);
            default -> to(this);
        };
    }

    private Next calling(Event event) {
        return switch (event) {
            case PROVISIONAL -> to(PROCEEDING, Effect.TELL_PROGRESS);
            case ACCEPTED -> to(UP, Effect.SEND_ACK, Effect.TELL_ACCEPTED);
            case REFUSED -> to(ENDED, Effect.TELL_REFUSED);
            case WE_HANG_UP -> this == CALLING ? to(GIVING_UP) : to(CANCELLING, Effect.SEND_CANCEL);
            default -> to(this);
        };
    }

    private Next givingUp(Event event) {
        return switch (event) {
            case PROVISIONAL -> this == GIVING_UP ? to(CANCELLING, Effect.SEND_CANCEL) : to(this);
            case ACCEPTED -> to(ENDED, Effect.SEND_ACK, Effect.SEND_BYE);
            case REFUSED -> to(ENDED);
            default -> to(this);
        };
    }

    private Next up(Event event) {
        return switch (event) {
            case BYE -> to(ENDED, Effect.TELL_ENDED);
            case ACK_MISSING, LOST -> to(ENDED, Effect.SEND_BYE, Effect.TELL_ENDED);
            case WE_HANG_UP -> to(ENDED, Effect.SEND_BYE);
            case ACCEPTED -> to(UP, Effect.SEND_ACK);
            default -> to(this);
        };
    }

    private static Next to(LegState state, Effect... effects) {
        return new Next(state, List.of(effects));
    }
}
