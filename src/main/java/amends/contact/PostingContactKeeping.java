package amends.contact;

import amends.kernel.Cancellable;
import amends.telephony.CallId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Contact keeping for another thread than the call loop: what is asked hops to the loop, what is told hops to the
 * listeners' thread, and {@link #of} answers from what was told last.
 */
public final class PostingContactKeeping implements ContactKeeping {
    private static final int MOST_SHOWN = 64;
    private final ContactKeeping keeping;
    private final Executor calls;
    private final Executor listeners;
    private final Map<CallId, Contact> shown = new ConcurrentHashMap<>();

    /** @param calls the call loop @param listeners where listeners are told, for instance the EDT */
    public PostingContactKeeping(ContactKeeping keeping, Executor calls, Executor listeners) {
        this.keeping = keeping;
        this.calls = calls;
        this.listeners = listeners;
        keeping.onContact(event -> keep(event.contact()));
    }

    private void keep(Contact contact) {
        shown.keySet()
                .removeIf(call -> shown.size() > MOST_SHOWN && keeping.of(call).isEmpty());
        shown.put(new CallId(contact.call()), contact);
    }

    @Override
    public Optional<Contact> of(CallId call) {
        return Optional.ofNullable(shown.get(call));
    }

    @Override
    public void note(CallId call, String note) {
        calls.execute(() -> keeping.note(call, note));
    }

    @Override
    public void finish(CallId call, WrapUp wrapUp) {
        calls.execute(() -> keeping.finish(call, wrapUp));
    }

    @Override
    public Cancellable onContact(Consumer<ContactEvent> listener) {
        return keeping.onContact(event -> listeners.execute(() -> listener.accept(event)));
    }
}
