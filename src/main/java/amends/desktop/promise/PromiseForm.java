package amends.desktop.promise;

import amends.kernel.Ids;
import amends.promise.PromiseKind;
import amends.promise.PromiseOwner;
import java.util.UUID;

/** What stands in the form of a promise in one call. On the screen's thread only. */
final class PromiseForm {
    UUID id = Ids.next();
    PromiseKind kind;
    PromiseOwner owner;
    String what = "";
    String amount = "";
    String number = "";
    String due = "";
    boolean dueTyped;
    boolean receipt = true;
    boolean open;
    boolean tried;
}
