package amends.desktop.report;

import amends.customer.CustomerProfile;
import amends.desktop.look.Look;
import amends.report.Cut;
import amends.report.Figure;
import amends.report.Period;
import amends.report.Reading;
import amends.report.Reading.Shown;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Figures as people read them. */
final class ReportWords {
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;
    private final Look look;
    private final ReportModel model;
    private final Locale locale;
    private final Currency currency;

    ReportWords(Look look, ReportModel model) {
        this.look = look;
        this.model = model;
        locale = look.texts().language().locale();
        currency = model.ports().currency();
    }

    String name(Figure figure) {
        return look.texts().word(figure);
    }

    /** What is counted and how, after ISO 10002 and COPC. */
    String definition(Figure figure) {
        return switch (figure) {
            case SATISFACTION -> look.get("report.means.satisfaction");
            case LIFT -> look.get("report.means.lift");
            case HANDLING_TIME -> look.get("report.means.handlingTime");
            case ANSWERED_IN_TIME -> look.get("report.means.answeredInTime");
            case FIRST_CONTACT -> look.get("report.means.firstContact");
            case PROMISES_KEPT -> look.get("report.means.promisesKept");
            case COST -> look.get("report.means.cost");
            case REOPENED -> look.get("report.means.reopened");
            case CONTACTS -> look.get("report.means.contacts");
        };
    }

    String value(Figure figure, Reading reading) {
        return switch (reading) {
            case Shown shown -> value(figure, shown.value());
            case Reading.TooFew few -> look.get("report.tooFew");
            case Reading.Nothing none -> "–";
        };
    }

    /** With what stood before, where the figure is a change. */
    String whole(Figure figure, Reading reading) {
        return reading instanceof Shown s && !Double.isNaN(s.before())
                ? look.get("report.lifted", value(figure, s), decimal(s.before(), 1), decimal(s.after(), 1))
                : value(figure, reading);
    }

    String interval(Figure figure, Reading reading) {
        if (!(reading instanceof Shown s) || !Double.isFinite(s.low()) || !Double.isFinite(s.high())) return "";
        if (figure.kind() == Figure.Kind.MONEY && s.high() >= Double.MAX_VALUE / 2) return "";
        return value(figure, s.low()) + " – " + value(figure, s.high());
    }

    String cases(Reading reading) {
        return reading instanceof Shown s ? String.valueOf(s.cases()) : "";
    }

    String value(Figure figure, double value) {
        return switch (figure.kind()) {
            case SCORE -> decimal(value, 2);
            case LIFT -> (value > 0 ? "+" : "") + decimal(value, 2).replace('-', '−');
            case SHARE -> decimal(value * 100, value > 0 && value < 1 ? 1 : 0) + " %";
            case TIME -> lasting(value);
            case MONEY -> money(value);
            case COUNT -> decimal(value, 0);
        };
    }

    /** Better or worse than before, with its sign; empty when either is not shown. */
    String change(Figure figure, Reading now, Reading before) {
        if (!(now instanceof Shown n) || !(before instanceof Shown b)) return "";
        double change = n.value() - b.value();
        String size = switch (figure.kind()) {
            case SCORE, LIFT -> decimal(Math.abs(change), 2);
            case SHARE -> look.get("report.points", decimal(Math.abs(change) * 100, 1));
            case TIME -> lasting(Math.abs(change));
            case MONEY -> money(Math.abs(change));
            case COUNT -> decimal(Math.abs(change), 0);
        };
        return (change > 0 ? "▲ " : change < 0 ? "▼ " : "= ") + size;
    }

    private String lasting(double seconds) {
        if (seconds >= 2 * DAY) return look.get("report.days", decimal(seconds / DAY, 1));
        if (seconds >= HOUR) return look.get("report.hours", decimal(seconds / HOUR, 1));
        return look.get("report.minutes", decimal(seconds / 60, 0));
    }

    private String money(double minor) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        return format.format(minor / minorUnits());
    }

    /** How many minor units are one of the currency. */
    double minorUnits() {
        return Math.pow(10, Math.max(0, currency.getDefaultFractionDigits()));
    }

    private String decimal(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    String cut(Cut cut) {
        return look.get("report.by", look.texts().word(cut));
    }

    String group(Cut cut, String group) {
        return switch (cut) {
            case TYPE -> type(group);
            case TIER -> group.isEmpty() ? look.get("report.noCustomer") : word(CustomerProfile.Tier.values(), group);
            case CHANNEL -> word(Channel.values(), group);
            case AGENT ->
                Optional.of(model.agent(group)).filter(n -> !n.isEmpty()).orElse(look.get("report.unknown"));
            case QUEUE, BRANCH, CAUSE -> group.isEmpty() ? look.get("report.unknown") : group;
        };
    }

    private String type(String group) {
        return switch (group) {
            case "EXPRESSIVE" -> look.get("report.type.expressive");
            case "RESERVED" -> look.get("report.type.reserved");
            default -> look.get("report.type.unknown");
        };
    }

    private <E extends Enum<E>> String word(E[] values, String name) {
        return Arrays.stream(values)
                .filter(v -> v.name().equals(name))
                .findFirst()
                .map(look.texts()::word)
                .orElse(name.isEmpty() ? look.get("report.unknown") : name);
    }

    String period(Period period) {
        return switch (period.reach()) {
            case DAY -> day(period.from());
            case MONTH -> format(look.get("report.format.month"), period.from());
            case QUARTER -> format(look.get("report.format.quarter"), period.from());
            case WEEK, CUSTOM -> look.get("report.fromTo", day(period.from()), day(period.until()));
        };
    }

    /** Short, below a point of the trend. */
    String mark(Period period) {
        return switch (period.reach()) {
            case MONTH -> format(look.get("report.format.monthMark"), period.from());
            case QUARTER -> format(look.get("report.format.quarterMark"), period.from());
            case DAY, WEEK, CUSTOM -> format(look.get("report.format.dayMark"), period.from());
        };
    }

    private String day(LocalDate day) {
        return format(look.get("report.format.day"), day);
    }

    private String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}
