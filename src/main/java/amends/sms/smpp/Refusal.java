package amends.sms.smpp;

import amends.sms.SmsGateway.Answer;
import org.jsmpp.SMPPConstant;

/** What a command_status means for the message (SMPP 3.4 §5.1.3). */
final class Refusal {
    private Refusal() {}

    static Answer of(int status) {
        String reason = "the centre answered 0x%08X".formatted(status);
        return isPassing(status) ? new Answer.NotNow(reason) : new Answer.Refused(reason);
    }

    static boolean isThrottling(int status) {
        return status == SMPPConstant.STAT_ESME_RTHROTTLED || status == SMPPConstant.STAT_ESME_RMSGQFUL;
    }

    /** Vendors' own codes (from 0x400) mean anything: such a message is tried again, spaced, and not for ever. */
    private static boolean isPassing(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED,
                    SMPPConstant.STAT_ESME_RMSGQFUL,
                    SMPPConstant.STAT_ESME_RSYSERR,
                    SMPPConstant.STAT_ESME_RSUBMITFAIL,
                    SMPPConstant.STAT_ESME_RX_T_APPN,
                    SMPPConstant.STAT_ESME_RINVBNDSTS,
                    SMPPConstant.STAT_ESME_RUNKNOWNERR,
                    SMPPConstant.STAT_ESME_RSERTYPUNAVAIL -> true;
            default -> status >= 0x400 || status < 0;
        };
    }
}
