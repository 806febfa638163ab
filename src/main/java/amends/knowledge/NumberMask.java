package amends.knowledge;

import java.util.regex.Pattern;

/** Takes numbers of people, cards and accounts out of what was typed; codes of a few digits stay. */
public final class NumberMask {
    public static final String INSTEAD = "###";
    /** Six digits or more, however they are set apart, in any script of digits, spelled Chinese ones too. */
    private static final Pattern NUMBER =
            Pattern.compile("[+＋]?(?:[\\p{Nd}〇零一二三四五六七八九幺两]{1,6}[\\s\\-–—.()（）·]{0,2}){2,}");

    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private static final int FROM = 6;

    private NumberMask() {}

    public static String masked(String text) {
        String noMail = MAIL.matcher(text).replaceAll(INSTEAD);
        return NUMBER.matcher(noMail).replaceAll(found -> {
            String run = found.group();
            long digits = run.codePoints().filter(NumberMask::isDigit).count();
            return digits < FROM ? java.util.regex.Matcher.quoteReplacement(run) : INSTEAD + tail(run);
        });
    }

    private static boolean isDigit(int c) {
        return Character.isDigit(c) || "〇零一二三四五六七八九幺两".indexOf(c) >= 0;
    }

    private static String tail(String run) {
        return Character.isWhitespace(run.charAt(run.length() - 1)) ? " " : "";
    }
}
