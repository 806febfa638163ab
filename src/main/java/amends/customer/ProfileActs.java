package amends.customer;

import amends.customer.Consent.Way;
import amends.customer.Consent.Withdrawal;
import amends.customer.CustomerGate.Look;
import amends.customer.Customers.ChangedMeanwhile;
import amends.customer.Portrait.NumberLabel;
import amends.customer.ProfileOutcome.Kept;
import amends.customer.ProfileOutcome.Refused;
import amends.customer.ProfileOutcome.Why;
import amends.customer.Tag.Dispute;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.staff.AuditEntry;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a member changes in profiles, each change with its entry in the audit trail. Blocks; on a PostgreSQL with
 * personal logins only of customers whom the member has looked at.
 */
public final class ProfileActs {
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_WHY = 200;

    private final StaffMember member;
    private final ProfileBooks books;
    private final Timekeeper time;

    ProfileActs(StaffMember member, ProfileBooks books, Timekeeper time) {
        this.member = member;
        this.books = books;
        this.time = time;
    }

    /**
     * What a member says of a customer.
     *
     * @param evidence what it rests on
     * @param expires when it should not be shown any more
     */
    public record TagDraft(
            String name, String evidence, int confidence, Optional<Instant> expires, boolean openToCustomer) {}

    public ProfileOutcome tag(UUID customer, TagDraft draft) {
        String name = PlainText.line(draft.name(), Tag.LONGEST_NAME + 1);
        String evidence = PlainText.line(draft.evidence(), Tag.LONGEST_EVIDENCE);
        Instant now = time.now();
        if (name.isBlank() || evidence.isBlank()) return new Refused(Why.BLANK);
        if (name.length() > Tag.LONGEST_NAME) return new Refused(Why.TOO_LONG);
        if (draft.expires().filter(end -> !end.isAfter(now)).isPresent()) return new Refused(Why.ALREADY_OVER);
        return changed(customer, "tag added: " + name, () -> {
            boolean there = books.tags().of(customer).stream()
                    .anyMatch(tag -> tag.name().equals(name) && tag.standingAt(now) == Tag.Standing.HELD);
            if (there) return new Refused(Why.ALREADY_SO);
            books.tags()
                    .put(new Tag(
                            Ids.next(),
                            customer,
                            name,
                            Tag.Source.PERSON,
                            member.id().toString(),
                            evidence,
                            now,
                            Math.clamp(draft.confidence(), Tag.LEAST_CONFIDENCE, Tag.FULL_CONFIDENCE),
                            draft.expires(),
                            draft.openToCustomer(),
                            Optional.empty()));
            return new Kept();
        });
    }

    public ProfileOutcome dispute(Tag tag, String reason) {
        String line = PlainText.line(reason, LONGEST_REASON);
        if (line.isBlank()) return new Refused(Why.NO_REASON);
        return changed(
                tag.customer(),
                // The words stand beside the tag and go with the person; the trail never goes.
                "tag disputed: " + tag.name(),
                () -> books.tags().dispute(tag.id(), new Dispute(time.now(), member.id(), line))
                        ? new Kept()
                        : new Refused(Why.ALREADY_SO));
    }

    /** The dispute is over: the tag holds after all. */
    public ProfileOutcome uphold(Tag tag) {
        return changed(
                tag.customer(),
                "tag upheld: " + tag.name(),
                () -> books.tags().uphold(tag.id()) ? new Kept() : new Refused(Why.ALREADY_SO));
    }

    public ProfileOutcome remove(Tag tag) {
        return changed(
                tag.customer(),
                "tag removed: " + tag.name(),
                () -> books.tags().remove(tag.id()) ? new Kept() : new Refused(Why.NOT_THERE));
    }

    /** @param proof in the customer's words @param contact in which it was said */
    public ProfileOutcome agree(
            UUID customer,
            ConsentPurpose purpose,
            Way way,
            String proof,
            Optional<UUID> contact,
            Optional<Instant> expires) {
        String line = PlainText.line(proof, LONGEST_REASON);
        Instant now = time.now();
        if (line.isBlank()) return new Refused(Why.NO_PROOF);
        if (expires.filter(end -> !end.isAfter(now)).isPresent()) return new Refused(Why.ALREADY_OVER);
        return changed(customer, "consent given: " + purpose, () -> {
            if (books.consents().holds(customer, purpose)) return new Refused(Why.ALREADY_SO);
            books.consents()
                    .give(new Consent(
                            Ids.next(),
                            customer,
                            purpose,
                            way,
                            line,
                            contact,
                            member.id(),
                            now,
                            expires,
                            Optional.empty()));
            return new Kept();
        });
    }

