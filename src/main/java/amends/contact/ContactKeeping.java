package amends.contact;

import amends.kernel.Cancellable;
import amends.telephony.CallId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps one contact for each call, from the first ring on, and closes it with the agent's wrap-up. Called, and tells,
 * on the call loop; stores elsewhere. While the database is away everything is held and stored when it is back.
 */
public interface ContactKeeping {
    /** The contact of this call, as far as it is known. */
    Optional<Contact> of(CallId call);

    /** The note as far as it is typed: saves itself. */
    void note(CallId call, String note);

    /** Closes the contact. Ignored when the call is not over or the contact is closed already. */
    void finish(CallId call, WrapUp wrapUp);

    Cancellable onContact(Consumer<ContactEvent> listener);

    /** What happened to a contact. */
    sealed interface ContactEvent {
        Contact contact();

        record ContactOpened(Contact contact) implements ContactEvent {}

        record ContactChanged(Contact contact) implements ContactEvent {}

        /** The call is over: time to write up. */
        record CallOver(Contact contact) implements ContactEvent {}

        /** Written up and stored. */
        record ContactClosed(Contact contact) implements ContactEvent {}
    }
}
