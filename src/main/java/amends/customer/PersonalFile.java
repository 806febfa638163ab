package amends.customer;

import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Everything that is kept about one person: shown to them, or erased. Each is one transaction over all rooms, with its
 * entry in the audit trail. Blocks.
 */
public final class PersonalFile {
    private final Merges merges;
    private final Tombstones tombstones;
    private final List<PersonalRecords> rooms;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;

    public PersonalFile(
            Merges merges,
            Tombstones tombstones,
            List<PersonalRecords> rooms,
            AuditTrail audit,
            Transactions transactions,
            Timekeeper time) {
        this.merges = merges;
        this.tombstones = tombstones;
        this.rooms = List.copyOf(rooms);
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
    }

    /** All that is kept, room by room, newest first within each. */
    public List<PersonalRecord> shown(UUID customer, StaffMember who, String why) {
        NotPermitted.unless(who, Permission.SHOW_PERSON);
        return transactions.call(() -> {
            audit.add(AuditEntry.of(time.now(), who, Permission.SHOW_PERSON, customer, why));
            var all = new ArrayList<PersonalRecord>();
            List<UUID> names = names(customer);
            for (PersonalRecords room : rooms) for (UUID name : names) all.addAll(room.shown(name));
            return List.copyOf(all);
        });
    }

    /** The customer and all merged into them: what was still under way at the merge was written under the old id. */
    private List<UUID> names(UUID customer) {
        var names = new ArrayList<>(List.of(customer));
        names.addAll(tombstones.mergedInto(customer));
        return names;
    }

    public sealed interface Erasure {
        /** @param rows that were removed or blanked */
        record Erased(int rows) implements Erasure {}

        /** Something is not finished: nothing was erased. Ask again with {@code evenIfOpen}. */
        record StillOpen(List<PersonalRecord> open) implements Erasure {}

        record Refused(Reason reason) implements Erasure {}
    }

    public enum Reason {
        UNKNOWN,
        ERASED_ALREADY,
        /** They are known under another name now: that one is erased. */
        MERGED,
        /** Somebody who erases says why. */
        NO_REASON
    }

    /**
     * Erases the person from every room; a tombstone and the audit trail stay.
     *
     * @param evenIfOpen whether somebody saw what is not finished, and wants it all the same
     * @param why in one line, without the person's name: it is kept
     */
    public Erasure erase(UUID customer, boolean evenIfOpen, StaffMember who, String why) {
        NotPermitted.unless(who, Permission.ERASE_PERSON);
        if (why.isBlank()) return new Erasure.Refused(Reason.NO_REASON);
        return transactions.call(() -> {
            var standing = merges.standing(customer);
            if (standing.isEmpty()) return new Erasure.Refused(Reason.UNKNOWN);
            if (standing.get().erased()) return new Erasure.Refused(Reason.ERASED_ALREADY);
            if (standing.get().mergedInto().isPresent()) return new Erasure.Refused(Reason.MERGED);
            var open = new ArrayList<PersonalRecord>();
            List<UUID> names = names(customer);
            for (PersonalRecords room : rooms) for (UUID name : names) open.addAll(room.open(name));
            if (!open.isEmpty() && !evenIfOpen) return new Erasure.StillOpen(List.copyOf(open));
            return erased(customer, who, why);
        });
    }

    private Erasure erased(UUID customer, StaffMember who, String why) {
        int rows = 0;
        List<UUID> names = names(customer);
        for (PersonalRecords room : rooms) for (UUID name : names) rows += room.forget(name);
        tombstones.blank(customer, time.now());
        audit.add(AuditEntry.of(time.now(), who, Permission.ERASE_PERSON, customer, why));
        return new Erasure.Erased(rows);
    }
}
