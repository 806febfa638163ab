package amends.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public telephone number, kept as E.164 ({@code +8613800138000}). Extensions, anonymous callers and nonsense are
 * not phone numbers.
 *
 * @param e164 plus sign and at most 15 digits (ITU-T E.164)
 */
public record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{3,14}");
    private static final Pattern WRITTEN = Pattern.compile("[+＋]?[\\p{Nd}\\s().（）/‐-―−－-]+");

    public PhoneNumber {
        if (!E164.matcher(e164).matches())
            throw new IllegalArgumentException("not E.164: " + e164.length() + " characters");
    }

    /**
     * Reads what a caller id, a form or a file shows as a number.
     *
     * @param homeRegion ISO 3166 country whose national form is understood, for instance {@code CN}
     * @return empty when it is no possible number (an extension, "anonymous", hostile text)
     */
    public static Optional<PhoneNumber> parse(String text, String homeRegion) {
        if (text == null || text.length() < 5 || text.length() > 40) return Optional.empty();
        // The library digs numbers out of any text; here the whole text is one or it is none.
        if (!WRITTEN.matcher(text).matches()) return Optional.empty();
        var lib = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = lib.parse(text, homeRegion);
            return lib.isPossibleNumber(number)
                    ? Optional.of(new PhoneNumber(lib.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a short message to it can arrive: a mobile's, or of a country whose numbers do not tell. */
    public boolean takesShortMessages() {
        var lib = PhoneNumberUtil.getInstance();
        try {
            return switch (lib.getNumberType(lib.parse(e164, null))) {
                case MOBILE, FIXED_LINE_OR_MOBILE, UNKNOWN -> true;
                default -> false;
            };
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** As a person at home in the region would write it: national when it is theirs, international otherwise. */
    public String shownIn(String homeRegion) {
        var lib = PhoneNumberUtil.getInstance();
        try {
            var number = lib.parse(e164, null);
            boolean home = number.getCountryCode() == lib.getCountryCodeForRegion(homeRegion);
            return lib.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /**
     * Where numbers that begin so were given out, in words: an estimate, for people move and keep their number.
     *
     * @param language in which it is said
     * @return empty where the number does not tell
     */
    public Optional<String> place(Locale language) {
        try {
            var number = PhoneNumberUtil.getInstance().parse(e164, null);
            String place = PhoneNumberOfflineGeocoder.getInstance().getDescriptionForValidNumber(number, language);
            return Optional.of(place).filter(p -> !p.isBlank());
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** A country's calling code, 86 for China; 0 when there is no such country. */
    public static int callingCodeOf(String region) {
        return PhoneNumberUtil.getInstance().getCountryCodeForRegion(region);
    }

    /** The calling code with which these digits begin; 0 when they begin with none. */
    public static int callingCodeIn(String digits) {
        var codes = PhoneNumberUtil.getInstance().getSupportedCallingCodes();
        for (int length = 1; length <= Math.min(3, digits.length()); length++) {
            int code = Integer.parseInt(digits.substring(0, length));
            if (codes.contains(code)) return code;
        }
        return 0;
    }

    @Override
    public String toString() {
        return e164;
    }
}
