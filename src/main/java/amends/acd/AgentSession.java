package amends.acd;

import amends.kernel.Cancellable;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The agent's working state, kept true by the phone, the distributor and the agent together. Called, and tells, on
 * the call loop.
 */
public interface AgentSession {
    /** Signed in and not ready yet; the distributor knows the agent from here on. */
    void signIn(StaffMember member);

    /** In a call or its write-up this is remembered and done afterwards. */
    void signOut();

    /** In a call or its write-up this is remembered and done afterwards. */
    void ready();

    /** In a call or its write-up this is remembered and done afterwards. */
    void notReady(AgentState.Reason reason);

    /** The write-up is done: on to ready, or to what was asked for meanwhile. */
    void finishAfterCallWork();

    /** Another 30 s for the write-up. */
    void extendAfterCallWork();

    AgentState state();

    /** What the agent will be after the call or its write-up: empty means ready, or gone when {@link #leaving}. */
    Optional<AgentState.Reason> next();

    /** Whether the agent will be signed out after the call or its write-up. */
    boolean leaving();

    /** From which queue this call came, where the distributor told. */
    Optional<AcdEvent.QueueCallOffered> offerOf(CallId call);

    /** Told when the state changes, and when what comes {@link #next} does. */
    Cancellable onState(Consumer<AgentState> listener);

    /** Everything else the distributor tells: link, offers, queues. */
    Cancellable onAcdEvent(Consumer<AcdEvent> listener);
}
