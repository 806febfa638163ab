package amends.customer;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A page of another system, opened for whoever calls.
 *
 * @param address empty where there is none
 * @param idsOf whose ids of customers the page understands
 * @param opener opens it in the browser; blocks, any thread
 */
public record PageOnPop(Optional<AddressTemplate> address, When when, String idsOf, Consumer<URI> opener) {
    public static final PageOnPop NONE = new PageOnPop(Optional.empty(), When.BY_HAND, "", page -> {});

    /** When it opens: once in a call, never for a number that is not shown. */
    public enum When {
        RINGING,
        /** The usual: a ringing call takes nobody's focus. */
        ANSWERED,
        BY_HAND
    }
}
