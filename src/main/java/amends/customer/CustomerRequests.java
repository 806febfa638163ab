package amends.customer;

import amends.customer.CustomerRequest.Progress;
import amends.customer.CustomerRequest.State;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Requests on their way to the services, and their answers on the way back. Blocks; joins the caller's transaction. */
public interface CustomerRequests {
    /** The duty by which what is done at once is carried out; its subject is the request. */
    String AT_ONCE = "customer-request";

    /** The same for what takes long. */
    String LONG = "customer-table";

    /** By which what was sent to and fro is removed. */
    String TIDY = "customer-request-tidy";

    /** How long an answer waits to be fetched. */
    Duration KEPT = Duration.ofHours(1);

    /** @param enclosed a file, in parts that a row holds; gone through again when the transaction is tried again */
    void ask(CustomerRequest request, Iterable<byte[]> enclosed);

    /** Empty: there is none, or it is somebody else's. */
    Optional<Progress> progress(UUID request);

    /** Nobody wants it done any more. @return false when it is over already, or being done at this very moment */
    boolean withdraw(UUID request);

    /**
     * One part of a file: never more of it is held.
     *
     * @param outward what the services answered; what was sent otherwise
     * @param place from 0; empty behind the last
     */
    Optional<byte[]> part(UUID request, boolean outward, int place);

    // what follows is the services'

    /** Empty also where it asks for what this program does not know. */
    Optional<CustomerRequest> byId(UUID request);

    /** Of what was sent, in bytes: whoever sent it may be any program. */
    long sent(UUID request);

    /** Somebody begins, or begins again. @return false when it is over already */
    boolean begin(UUID request);

    /** @return false when who asked took it back */
    boolean goOn(UUID request, int rows, int faulty);

    /** It is over, with its answer. @return false when it was over before: nothing was changed */
    boolean end(UUID request, State state, Iterable<byte[]> answer);

    /** What was sent to and fro goes. */
    void clear(UUID request);
}
