package amends.promise;

import amends.promise.PromiseMaking.Outcome;
import amends.telephony.CallId;
import java.util.UUID;

/** What became of a promise that was given in a call. */
public sealed interface PromiseProgress {
    UUID id();

    CallId call();

    /** On its way into the database. */
    record Keeping(UUID id, CallId call) implements PromiseProgress {}

    /** The database is away: it is held, and kept when that is back; until then it has no code. */
    record Held(UUID id, CallId call) implements PromiseProgress {}

    /** @param receipt whether its code goes to the customer by short message */
    record Given(UUID id, CallId call, Promise promise, boolean receipt) implements PromiseProgress {}

    record Refused(UUID id, CallId call, Outcome.Refused why) implements PromiseProgress {}

    /** The database does not take it, and will not later: for the log. */
    record NotTaken(UUID id, CallId call) implements PromiseProgress {}
}
