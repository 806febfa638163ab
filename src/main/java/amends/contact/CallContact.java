package amends.contact;

import amends.kernel.Cancellable;

/** What the desk has in hand of one call's contact. On the call loop only. */
final class CallContact {
    Contact contact;
    String note = "";
    boolean noteWaits;
    Cancellable heartbeat = () -> {};

    CallContact(Contact contact) {
        this.contact = contact;
    }
}
