package amends.customer;

import amends.customer.CustomerGate.Look;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Customers.ChangedMeanwhile;
import amends.customer.Portrait.NumberLabel;
import amends.customer.ProfileOutcome.Kept;
import amends.customer.ProfileOutcome.Refused;
import amends.customer.ProfileOutcome.Why;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.staff.AuditEntry;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts right what is wrong in a profile, a field at a time, with the reason: what stood there and why it was changed is
 * kept for the person to see, and goes with them; the audit trail says that it was done. Blocks; opens transactions.
 */
public final class Correcting {
    private static final int LONGEST = 120;
    private static final int LONGEST_REASON = 300;
    private final StaffMember member;
    private final ProfileBooks books;
    private final Correction.Book corrections;
    private final Timekeeper time;

    public Correcting(StaffMember member, ProfileBooks books, Correction.Book corrections, Timekeeper time) {
        this.member = member;
        this.books = books;
        this.corrections = corrections;
        this.time = time;
    }

    /** How the profile stands: what a correction begins with. */
    public record Standing(CustomerProfile profile, Portrait portrait) {
        /** What stands in a field now; blank where nothing does. */
        public String of(OutsideField field) {
            return switch (field) {
                case NAME -> profile.name();
                case TIER -> profile.tier().name();
                case REGION -> profile.region();
                case SEGMENT -> portrait.segment();
                case LANGUAGE -> portrait.language();
                case BIRTHDAY ->
                    birthdays(portrait).stream()
                            .findFirst()
                            .map(Correcting::written)
                            .orElse("");
            };
        }

        public Optional<NumberLabel> label(PhoneNumber number) {
            return Optional.ofNullable(portrait.labels().get(number));
        }
    }

    private static List<Occasion> birthdays(Portrait portrait) {
        return portrait.occasions().stream()
                .filter(day -> day.kind() == Occasion.Kind.BIRTHDAY)
                .toList();
    }

    private static String written(Occasion day) {
        return day.year().map(year -> year + "-").orElse("")
                + "%02d-%02d".formatted(day.day().getMonthValue(), day.day().getDayOfMonth());
    }

    /** After the look is in the audit trail. */
    public Optional<Standing> look(UUID customer, String why) {
        return books.gate()
                .byId(customer, Look.of(member, why))
                .map(profile -> new Standing(
                        profile,
                        books.transactions().call(() -> books.portraits().of(customer))));
    }

    /**
     * @param shown as it stood when it was looked at: changed by somebody else since, it is refused
     * @param value what is right; blank where nothing should stand, for all but name and tier
     * @param why in one line
     */
    public ProfileOutcome correct(Standing shown, OutsideField field, String value, String why) {
        NotPermitted.unless(member, Permission.CHANGE_CUSTOMER);
        String typed = PlainText.line(value, LONGEST + 1);
        String became = field == OutsideField.TIER ? tier(typed).map(Tier::name).orElse(typed) : typed;
        String reason = PlainText.line(why, LONGEST_REASON);
        if (reason.isBlank()) return new Refused(Why.NO_REASON);
        if (became.length() > LONGEST) return new Refused(Why.TOO_LONG);
        if (became.equals(shown.of(field))) return new Refused(Why.ALREADY_SO);
        try {
            return books.transactions().call(() -> {
                ProfileOutcome outcome = changed(shown, field, became);
                if (outcome instanceof Kept) enter(shown, field, became, reason);
                return outcome;
            });
        } catch (ChangedMeanwhile e) {
            return new Refused(Why.CHANGED_MEANWHILE);
        }
    }

    private void enter(Standing shown, OutsideField field, String became, String reason) {
        UUID customer = shown.profile().id();
        corrections.add(
                new Correction(Ids.next(), customer, field, shown.of(field), became, reason, member.id(), time.now()));
        books.audit()
                .add(AuditEntry.of(time.now(), member, Permission.CHANGE_CUSTOMER, customer, "corrected: " + field));
    }

    private ProfileOutcome changed(Standing shown, OutsideField field, String value) {
        CustomerProfile now = shown.profile();
        return switch (field) {
            case NAME -> value.isBlank() ? new Refused(Why.BLANK) : face(now, value, now.tier(), now.region());
            case REGION -> face(now, now.name(), now.tier(), value);
            case TIER ->
                tier(value)
                        .map(tier -> face(now, now.name(), tier, now.region()))
                        .orElse(new Refused(Why.UNREADABLE));
            case SEGMENT, LANGUAGE, BIRTHDAY -> portrait(shown.portrait(), field, value);
        };
    }

    private static Optional<Tier> tier(String value) {
        for (Tier tier : Tier.values()) if (tier.name().equalsIgnoreCase(value)) return Optional.of(tier);
        return CellReading.tier(value);
    }

    private ProfileOutcome face(CustomerProfile before, String name, Tier tier, String region) {
        books.gate()
                .save(
                        new CustomerProfile(
                                before.id(),
                                name,
                                before.numbers(),
                                tier,
                                region,
                                before.since(),
                                before.note(),
                                before.version()),
                        Look.of(member, "corrected"));
        return new Kept();
    }

    private ProfileOutcome portrait(Portrait before, OutsideField field, String value) {
        Portrait now = books.portraits().of(before.customer());
        if (now.version() != before.version()) return new Refused(Why.CHANGED_MEANWHILE);
        Optional<Portrait> after = switch (field) {
            case SEGMENT ->
                Optional.of(value)
                        .filter(text -> text.length() <= Portrait.LONGEST_SEGMENT)
                        .map(text -> with(now, text, now.language()));
            case LANGUAGE ->
                (value.isBlank() ? Optional.of("") : CellReading.language(value))
                        .map(language -> with(now, now.segment(), language));
            case BIRTHDAY -> born(now, value);
            case NAME, TIER, REGION -> Optional.empty();
        };
        after.ifPresent(books.portraits()::save);
        return after.isPresent() ? new Kept() : new Refused(Why.UNREADABLE);
    }

    private static Portrait with(Portrait now, String segment, String language) {
        return new Portrait(
                now.customer(),
                now.labels(),
                segment,
                language,
                now.occasions(),
                now.products(),
                now.habits(),
                now.interests(),
                now.channel(),
                now.hours(),
                now.stage(),
                now.version());
    }

    private static Optional<Portrait> born(Portrait now, String value) {
        var days = new ArrayList<>(now.occasions());
        days.removeAll(birthdays(now));
        if (value.isBlank()) return Optional.of(now.with(days));
        return CellReading.birthday(value).map(day -> {
            days.addFirst(new Occasion(
                    Occasion.Kind.BIRTHDAY,
                    "",
                    MonthDay.of(day.month(), day.day()),
                    Optional.of(day.year()).filter(year -> year > 0)));
            return now.with(days);
        });
    }
}
