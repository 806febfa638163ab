package amends.customer;

import amends.customer.CustomerGate.Look;
import amends.customer.FullProfile.ShownNumber;
import amends.customer.FullProfile.ShownTag;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.staff.AuditEntry;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Customers' whole profiles as one member is shown them. Every look is in the audit trail before anything is shown;
 * what this member need not see is masked here, so that no window ever holds it. Blocks, any thread; opens
 * transactions of its own.
 */
public final class ProfileDesk {
    public static final int MOST_EVENTS = 60;
    public static final int MOST_NEEDS = 20;
    /** So far back rules look. */
    private static final int MOST_FACTS = 300;

    private final StaffMember member;
    private final ProfileBooks books;
    private final TagRules rules;
    private final Entitlements entitlements;
    private final Function<PhoneNumber, String> mask;
    private final Timekeeper time;
    private final ZoneId zone;

    /** @param mask how a number is shown that need not be seen */
    public ProfileDesk(
            StaffMember member,
            ProfileBooks books,
            TagRules rules,
            Entitlements entitlements,
            Function<PhoneNumber, String> mask,
            Timekeeper time,
            ZoneId zone) {
        this.member = member;
        this.books = books;
        this.rules = rules;
        this.entitlements = entitlements;
        this.mask = mask;
        this.time = time;
        this.zone = zone;
    }

    /** The member's changes to profiles. */
    public ProfileActs acts() {
        return new ProfileActs(member, books, time);
    }

    /** Which tags hold, or are disputed, of a customer whom this member has looked at. */
    public List<ShownTag> tags(CustomerProfile profile) {
        NotPermitted.unless(member, Permission.LOOK_AT_CUSTOMER);
        return books.transactions()
                .call(() -> shown(tags(profile, books.portraits().of(profile.id()), events(profile.id()))));
    }

    /** What happened with a customer whom this member has looked at: open matters first, then the newest. */
    public List<TimeLineEntry> timeLine(UUID customer, int most) {
        NotPermitted.unless(member, Permission.LOOK_AT_CUSTOMER);
        return books.transactions().call(() -> books.timeLine().of(customer, most));
    }

    /**
     * Everything, after the look is in the audit trail.
     *
     * @param inUse with which number we speak: it is shown whole
     * @param why for instance the Call-ID
     * @return empty when there is no such customer
     * @throws CustomerGate.TooManyLooks when this member looked at too many customers lately
     */
    public Optional<FullProfile> open(UUID customer, Optional<PhoneNumber> inUse, String why) {
        Optional<CustomerProfile> found = books.gate().byId(customer, Look.of(member, why));
        return found.map(profile -> books.transactions().call(() -> read(profile, inUse)));
    }

    private FullProfile read(CustomerProfile profile, Optional<PhoneNumber> inUse) {
        UUID customer = profile.id();
        Portrait portrait = books.portraits().of(customer);
        List<TimeLineEntry> events = events(customer);
        return new FullProfile(
                unmasked(profile, inUse),
                numbers(profile, portrait.labels(), inUse),
                masked(portrait),
                shown(tags(profile, portrait, events)),
                entitlements.of(profile.tier()),
                books.needs().of(customer, MOST_NEEDS),
                books.consents().of(customer),
                events.stream().limit(MOST_EVENTS).toList(),
                time.now().atZone(zone).toLocalDate());
    }

    private List<TimeLineEntry> events(UUID customer) {
        return books.timeLine().of(customer, MOST_FACTS);
    }

    private List<Tag> tags(CustomerProfile profile, Portrait portrait, List<TimeLineEntry> events) {
        var facts = new TagFacts(profile, portrait, events, time.now(), zone);
        return new TagFinding(books.tags(), rules).find(facts);
    }

    /** What holds first, then what is disputed; the surest first. */
    private List<ShownTag> shown(List<Tag> tags) {
        Instant now = time.now();
        return tags.stream()
                .map(tag -> new ShownTag(tag, tag.standingAt(now), rules.of(tag)))
                .filter(tag -> tag.standing() != Tag.Standing.EXPIRED)
                .sorted(java.util.Comparator.comparing(ShownTag::standing)
                        .thenComparing(tag -> -tag.tag().confidence())
                        .thenComparing(tag -> tag.tag().id()))
                .toList();
    }

    private static CustomerProfile unmasked(CustomerProfile profile, Optional<PhoneNumber> inUse) {
        List<PhoneNumber> seen = profile.numbers().stream()
                .filter(n -> inUse.filter(n::equals).isPresent())
                .toList();
        return new CustomerProfile(
                profile.id(),
                profile.name(),
                seen,
                profile.tier(),
                profile.region(),
                profile.since(),
                profile.note(),
                profile.version());
    }

    private List<ShownNumber> numbers(
            CustomerProfile profile, Map<PhoneNumber, Portrait.NumberLabel> labels, Optional<PhoneNumber> inUse) {
        var numbers = new ArrayList<ShownNumber>();
        for (int place = 0; place < profile.numbers().size(); place++) {
            PhoneNumber number = profile.numbers().get(place);
            boolean masked = inUse.filter(number::equals).isEmpty();
            numbers.add(new ShownNumber(
                    place,
                    masked ? mask.apply(number) : number.e164(),
                    masked,
                    Optional.ofNullable(labels.get(number))));
        }
        return numbers;
    }

    /** Which number it is stands beside it; how old somebody is, is not needed to congratulate them. */
    private static Portrait masked(Portrait portrait) {
        return portrait.labelled(Map.of())
                .with(portrait.occasions().stream().map(Occasion::withoutYear).toList());
    }

    /** Whether this member may be shown a masked number, for a reason. */
    public boolean mayReveal() {
        return Permission.REVEAL_NUMBER.isGivenTo(member) && Permission.LOOK_AT_CUSTOMER.isGivenTo(member);
    }

    /**
     * A masked number whole, after the reason is in the audit trail.
     *
     * @param place of the number in the customer's order
     * @return empty when there is no such number any more
     */
    public Optional<PhoneNumber> reveal(UUID customer, int place, String reason) {
        NotPermitted.unless(member, Permission.REVEAL_NUMBER);
        if (reason.isBlank()) throw new IllegalArgumentException("a number is shown for a reason");
        books.transactions()
                .run(() -> books.audit()
                        .add(AuditEntry.of(time.now(), member, Permission.REVEAL_NUMBER, customer, reason)));
        return books.gate()
                .byId(customer, Look.of(member, reason))
                .map(CustomerProfile::numbers)
                .filter(numbers -> place >= 0 && place < numbers.size())
                .map(numbers -> numbers.get(place));
    }
}
