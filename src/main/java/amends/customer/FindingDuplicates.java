package amends.customer;

import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks all customers through for those who may be one: a like name and the same birthday, or the same name in the same
 * region. Names that many bear say nothing: of groups larger than {@value #LARGEST_GROUP} nobody is named. Blocks for as
 * long as that takes, in short transactions.
 */
public final class FindingDuplicates {
    private static final int LARGEST_GROUP = 4;
    private static final int PAGE = 2000;
    private static final int MOST_FOUND = 5000;
    private final Duplicates duplicates;
    private final Transactions transactions;
    private final Timekeeper time;

    public FindingDuplicates(Duplicates duplicates, Transactions transactions, Timekeeper time) {
        this.duplicates = duplicates;
        this.transactions = transactions;
        this.time = time;
    }

    /** Told now and then. */
    public interface Watch {
        boolean goOn(int looked);
    }

    /** @return how many pairs were found, known ones among them */
    public int find(StaffMember who, Watch watch) {
        NotPermitted.unless(who, Permission.MERGE_CUSTOMERS);
        Map<String, List<Duplicates.Person>> born = new HashMap<>();
        Map<String, List<Duplicates.Person>> living = new HashMap<>();
        Optional<UUID> last = Optional.empty();
        int looked = 0;
        while (true) {
            Optional<UUID> from = last;
            List<Duplicates.Person> page = transactions.call(() -> duplicates.after(from, PAGE));
            for (Duplicates.Person person : page) sort(person, born, living);
            looked += page.size();
            if (!watch.goOn(looked)) return 0;
            if (page.size() < PAGE) break;
            last = Optional.of(page.getLast().id());
        }
        var found = new HashMap<UUID, Duplicate>();
        living.values().forEach(group -> pairs(group, Duplicate.Reason.NAME_AND_REGION, found));
        born.values().forEach(group -> pairs(group, Duplicate.Reason.NAME_AND_BIRTHDAY, found));
        keep(new ArrayList<>(found.values()));
        return found.size();
    }

    private static void sort(
            Duplicates.Person person,
            Map<String, List<Duplicates.Person>> born,
            Map<String, List<Duplicates.Person>> living) {
        String name = Likeness.folded(person.name());
        if (name.length() < 2) return;
        if (person.birthday() != 0)
            born.computeIfAbsent(name.substring(0, 1) + person.birthday(), key -> new ArrayList<>(1))
                    .add(person);
        if (!person.region().isBlank())
            living.computeIfAbsent(name + "\n" + person.region(), key -> new ArrayList<>(1))
                    .add(person);
    }

    private void pairs(List<Duplicates.Person> group, Duplicate.Reason reason, Map<UUID, Duplicate> found) {
        boolean byRegion = reason == Duplicate.Reason.NAME_AND_REGION;
        if (group.size() < 2 || byRegion && group.size() > LARGEST_GROUP) return;
        for (int i = 0; i < group.size(); i++)
            for (int j = i + 1; j < Math.min(group.size(), i + 200); j++) {
                Duplicates.Person one = group.get(i);
                Duplicates.Person another = group.get(j);
                if (found.size() >= MOST_FOUND || !byRegion && !Likeness.alike(one.name(), another.name())) continue;
                String detail =
                        byRegion ? one.region() : "%02d-%02d".formatted(one.birthday() / 100, one.birthday() % 100);
                var pair = Duplicate.of(one.id(), another.id(), reason, detail, time.now());
                found.put(pair.id(), pair);
            }
    }

    private void keep(List<Duplicate> found) {
        for (int i = 0; i < found.size(); i += 200) {
            List<Duplicate> some = found.subList(i, Math.min(found.size(), i + 200));
            transactions.run(() -> some.forEach(duplicates::add));
        }
    }
}
