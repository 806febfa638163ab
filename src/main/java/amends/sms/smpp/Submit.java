package amends.sms.smpp;

import amends.sms.SmsGateway.Submission;
import java.io.IOException;
import java.time.Duration;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/** One submit_sm. @param source as in {@link SmppSettings} */
record Submit(String source, String destination, Coding coding, String validity) {
    private static final Duration LONGEST = Duration.ofDays(27);
    private static final byte NOTHING = 0;
    private static final String AT_ONCE = null;

    static Submit of(Submission submission, String source) {
        return new Submit(
                source,
                submission.to().e164().substring(1),
                Coding.of(submission.text()),
                validity(submission.validity()));
    }

    /** As relative time (SMPP 3.4 §7.1.1.2), at least a second: zero would be the centre's default. */
    static String validity(Duration wanted) {
        Duration length = wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
        if (length.toSeconds() < 1) length = Duration.ofSeconds(1);
        return "0000%02d%02d%02d%02d000R"
                .formatted(length.toDays(), length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart());
    }

    /** Blocks for the answer. @return by which the centre will speak of it */
    String over(SMPPSession session)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        boolean isLong = coding.isLong();
        return session.submitShortMessage(
                        "",
                        sourceType(),
                        sourceType() == TypeOfNumber.ALPHANUMERIC
                                ? NumberingPlanIndicator.UNKNOWN
                                : NumberingPlanIndicator.ISDN,
                        source.startsWith("+") ? source.substring(1) : source,
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        destination,
                        new ESMClass(),
                        NOTHING,
                        NOTHING,
                        AT_ONCE,
                        validity,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        NOTHING,
                        new RawDataCoding(coding.dataCoding()),
                        NOTHING,
                        isLong ? new byte[0] : coding.octets(),
                        payload(isLong))
                .getMessageId();
    }

    private OptionalParameter[] payload(boolean isLong) {
        return isLong
                ? new OptionalParameter[] {new OptionalParameter.Message_payload(coding.octets())}
                : new OptionalParameter[0];
    }

    private TypeOfNumber sourceType() {
        if (source.startsWith("+")) return TypeOfNumber.INTERNATIONAL;
        return source.matches("[0-9]*") ? TypeOfNumber.UNKNOWN : TypeOfNumber.ALPHANUMERIC;
    }
}
