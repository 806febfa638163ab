package amends.telephony;

import amends.kernel.PlainText;

/**
 * A number of the house that calls can be made under.
 *
 * @param number as it stands in a URI: a + or not, and digits
 * @param name as agents know it; possibly empty
 * @param callbacks whether apology callbacks are made under it
 */
public record CallerNumber(String number, String name, boolean callbacks) {
    public CallerNumber {
        if (!number.matches("\\+?[0-9]{3,20}"))
            throw new IllegalArgumentException("a number is a + or not, and digits");
        name = PlainText.line(name, 40);
    }
}
