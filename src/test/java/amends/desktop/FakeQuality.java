package amends.desktop;

import amends.contact.Contact;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.quality.Evaluation;
import amends.quality.Evaluations;
import amends.quality.InspectionList;
import amends.quality.Inspector;
import amends.quality.NumberMask;
import amends.quality.ScorecardReader;
import amends.recording.Recording;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The inspector's books in memory, over the recordings and contacts of a fake archive. */
public final class FakeQuality implements InspectionList, Evaluations, AuditTrail, Transactions {
    public static final StaffMember ZHOU =
            new StaffMember(new UUID(1, 1004), "1004", "周婷", "1004", Set.of(Role.INSPECTOR));

    public final Map<UUID, Evaluation> evaluations = new LinkedHashMap<>();
    public final List<AuditEntry> entries = new ArrayList<>();
    private final FakeArchive archive;
    private final StaffMember agent;

    public FakeQuality(FakeArchive archive, StaffMember agent) {
        this.archive = archive;
        this.agent = agent;
    }

    public Inspector inspector(StaffMember who, Timekeeper time) {
        return new Inspector(
                who, new Inspector.Books(this, this, archive, this, this, ScorecardReader.standard()), time);
    }

    private Optional<Contact> contactOf(Recording recording) {
        return archive.contacts.latest(1000).stream()
                .filter(c -> c.call().equals(recording.call()))
                .findFirst();
    }

    private Row row(Recording r) {
        Optional<Contact> contact = contactOf(r);
        return new Row(
                r.id(),
                contact.map(Contact::id),
                new Agent(r.agent(), agent.name()),
                contact.map(c -> new NumberMask("CN").of(c.number())).orElse(""),
                r.began(),
                r.length(),
                r.state(),
                r.announced(),
                contact.flatMap(Contact::score),
                contact.flatMap(Contact::line),
                keptOf(r.id()).stream().findFirst().map(e -> new Given(e.percent(), e.failed())));
    }

    @Override
    public Page page(Filter filter, Optional<Place> after, int most) {
        List<Row> all = archive.recordings.stream()
                .map(this::row)
                .filter(r -> filter.agent().isEmpty()
                        || filter.agent().get().equals(r.agent().id()))
                .filter(r -> filter.since().isEmpty()
                        || !r.began().isBefore(filter.since().get()))
                .filter(r -> filter.evaluated() == Evaluated.EITHER
                        || r.evaluation().isPresent() == (filter.evaluated() == Evaluated.YES))
                .filter(r -> !filter.lowScore()
                        || r.score().filter(s -> s <= Filter.LOW).isPresent())
                .filter(r -> after.isEmpty() || r.began().isBefore(after.get().began()))
                .sorted(Comparator.comparing(Row::began).reversed())
                .toList();
        if (all.size() <= most) return new Page(all, Optional.empty());
        Row last = all.get(most - 1);
        return new Page(all.subList(0, most), Optional.of(new Place(last.began(), last.recording())));
    }

    @Override
    public Optional<Row> row(UUID recording) {
        return archive.recordings.stream()
                .filter(r -> r.id().equals(recording))
                .map(this::row)
                .findFirst();
    }

    @Override
    public List<Agent> agents() {
        return List.of(new Agent(agent.id(), agent.name()));
    }

    @Override
    public Optional<String> numberOf(UUID recording) {
        return archive.recordings.stream()
                .filter(r -> r.id().equals(recording))
                .findFirst()
                .flatMap(this::contactOf)
                .map(Contact::number);
    }

    @Override
    public boolean save(Evaluation evaluation) {
        Evaluation there = evaluations.get(evaluation.id());
        if (there != null && there.state() == Evaluation.State.KEPT) return false;
        evaluations.put(evaluation.id(), evaluation);
        return true;
    }

    @Override
    public Optional<Evaluation> byId(UUID id) {
        return Optional.ofNullable(evaluations.get(id));
    }

    @Override
    public Optional<Evaluation> draftOf(UUID recording, UUID inspector) {
        return evaluations.values().stream()
                .filter(e -> e.state() == Evaluation.State.DRAFT)
                .filter(e -> e.recording().equals(recording) && e.inspector().equals(inspector))
                .findFirst();
    }

    @Override
    public List<Evaluation> keptOf(UUID recording) {
        return evaluations.values().stream()
                .filter(e -> e.state() == Evaluation.State.KEPT && e.recording().equals(recording))
                .sorted(Comparator.comparing(Evaluation::at).reversed())
                .toList();
    }

    @Override
    public void add(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public boolean has(UUID entry) {
        return entries.stream().anyMatch(e -> e.id().equals(entry));
    }

    @Override
    public int actsSince(UUID member, java.util.Set<amends.staff.Permission> acts, Instant since) {
        return 0;
    }

    @Override
    public List<AuditEntry> about(UUID whom, int most) {
        return entries.stream().filter(e -> e.whom().equals(whom)).toList();
    }

    @Override
    public List<AuditEntry> latest(int most) {
        return entries;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (archive.databaseAway) throw new StoreUnavailable("away", null);
        return work.get();
    }
}
