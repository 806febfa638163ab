package amends.customer;

import amends.kernel.Cancellable;
import amends.telephony.CallId;
import java.util.List;
import java.util.function.Consumer;

/** What other systems say of callers. Never holds anything up: what they say is added when it comes. */
public interface OutsideFeed {
    /** The names of all sources; where there is none, nothing is shown. */
    List<String> sources();

    /** One line a source; empty for a call that is not known. */
    List<OutsideLine> of(CallId call);

    /** Told when something of a call's lines is otherwise. */
    Cancellable onLines(Consumer<CallId> listener);

    /** Whether the settings name a page of another system, and there is somebody to open it for. */
    boolean hasPage(CallId call);

    /** Opens the page of whoever calls. */
    void openPage(CallId call);
}
