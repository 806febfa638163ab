package amends.recovery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the customer thought of how their complaint was handled, 1 to 5 each: timely, reasonable, fair (及时、合理、公平). */
public record HandlingRating(int timely, int reasonable, int fair) {
    private static final Pattern THREE = Pattern.compile("\\s*([1-5])[\\s,，、./;；-]*([1-5])[\\s,，、./;；-]*([1-5])\\s*");

    public HandlingRating {
        if (outside(timely) || outside(reasonable) || outside(fair))
            throw new IllegalArgumentException("a rating is three times 1 to 5");
    }

    private static boolean outside(int score) {
        return score < 1 || score > 5;
    }

    /** Three figures and nothing else, as in "5 4 5"; figures of any width. Everything else is no rating. */
    public static Optional<HandlingRating> read(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .limit(20)
                .forEach(c -> plain.appendCodePoint(Character.digit(c, 10) >= 0 ? '0' + Character.digit(c, 10) : c));
        Matcher three = THREE.matcher(plain);
        if (text.length() > 20 || !three.matches()) return Optional.empty();
        return Optional.of(new HandlingRating(figure(three, 1), figure(three, 2), figure(three, 3)));
    }

    private static int figure(Matcher three, int group) {
        return Integer.parseInt(three.group(group));
    }
}
