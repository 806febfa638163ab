package amends.desktop.profile;

import amends.customer.Occasion;
import amends.customer.Portrait;
import amends.customer.Portrait.Channel;
import amends.customer.Portrait.Hours;
import amends.customer.Portrait.JourneyStage;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is typed into a portrait: words as people write them, read as a whole or not at all. */
public final class PortraitForm {
    /** What can be typed. */
    public enum Field {
        SEGMENT,
        LANGUAGE,
        BIRTHDAY,
        DAYS,
        PRODUCTS,
        HABITS,
        INTERESTS,
        HOURS
    }

    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern HOURS =
            Pattern.compile("(\\d{1,2})(?:[:：](\\d{2}))?\\s*[-–—~至到]\\s*(\\d{1,2})(?:[:：](\\d{2}))?");
    private static final Pattern BETWEEN = Pattern.compile("[;；,，、\\n]+");

    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private Optional<Channel> channel = Optional.empty();
    private Optional<JourneyStage> stage = Optional.empty();
    private Portrait shown;

    PortraitForm(Portrait portrait) {
        shown = portrait;
        fill(portrait);
    }

    private void fill(Portrait portrait) {
        texts.put(Field.SEGMENT, portrait.segment());
        texts.put(Field.LANGUAGE, portrait.language());
        texts.put(Field.BIRTHDAY, birthday(portrait).map(o -> day(o.day())).orElse(""));
        texts.put(
                Field.DAYS,
                portrait.occasions().stream()
                        .filter(o -> birthday(portrait).filter(b -> b == o).isEmpty())
                        .map(o -> (day(o.day()) + " " + o.name()).strip())
                        .collect(Collectors.joining("; ")));
        texts.put(Field.PRODUCTS, String.join(", ", portrait.products()));
        texts.put(Field.HABITS, String.join(", ", portrait.habits()));
        texts.put(Field.INTERESTS, String.join(", ", portrait.interests()));
        texts.put(
                Field.HOURS,
                portrait.hours().map(h -> h.from() + "-" + h.until()).orElse(""));
        channel = portrait.channel();
        stage = portrait.stage();
    }

    private static Optional<Occasion> birthday(Portrait portrait) {
        return portrait.occasions().stream()
                .filter(o -> o.kind() == Occasion.Kind.BIRTHDAY)
                .findFirst();
    }

    private static String day(MonthDay day) {
        return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    public String text(Field field) {
        return texts.get(field);
    }

    public Optional<Channel> channel() {
        return channel;
    }

    public Optional<JourneyStage> stage() {
        return stage;
    }

    void type(Field field, String text) {
        texts.put(field, text);
    }

    void choose(Optional<Channel> chosen) {
        channel = chosen;
    }

    void choose(JourneyStage chosen) {
        stage = Optional.ofNullable(chosen);
    }

    /** Whether something is typed that the portrait does not say. */
    public boolean isChanged() {
        var untouched = new PortraitForm(shown);
        return !untouched.texts.equals(texts) || !untouched.channel.equals(channel) || !untouched.stage.equals(stage);
    }

    /** What cannot be read yet. */
    public Set<Field> unread() {
        var unread = EnumSet.noneOf(Field.class);
        if (!text(Field.BIRTHDAY).isBlank() && occasion(text(Field.BIRTHDAY)).isEmpty()) unread.add(Field.BIRTHDAY);
        if (pieces(Field.DAYS).stream().anyMatch(piece -> occasion(piece).isEmpty())) unread.add(Field.DAYS);
        if (!text(Field.HOURS).isBlank() && hours().isEmpty()) unread.add(Field.HOURS);
        return unread;
    }

    private List<String> pieces(Field field) {
        return BETWEEN.splitAsStream(text(field))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static Optional<Occasion> occasion(String text) {
        Matcher day = DAY.matcher(text.strip());
        if (!day.matches()) return Optional.empty();
        try {
            MonthDay on = MonthDay.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)));
            return Optional.of(new Occasion(Occasion.Kind.OTHER, day.group(3).strip(), on, Optional.empty()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Hours> hours() {
        Matcher span = HOURS.matcher(text(Field.HOURS).strip());
        if (!span.matches()) return Optional.empty();
        try {
            LocalTime from = time(span.group(1), span.group(2));
            LocalTime until = time(span.group(3), span.group(4));
            return from.equals(until) ? Optional.empty() : Optional.of(new Hours(from, until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour) % 24, minute == null ? 0 : Integer.parseInt(minute));
    }

    /** The portrait as it is typed; what cannot be read stays as it was. */
    Portrait typed() {
        Set<Field> unread = unread();
        return new Portrait(
                shown.customer(),
                shown.labels(),
                text(Field.SEGMENT).strip(),
                text(Field.LANGUAGE).strip(),
                unread.contains(Field.BIRTHDAY) || unread.contains(Field.DAYS) ? shown.occasions() : occasions(),
                most(pieces(Field.PRODUCTS)),
                most(pieces(Field.HABITS)),
                most(pieces(Field.INTERESTS)),
                channel,
                unread.contains(Field.HOURS) ? shown.hours() : hours(),
                stage,
                shown.version());
    }

    private static List<String> most(List<String> words) {
        return words.stream().limit(Portrait.MOST_WORDS).toList();
    }

    private List<Occasion> occasions() {
        var all = new ArrayList<Occasion>();
        occasion(text(Field.BIRTHDAY))
                .ifPresent(o -> all.add(new Occasion(Occasion.Kind.BIRTHDAY, o.name(), o.day(), Optional.empty())));
        for (String piece : pieces(Field.DAYS))
            occasion(piece).map(this::asBefore).ifPresent(all::add);
        return all.stream().limit(Portrait.MOST_OCCASIONS).toList();
    }

    /** A day that stands as it was keeps its kind. */
    private Occasion asBefore(Occasion typed) {
        return shown.occasions().stream()
                .filter(o -> o.kind() != Occasion.Kind.BIRTHDAY
                        && o.day().equals(typed.day())
                        && o.name().equals(typed.name()))
                .findFirst()
                .orElse(typed);
    }
}
