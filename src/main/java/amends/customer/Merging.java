package amends.customer;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes one customer of two, and two of them again. Each is one transaction over all rooms. Blocks. */
public final class Merging {
    private final Merges merges;
    private final List<PersonalRecords> rooms;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;

    public Merging(
            Merges merges, List<PersonalRecords> rooms, AuditTrail audit, Transactions transactions, Timekeeper time) {
        this.merges = merges;
        this.rooms = List.copyOf(rooms);
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
    }

    public sealed interface Outcome {
        /** @param id by which it can be undone */
        record Merged(UUID id) implements Outcome {}

        record Separated() implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    public enum Reason {
        /** Nobody is merged with themselves. */
        SAME,
        /** There is no such customer, or merge. */
        UNKNOWN,
        /** One of them is merged into another already. */
        MERGED_ALREADY,
        /** One of them was erased. */
        ERASED,
        /** They were separated already. */
        SEPARATED_ALREADY,
        /** The kept one was merged into a third since: that must be undone first. */
        MERGED_SINCE
    }

    /** @param kept under whom both are known from then on */
    public Outcome merge(UUID kept, UUID gone, StaffMember who, String why) {
        NotPermitted.unless(who, Permission.MERGE_CUSTOMERS);
        if (kept.equals(gone)) return new Outcome.Refused(Reason.SAME);
        return transactions.call(() -> {
            for (UUID customer : List.of(kept, gone)) {
                var standing = merges.standing(customer);
                if (standing.isEmpty()) return new Outcome.Refused(Reason.UNKNOWN);
                if (standing.get().erased()) return new Outcome.Refused(Reason.ERASED);
                if (standing.get().mergedInto().isPresent()) return new Outcome.Refused(Reason.MERGED_ALREADY);
            }
            return joined(kept, gone, who, why);
        });
    }

    private Outcome joined(UUID kept, UUID gone, StaffMember who, String why) {
        var moved = new HashMap<String, List<UUID>>();
        for (PersonalRecords room : rooms) moved.merge(room.room(), room.move(gone, kept), Merging::both);
        var merge = new Merge(Ids.next(), kept, gone, time.now(), who.id(), why, java.util.Optional.empty());
        merges.join(merge, moved);
        audit.add(AuditEntry.of(time.now(), who, Permission.MERGE_CUSTOMERS, kept, "merged " + gone));
        audit.add(AuditEntry.of(time.now(), who, Permission.MERGE_CUSTOMERS, gone, "merged into " + kept));
        return new Outcome.Merged(merge.id());
    }

    private static List<UUID> both(List<UUID> some, List<UUID> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    public Outcome separate(UUID merge, StaffMember who) {
        NotPermitted.unless(who, Permission.MERGE_CUSTOMERS);
        return transactions.call(() -> {
            var found = merges.byId(merge);
            if (found.isEmpty()) return new Outcome.Refused(Reason.UNKNOWN);
            if (!found.get().holds()) return new Outcome.Refused(Reason.SEPARATED_ALREADY);
            var standing = merges.standing(found.get().kept());
            if (standing.isEmpty() || standing.get().erased()) return new Outcome.Refused(Reason.ERASED);
            if (standing.get().mergedInto().isPresent()) return new Outcome.Refused(Reason.MERGED_SINCE);
            return separated(found.get(), who);
        });
    }

    private Outcome separated(Merge merge, StaffMember who) {
        Map<String, List<UUID>> moved = merges.separate(merge, who.id(), time.now());
        Map<String, PersonalRecords> byName =
                rooms.stream().collect(Collectors.toMap(PersonalRecords::room, room -> room, (a, b) -> a));
        moved.forEach((room, rows) -> {
            if (byName.containsKey(room)) byName.get(room).moveBack(rows, merge.kept(), merge.gone());
        });
        for (UUID customer : List.of(merge.kept(), merge.gone()))
            audit.add(AuditEntry.of(
                    time.now(), who, Permission.MERGE_CUSTOMERS, customer, "separated again, merge " + merge.id()));
        return new Outcome.Separated();
    }

    /** Who was merged into this customer, newest first. */
    public List<Merge> into(UUID kept) {
        return transactions.call(() -> merges.into(kept));
    }
}
