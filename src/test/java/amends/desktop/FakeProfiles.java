package amends.desktop;

import amends.contact.Contact;
import amends.contact.WrapUp;
import amends.customer.Consent;
import amends.customer.Consent.Withdrawal;
import amends.customer.ConsentPurpose;
import amends.customer.Consents;
import amends.customer.CustomerGate;
import amends.customer.CustomerProfile;
import amends.customer.Entitlements;
import amends.customer.Need;
import amends.customer.Needs;
import amends.customer.Portrait;
import amends.customer.Portraits;
import amends.customer.ProfileBooks;
import amends.customer.ProfileDesk;
import amends.customer.Tag;
import amends.customer.TagRules;
import amends.customer.Tags;
import amends.customer.TimeLineEntry;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.Transactions;
import amends.quality.NumberMask;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.StaffMember;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Customers' whole profiles in memory, under the rules that come with the house. */
public final class FakeProfiles implements CustomerGate {
    public final Map<UUID, CustomerProfile> people = new HashMap<>(Map.of(FakeDesk.WANG.id(), FakeDesk.WANG));
    public final Map<UUID, Portrait> portraits = new HashMap<>();
    public final List<Tag> tags = new ArrayList<>();
    public final List<Need> needs = new ArrayList<>();
    public final List<Consent> consents = new ArrayList<>();
    public final List<TimeLineEntry> events = new ArrayList<>();
    public final List<String> looks = new ArrayList<>();
    public final List<AuditEntry> trail = new ArrayList<>();
    /** Thrown by every look, when there is one. */
    public Optional<RuntimeException> trouble = Optional.empty();

    private final FakeArchive archive;

    FakeProfiles(FakeArchive archive) {
        this.archive = archive;
    }

    public ProfileDesk desk(StaffMember member, SettableTime time) {
        var books = new ProfileBooks(
                this,
                new Pictures(),
                new Said(),
                new Wanted(),
                new Agreed(time),
                this::line,
                new Trail(),
                new AtOnce());
        var mask = new NumberMask("CN");
        return new ProfileDesk(
                member,
                books,
                TagRules.shipped(),
                Entitlements.shipped(),
                number -> mask.of(number.e164()),
                time,
                ZoneId.of("Asia/Shanghai"));
    }

    private List<TimeLineEntry> line(UUID customer, int most) {
        var all = new ArrayList<>(events);
        archive.contacts.ofCustomer(customer, most).stream()
                .map(FakeProfiles::entry)
                .forEach(all::add);
        return all.stream()
                .sorted(Comparator.comparing(TimeLineEntry::isOpen)
                        .reversed()
                        .thenComparing(TimeLineEntry::at, Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    private static TimeLineEntry entry(Contact contact) {
        var told = TimeLineEntry.of(TimeLineEntry.Kind.CONTACT, contact.id(), contact.began())
                .saying(contact.wrapUp().map(WrapUp::note).orElse(""));
        var scored = contact.score().map(told::scored).orElse(told);
        return contact.wrapUp().map(w -> scored.in(w.disposition())).orElse(scored);
    }

    @Override
    public Optional<CustomerProfile> byNumber(PhoneNumber number, Look look) {
        return people.values().stream()
                .filter(one -> one.numbers().contains(number))
                .findFirst();
    }

    @Override
    public Optional<CustomerProfile> byId(UUID id, Look look) {
        trouble.ifPresent(t -> {
            throw t;
        });
        looks.add(look.why());
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public CustomerProfile save(CustomerProfile profile, Look look) {
        people.put(profile.id(), profile.at(profile.version() + 1));
        return people.get(profile.id());
    }

    private final class Pictures implements Portraits {
        @Override
        public Portrait of(UUID customer) {
            return portraits.getOrDefault(customer, Portrait.blank(customer));
        }

        @Override
        public Portrait save(Portrait portrait) {
            Portrait kept = portrait.kept(portrait.version() + 1);
            portraits.put(kept.customer(), kept);
            return kept;
        }
    }

    private final class Said implements Tags {
        @Override
        public List<Tag> of(UUID customer) {
            return tags.stream().filter(tag -> tag.customer().equals(customer)).toList();
        }

        @Override
        public Optional<Tag> byId(UUID id) {
            return tags.stream().filter(tag -> tag.id().equals(id)).findFirst();
        }

        @Override
        public void put(Tag tag) {
            remove(tag.id());
            tags.add(tag);
        }

        @Override
        public boolean dispute(UUID id, Tag.Dispute dispute) {
            return change(id, Optional.of(dispute));
        }

        @Override
        public boolean uphold(UUID id) {
            return change(id, Optional.empty());
        }

        private boolean change(UUID id, Optional<Tag.Dispute> dispute) {
            Optional<Tag> before = byId(id).filter(tag -> tag.dispute().isPresent() != dispute.isPresent());
            before.ifPresent(tag -> put(new Tag(
                    tag.id(),
                    tag.customer(),
                    tag.name(),
                    tag.source(),
                    tag.origin(),
                    tag.evidence(),
                    tag.at(),
                    tag.confidence(),
                    tag.expires(),
                    tag.openToCustomer(),
                    dispute)));
            return before.isPresent();
        }

        @Override
        public boolean remove(UUID id) {
            return tags.removeIf(tag -> tag.id().equals(id));
        }
    }

    private final class Wanted implements Needs {
        @Override
        public List<Need> of(UUID customer, int most) {
            return needs.stream()
                    .filter(need -> need.customer().equals(customer))
                    .sorted(Comparator.comparing(Need::at).reversed())
                    .limit(most)
                    .toList();
        }

        @Override
        public void add(Need need) {
            needs.add(need);
        }

        @Override
        public boolean remove(UUID need) {
            return needs.removeIf(one -> one.id().equals(need));
        }
    }

    private final class Agreed implements Consents {
        private final SettableTime time;

        Agreed(SettableTime time) {
            this.time = time;
        }

        @Override
        public boolean holds(UUID customer, ConsentPurpose purpose) {
            return of(customer).stream().anyMatch(c -> c.purpose() == purpose && c.holdsAt(time.now()));
        }

        @Override
        public List<Consent> of(UUID customer) {
            return consents.stream().filter(c -> c.customer().equals(customer)).toList();
        }

        @Override
        public void give(Consent consent) {
            consents.add(consent);
        }

        @Override
        public int withdraw(UUID customer, ConsentPurpose purpose, Withdrawal withdrawal) {
            List<Consent> held = of(customer).stream()
                    .filter(c -> c.purpose() == purpose && c.withdrawn().isEmpty())
                    .toList();
            held.forEach(c -> consents.set(
                    consents.indexOf(c),
                    new Consent(
                            c.id(),
                            c.customer(),
                            c.purpose(),
                            c.way(),
                            c.proof(),
                            c.contact(),
                            c.recordedBy(),
                            c.given(),
                            c.expires(),
                            Optional.of(withdrawal))));
            return held.size();
        }
    }

    private final class Trail implements AuditTrail {
        @Override
        public void add(AuditEntry entry) {
            trail.add(entry);
        }

        @Override
        public boolean has(UUID entry) {
            return trail.stream().anyMatch(e -> e.id().equals(entry));
        }

        @Override
        public int actsSince(UUID member, java.util.Set<amends.staff.Permission> acts, Instant since) {
            return 0;
        }

        @Override
        public List<AuditEntry> about(UUID whom, int most) {
            return trail.stream().filter(e -> e.whom().equals(whom)).limit(most).toList();
        }

        @Override
        public List<AuditEntry> latest(int most) {
            return List.copyOf(trail);
        }
    }

    private static final class AtOnce implements Transactions {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    }
}
