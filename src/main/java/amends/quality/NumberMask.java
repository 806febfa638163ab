package amends.quality;

import amends.kernel.PhoneNumber;

/**
 * Shows so much of a number that a person recognises it when they hear it again, and too little to call it. Works on
 * its ends, so that the middle need not leave the database.
 */
public final class NumberMask {
    /** How much of the beginning and of the end a mask asks for. */
    public static final int HEAD = 6;

    public static final int TAIL = 4;
    private static final String HIDDEN = "****";
    private static final int LEAST_HIDDEN = 4;
    private static final int MOST_DIGITS = 15;

    private final int homeCode;

    /** @param homeRegion ISO 3166 country whose numbers are shown nationally */
    public NumberMask(String homeRegion) {
        homeCode = PhoneNumber.callingCodeOf(homeRegion);
    }

    /** Of a whole number. */
    public String of(String number) {
        int length = number.length();
        return of(
                number.substring(0, Math.min(HEAD, length)),
                length,
                number.substring(Math.max(0, length - TAIL), length));
    }

    /**
     * @param head its first {@value #HEAD} characters
     * @param length of the whole
     * @param tail its last {@value #TAIL} characters
     * @return {@code 138****8000} at home, {@code +44 ****0958} from abroad; {@code ****} and the last two digits of an
     *     extension; all hidden where it is no number
     */
    public String of(String head, int length, String tail) {
        if (length == 0) return "";
        if (!tail.matches("[0-9]{1,4}") || !head.matches("\\+?[0-9]{1,6}")) return HIDDEN;
        if (!head.startsWith("+"))
            return HIDDEN + (length > 2 ? tail.substring(tail.length() - Math.min(2, length - 2)) : "");
        return international(head.substring(1), length - 1, tail);
    }

    private String international(String head, int digits, String tail) {
        int code = PhoneNumber.callingCodeIn(head);
        int national = digits - String.valueOf(code).length();
        if (code == 0 || digits > MOST_DIGITS || national < TAIL + LEAST_HIDDEN) return HIDDEN;
        if (code != homeCode) return "+" + code + " " + HIDDEN + tail;
        String begins = head.substring(String.valueOf(code).length());
        int shown = Math.min(begins.length(), Math.min(3, national - TAIL - LEAST_HIDDEN));
        return begins.substring(0, shown) + HIDDEN + tail;
    }
}
