package amends.desktop.recovery;

import amends.contact.Disposition;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.recovery.Balance;
import amends.recovery.Evidence.AnswerCorrected;
import amends.recovery.Failure;
import amends.recovery.OldAndNew;
import amends.recovery.Owed;
import amends.recovery.Owing;
import amends.recovery.Settlement.Means;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the caller of each call is owed, and what the agent settles of it. */
public final class OweModel extends PresentationModel {
    private final Owing owing;
    private final StaffMember member;
    private final Set<CallId> settledAtClose = new HashSet<>();
    private Consumer<Failure> opener = failure -> {};
    private Function<AnswerCorrected, Optional<OldAndNew>> corrections = answer -> Optional.empty();
    private final Map<UUID, Optional<OldAndNew>> told = new HashMap<>();
    private Optional<PostingWork> work = Optional.empty();

    public OweModel(Owing owing, StaffMember member) {
        this.owing = owing;
        this.member = member;
        owing.onOwed(owed -> changed());
    }

    /** @param asked finds what a customer was told and what is right; blocks, so it is asked in the background */
    public void knows(Function<AnswerCorrected, Optional<OldAndNew>> asked, PostingWork background) {
        corrections = asked;
        work = Optional.of(background);
    }

    /** What was told and what is right, once it was found; only of an answer that was corrected. */
    public Optional<OldAndNew> told(Failure failure) {
        return told.getOrDefault(failure.id(), Optional.empty());
    }

    /** Looks up what the evidence of this call's failures needs besides. */
    public void prepareEvidence(CallId call) {
        for (Failure failure : balance(call).open())
            if (failure.evidence() instanceof AnswerCorrected answer
                    && told.putIfAbsent(failure.id(), Optional.empty()) == null)
                work.ifPresent(w -> w.ask(
                        () -> corrections.apply(answer),
                        found -> {
                            told.put(failure.id(), found);
                            changed();
                        },
                        e -> told.remove(failure.id())));
    }

    /** Goes to the thing that shows it. */
    public void openEvidence(Failure failure) {
        opener.accept(failure);
    }

    /** @param by goes to the thing; the window that was drawn last */
    public void opensEvidence(Consumer<Failure> by) {
        opener = by;
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