    /** Obeyed at once. @param words in which the customer took it back; may be blank */
    public ProfileOutcome withdraw(UUID customer, ConsentPurpose purpose, String words) {
        var withdrawal = new Withdrawal(time.now(), PlainText.line(words, LONGEST_REASON));
        return changed(
                customer,
                "consent withdrawn: " + purpose,
                () -> books.consents().withdraw(customer, purpose, withdrawal) > 0
                        ? new Kept()
                        : new Refused(Why.ALREADY_SO));
    }

    public ProfileOutcome need(UUID customer, Optional<UUID> contact, Need.Kind kind, String words) {
        String line = PlainText.line(words, Need.LONGEST);
        if (line.isBlank()) return new Refused(Why.BLANK);
        return changed(customer, "need noted", () -> {
            books.needs().add(new Need(Ids.next(), customer, contact, kind, line, member.id(), time.now()));
            return new Kept();
        });
    }

    public ProfileOutcome forgetNeed(Need need) {
        return changed(
                need.customer(),
                "need removed",
                () -> books.needs().remove(need.id()) ? new Kept() : new Refused(Why.NOT_THERE));
    }

    /**
     * @param shown as the member was shown it, changed: what was masked then stays as it is kept
     */
    public ProfileOutcome save(Portrait shown) {
        return changed(shown.customer(), "portrait changed", () -> {
            Portrait kept = books.portraits().of(shown.customer());
            if (kept.version() != shown.version()) return new Refused(Why.CHANGED_MEANWHILE);
            books.portraits().save(shown.labelled(kept.labels()).with(withYears(shown.occasions(), kept.occasions())));
            return new Kept();
        });
    }

    private static List<Occasion> withYears(List<Occasion> shown, List<Occasion> kept) {
        return shown.stream()
                .map(one -> kept.stream()
                        .filter(before -> before.withoutYear().equals(one))
                        .findFirst()
                        .orElse(one))
                .toList();
    }

    /** @param place of the number in the customer's order */
    public ProfileOutcome label(UUID customer, int place, NumberLabel label) {
        return numbered(
                customer,
                place,
                profile -> changed(customer, "number labelled", () -> {
                    Portrait kept = books.portraits().of(customer);
                    var labels = new HashMap<>(kept.labels());
                    labels.put(profile.numbers().get(place), label);
                    books.portraits().save(kept.labelled(labels));
                    return new Kept();
                }));
    }

    /** Makes the number of this place the main one. */
    public ProfileOutcome mainNumber(UUID customer, int place) {
        return numbered(customer, place, profile -> {
            var numbers = new ArrayList<>(profile.numbers());
            PhoneNumber main = numbers.remove(place);
            numbers.addFirst(main);
            return saved(profile, numbers, "main number chosen");
        });
    }

    public ProfileOutcome addNumber(UUID customer, PhoneNumber number) {
        return books.gate()
                .byId(customer, Look.of(member, "number added"))
                .map(profile -> {
                    if (profile.numbers().contains(number)) return new Refused(Why.ALREADY_SO);
                    var numbers = new ArrayList<>(profile.numbers());
                    numbers.add(number);
                    return saved(profile, numbers, "number added");
                })
                .orElse(new Refused(Why.NOT_THERE));
    }

    private ProfileOutcome saved(CustomerProfile profile, List<PhoneNumber> numbers, String why) {
        try {
            books.gate()
                    .save(
                            new CustomerProfile(
                                    profile.id(),
                                    profile.name(),
                                    numbers,
                                    profile.tier(),
                                    profile.region(),
                                    profile.since(),
                                    profile.note(),
                                    profile.version()),
                            Look.of(member, why));
            return new Kept();
        } catch (ChangedMeanwhile e) {
            return new Refused(Why.CHANGED_MEANWHILE);
        }
    }

    private ProfileOutcome numbered(
            UUID customer, int place, java.util.function.Function<CustomerProfile, ProfileOutcome> act) {
        return books.gate()
                .byId(customer, Look.of(member, "numbers changed"))
                .filter(profile -> place >= 0 && place < profile.numbers().size())
                .map(act)
                .orElse(new Refused(Why.NOT_THERE));
    }

    private ProfileOutcome changed(UUID customer, String why, Supplier<ProfileOutcome> act) {
        NotPermitted.unless(member, Permission.CHANGE_CUSTOMER);
        try {
            return books.transactions().call(() -> {
                ProfileOutcome outcome = act.get();
                if (outcome instanceof Kept)
                    books.audit()
                            .add(AuditEntry.of(
                                    time.now(),
                                    member,
                                    Permission.CHANGE_CUSTOMER,
                                    customer,
                                    PlainText.line(why, LONGEST_WHY)));
                return outcome;
            });
        } catch (ChangedMeanwhile e) {
            return new Refused(Why.CHANGED_MEANWHILE);
        }
    }
}
