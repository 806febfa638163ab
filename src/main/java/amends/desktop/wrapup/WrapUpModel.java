package amends.desktop.wrapup;

import amends.acd.AgentSession;
import amends.acd.AgentState;
import amends.contact.ContactKeeping;
import amends.contact.ContactKeeping.ContactEvent;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.desktop.PresentationModel;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The calls that are over and not written up: begins with the end of the call, ends with the agent's Enter. */
public final class WrapUpModel extends PresentationModel {
    private final ContactKeeping keeping;
    private final AgentSession session;
    private final NotesModel notes;
    private final Map<CallId, Call> open = new LinkedHashMap<>();
    private final Map<CallId, Disposition> chosen = new HashMap<>();
    private BiConsumer<CallId, Disposition> closing = (call, disposition) -> {};
    private Predicate<CallId> inside = call -> false;
    private Predicate<Call> brief = call -> false;
    private final Set<CallId> worked = new HashSet<>();
    private boolean timed;

    public WrapUpModel(CallControl calls, ContactKeeping keeping, AgentSession session, NotesModel notes) {
        this.keeping = keeping;
        this.session = session;
        this.notes = notes;
        calls.onCallEvent(this::heard);
        keeping.onContact(this::heard);
        session.onState(this::became);
    }

    /**
     * @param inside calls that seem to be a colleague's: no customer's unless somebody says otherwise, and closed by
     *     themselves where nothing was noted and nothing done in them
     * @param brief whether a call that has just ended was but a word: of a longer one somebody says what it was
     */
    public void closesByItself(Predicate<CallId> inside, Predicate<Call> brief) {
        this.inside = inside;
        this.brief = brief;
    }

    /** Something was opened in this call that goes beyond a word between colleagues. */
    public void worksIn(CallId call) {
        worked.add(call);
    }

    private boolean isInside(CallId call) {
        return inside.test(call) && !worked.contains(call);
    }

    /** Told when a contact is about to be closed. */
    public void onClosing(BiConsumer<CallId, Disposition> listener) {
        closing = closing.andThen(listener);
    }

    private void heard(CallEvent event) {
        if (event instanceof CallEvent.ConnectionCleared(var call, var cause)
                && call.answered().isPresent()) {
            notes.save();
            open.put(call.id(), call);
            boolean nothingToWrite = isInside(call.id())
                    && brief.test(call)
                    && notes.text(call.id()).isBlank();
            if (nothingToWrite) finish(call.id(), Disposition.NO_CUSTOMER);
            else changed();
        }
    }

    private void heard(ContactEvent event) {
        if (event instanceof ContactEvent.ContactClosed(var contact) && open.remove(new CallId(contact.call())) != null)
            changed();
    }

    /** A call that comes in the write-up only interrupts it; any other end of the time ends the write-ups too. */
    private void became(AgentState state) {
        boolean writing = state instanceof AgentState.WorkingAfterCall;
        boolean over = timed && !writing && !(state instanceof AgentState.Busy);
        timed = writing || timed && !over;
        if (over) leave();
    }

    /** The one to write up now: the latest. */
    public Optional<Call> current() {
        return open.values().stream().reduce((earlier, later) -> later);
    }

    /** How many wait besides the current one. */
    public int waiting() {
        return Math.max(0, open.size() - 1);
    }

    /** What it becomes when nobody chooses, where that is another thing than what is shown. */
    public Optional<Disposition> leftAlone(CallId call) {
        return chosen.containsKey(call) ? Optional.empty() : Optional.of(Disposition.FOLLOW_UP);
    }

    public Disposition disposition(CallId call) {
        return Optional.ofNullable(chosen.get(call))
                .orElse(isInside(call) ? Disposition.NO_CUSTOMER : Disposition.SOLVED);
    }

    public void choose(CallId call, Disposition disposition) {
        // What is shown from the start is not chosen before somebody says so.
        if (chosen.put(call, disposition) == disposition) return;
        changed();
    }

    /** Closes the current contact with what is chosen and typed. */
    public void finish() {
        current().map(Call::id).ifPresent(call -> finish(call, disposition(call)));
    }

    private void finish(CallId call, Disposition disposition) {
        close(call, disposition);
        if (open.isEmpty()) session.finishAfterCallWork();
        changed();
    }

    /**
     * Closes what the agent leaves unfinished with what is known: what nobody called solved is followed up, for a
     * contact that stays open has no consequences at all.
     */
    public void leave() {
        if (open.isEmpty()) return;
        for (CallId call : List.copyOf(open.keySet()))
            close(call, leftAlone(call).orElseGet(() -> disposition(call)));
        changed();
    }

    private void close(CallId call, Disposition disposition) {
        notes.save();
        open.remove(call);
        closing.accept(call, disposition);
        keeping.finish(call, new WrapUp(disposition, notes.text(call)));
        chosen.remove(call);
        worked.remove(call);
        notes.forget(call);
    }
}
