package amends.recording;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The recordings as one person may hear them: their own, and others' where the table of rights gives it. Who opens
 * one is written down before a sound is heard, and who tried in vain too.
 */
public final class PersonalLibrary implements RecordingLibrary {
    private final StaffMember who;
    private final Recordings recordings;
    private final VaultLibrary vault;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;
    private final RecordingKeys keys;

    /** For a desk that opens recordings with the vault's private key. */
    public PersonalLibrary(
            StaffMember who,
            Recordings recordings,
            VaultLibrary vault,
            AuditTrail audit,
            Transactions transactions,
            Timekeeper time) {
        this(who, recordings, vault, audit, transactions, time, RecordingKeys.none());
    }

    public PersonalLibrary(
            StaffMember who,
            Recordings recordings,
            VaultLibrary vault,
            AuditTrail audit,
            Transactions transactions,
            Timekeeper time,
            RecordingKeys keys) {
        this.who = who;
        this.recordings = recordings;
        this.vault = vault;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
        this.keys = keys;
    }

    @Override
    public List<Recording> latest(int most) {
        NotPermitted.unless(who, Permission.LISTEN_TO_OWN_RECORDING);
        return recordings.ofAgent(who.id(), most);
    }

    @Override
    public Sound open(UUID recording) throws CannotOpen {
        UUID entry = Ids.next();
        Optional<Recording> row = transactions.call(() -> {
            Optional<Recording> found = recordings.byId(recording);
            found.ifPresent(r -> enter(entry, r));
            return found;
        });
        if (row.isEmpty()) throw new CannotOpen(Obstacle.NO_SUCH_RECORDING, "there is no such recording", null);
        if (!actOn(row.get()).isGivenTo(who))
            throw new CannotOpen(Obstacle.NOT_PERMITTED, "it is another's: " + who.login() + " may not hear it", null);
        return vault.open(row.get(), keys.of(entry));
    }

    private void enter(UUID entry, Recording row) {
        Permission act = actOn(row);
        String why = (act.isGivenTo(who) ? "listened, call " : "refused, call ") + row.call();
        audit.add(new AuditEntry(entry, time.now(), who.id(), act, row.id(), why));
    }

    private Permission actOn(Recording row) {
        boolean own = row.agent().equals(who.id());
        return own && Permission.LISTEN_TO_OWN_RECORDING.isGivenTo(who)
                ? Permission.LISTEN_TO_OWN_RECORDING
                : Permission.LISTEN_TO_ANY_RECORDING;
    }
}
