package amends.desktop.look;

import amends.contact.Satisfaction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's words in one language. */
public final class Texts {
    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
    static final String BUNDLE = "amends.desktop.look.texts";
    static final String CATEGORIES = "amends.desktop.look.categories";
    private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern COUNTED = Pattern.compile("\\{(\\d)\\|([^|}]*)\\|([^|}]*)}");

    private final Language language;
    private final ZoneId zone;
    private final ResourceBundle bundle;
    private final ResourceBundle categories;

    public Texts(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        bundle = ResourceBundle.getBundle(BUNDLE, language.locale(), NO_SYSTEM_LOCALE);
        categories = ResourceBundle.getBundle(CATEGORIES, language.locale(), NO_SYSTEM_LOCALE);
    }

    public Language language() {
        return language;
    }

    /**
     * Puts the arguments, as they are, in the place of {@code {0}}, {@code {1}} … Where a language counts,
     * {@code {0|day|days}} is the word for one or for another number.
     */
    public String get(String key, Object... arguments) {
        String text = COUNTED.matcher(found(key))
                .replaceAll(m -> Matcher.quoteReplacement(m.group(isOne(arguments, m.group(1)) ? 2 : 3)));
        for (int i = 0; i < arguments.length; i++) text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        return text;
    }

    private static boolean isOne(Object[] arguments, String place) {
        int at = Integer.parseInt(place);
        return at < arguments.length && String.valueOf(arguments[at]).equals("1");
    }

    /** The word for a value of ours: its key is {@code Type.VALUE}. */
    public String word(Enum<?> value) {
        return found(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /**
     * The word for a value that another room chose: {@code ComplaintState.CLOSED} for {@code Complaint.State.CLOSED},
     * {@code Severity.MINOR} otherwise; nothing where the window has no word for it.
     */
    public String stateWord(Enum<?> value) {
        Class<?> type = value.getDeclaringClass();
        String own = type.getEnclosingClass() == null
                ? ""
                : type.getEnclosingClass().getSimpleName() + type.getSimpleName() + "." + value.name();
        String plain = type.getSimpleName() + "." + value.name();
        if (bundle.containsKey(own)) return bundle.getString(own);
        return bundle.containsKey(plain) ? bundle.getString(plain) : "";
    }

    /** A category by name, {@code Cards › Repayment}: parts that are the house's own stand as they were written. */
    public String category(String path) {
        return named(path, categories);
    }

    /** A category by its names in every language of the window. */
    public static List<String> categoryEverywhere(String path) {
        return Stream.of(Language.values())
                .map(one -> named(path, ResourceBundle.getBundle(CATEGORIES, one.locale(), NO_SYSTEM_LOCALE)))
                .toList();
    }

    private static String named(String path, ResourceBundle names) {
        return Stream.of(path.split("/"))
                .map(part -> names.containsKey(part) ? names.getString(part) : part)
                .collect(Collectors.joining(" › "));
    }

    /** A customer's score: {@code ★5 Very satisfied}. */
    public String score(int score) {
        return "★" + score + " " + word(Satisfaction.of(score));
    }

    /** The word for a key of which there may be none. */
    public Optional<String> known(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** A word that is missing costs its own place, never the panel. */
    private String found(String key) {
        if (bundle.containsKey(key)) return bundle.getString(key);
        LOG.error("no text for {}", key);
        return key;
    }

    /** {@code 02:14}, from an hour on {@code 1:02:14}. */
    public static String clock(Duration duration) {
        long s = Math.max(0, duration.toSeconds());
        return s < 3600
                ? "%02d:%02d".formatted(s / 60, s % 60)
                : "%d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
    }

    public String timeOfDay(Instant instant) {
        return format("HH:mm", instant);
    }

    public String day(Instant instant) {
        return format(get("format.day"), instant);
    }

    /** With its year. */
    public String date(Instant instant) {
        return format(get("format.date"), instant);
    }

    /** How many midnights lie between the two: 0 today, 1 yesterday. */
    public long daysBefore(Instant instant, Instant now) {
        return ChronoUnit.DAYS.between(
                instant.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
    }

    /** The time of day when it is today's, with its day otherwise. */
    public String moment(Instant instant, Instant now) {
        boolean today =
                instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return format(today ? "HH:mm" : get("format.moment"), instant);
    }

    private String format(String pattern, Instant instant) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(instant.atZone(zone));
    }
}
