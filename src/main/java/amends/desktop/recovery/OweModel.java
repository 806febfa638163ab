package amends.desktop.recovery;

import amends.contact.Disposition;
import amends.desktop.PresentationModel;
import amends.recovery.Balance;
import amends.recovery.Owed;
import amends.recovery.Owing;
import amends.recovery.Settlement.Means;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the caller of each call is owed, and what the agent settles of it. */
public final class OweModel extends PresentationModel {
    private final Owing owing;
    private final StaffMember member;
    private final Set<CallId> settledAtClose = new HashSet<>();

    public OweModel(Owing owing, StaffMember member) {
        this.owing = owing;
        this.member = member;
        owing.onOwed(owed -> changed());
    }

    public Optional<Owed> of(CallId call) {
        return owing.of(call);
    }

    public Balance balance(CallId call) {
        return of(call).map(Owed::balance).orElse(Balance.NOTHING);
    }

    public boolean maySettle() {
        return Permission.SETTLE_FAILURE.isGivenTo(member);
    }

    public boolean mayWriteOff() {
        return Permission.WRITE_OFF_FAILURE.isGivenTo(member);
    }

    /** @param words what was done; for writing off the reason */
    public void settle(CallId call, Collection<UUID> failures, Means means, String words) {
        owing.settle(call, failures, means, words, settled -> changed());
    }

    /** Whether what is still owed is settled when the contact is closed as solved. Only the agent's own act makes it so. */
    public boolean isSettledAtClose(CallId call) {
        return settledAtClose.contains(call);
    }

    public void settleAtClose(CallId call, boolean wished) {
        boolean news = wished ? settledAtClose.add(call) : settledAtClose.remove(call);
        if (news) changed();
    }

    /** The contact of this call is being closed. */
    public void closing(CallId call, Disposition disposition) {
        boolean wished = settledAtClose.remove(call);
        if (wished && disposition == Disposition.SOLVED)
            settle(call, balance(call).ids(), Means.APOLOGISED, "");
    }
}
