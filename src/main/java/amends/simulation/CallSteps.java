package amends.simulation;

import amends.telephony.ClearCause;

/** Hears how a simulated call goes; told on the simulation's loop, so return at once. */
public interface CallSteps {
    /** Who hears nothing. */
    CallSteps UNHEARD = new CallSteps() {};

    /** The first step; of a call that reaches a customer it is how to get hold of it. */
    default void began(SimulatedCall call) {}

    /** It rings: at the called party, or here for a callback. */
    default void ringing() {}

    /** The other side (a queue, perhaps) has answered; sound flows. */
    default void answered() {}

    /** For the first time, something was heard and then paused as a speaker does. */
    default void heardSpeech() {}

    /** A clip was said to its end. */
    default void said(String clip) {}

    /** Told once and last. */
    default void ended(ClearCause cause) {}
}
