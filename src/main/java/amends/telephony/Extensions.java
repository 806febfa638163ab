package amends.telephony;

import java.util.regex.Pattern;

/**
 * Which numbers are telephones of the house. Extensions of a house are as long as each other and begin alike; the length
 * alone does not do, for service numbers of the public network (10086, 95588) are as short. Where a house's begin
 * differently, its others are taken for the public network's: a caller is not heard by itself, which is the safe mistake.
 */
public final class Extensions {
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,6}");

    private Extensions() {}

    /** @param own our extension; one that is a name tells nothing of the others */
    public static boolean alike(String user, String own) {
        return EXTENSION.matcher(own).matches()
                && EXTENSION.matcher(user).matches()
                && user.length() == own.length()
                && user.charAt(0) == own.charAt(0);
    }
}
