package amends.kernel.yaml;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Hours as people write them: {@code 21:00-08:00}, also {@code 9:00–18:00} and with the signs of a Chinese keyboard. */
public final class HoursReading {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private HoursReading() {}

    /** @param until midnight where it says 24:00 */
    public record Hours(LocalTime from, LocalTime until) {}

    /** @throws IllegalArgumentException with what is wrong, for the mistake's text */
    public static Hours read(String text) {
        String[] ends = text.replace('\uFF1A', ':').split("[-–—~～－]", -1);
        if (ends.length != 2) throw new IllegalArgumentException("two times with a hyphen between them");
        return new Hours(time(ends[0], false), time(ends[1], true));
    }

    private static LocalTime time(String text, boolean ends) {
        String stripped = text.strip();
        if (ends && stripped.equals("24:00")) return LocalTime.MIDNIGHT;
        try {
            return LocalTime.parse(stripped, TIME);
        } catch (DateTimeException e) {
            // Without its cause: the parser's words are not for who wrote it.
            throw new IllegalArgumentException("'" + stripped + "' is no time of day from 00:00 to 23:59");
        }
    }
}
