package amends.sms.smpp;

import amends.sms.SmsGateway.Fate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a delivery receipt as most centres write them (SMPP 3.4 appendix B, which they all read loosely). */
record ReceiptText(Optional<String> messageId, Fate fate) {
    private static final Pattern ID = Pattern.compile("(?i)(?:^|\\s)id:\\s?(\\S{1,80})");
    private static final Pattern STATE = Pattern.compile("(?i)(?:^|\\s)stat:\\s?(\\w{1,20})");
    private static final int MOST = 1000;

    static ReceiptText of(String text) {
        String bounded = text.length() > MOST ? text.substring(0, MOST) : text;
        Matcher id = ID.matcher(bounded);
        Matcher state = STATE.matcher(bounded);
        return new ReceiptText(
                id.find() ? Optional.of(id.group(1)) : Optional.empty(),
                state.find() ? fate(state.group(1)) : Fate.UNDECIDED);
    }

    private static Fate fate(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "DELIVRD", "DELIVERED" -> Fate.DELIVERED;
            case "EXPIRED" -> Fate.EXPIRED;
            case "UNDELIV", "UNDELIVERABLE", "REJECTD", "REJECTED", "DELETED", "SKIPPED" -> Fate.UNDELIVERABLE;
            default -> Fate.UNDECIDED;
        };
    }

    /** By the parameter message_state (§5.2.28; 9 is of SMPP 5.0). */
    static Fate fate(byte state) {
        return switch (state) {
            case 2 -> Fate.DELIVERED;
            case 3 -> Fate.EXPIRED;
            case 4, 5, 8, 9 -> Fate.UNDELIVERABLE;
            default -> Fate.UNDECIDED;
        };
    }
}
