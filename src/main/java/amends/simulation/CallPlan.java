package amends.simulation;

import java.time.Duration;
import java.util.List;

/**
 * What a simulated customer does in a call.
 *
 * @param clips said in order
 * @param repeat all over again when the last was said
 * @param patience of silence, after which it counts as the customer's turn
 * @param longest from the call's beginning, waiting included; then the customer hangs up
 */
public record CallPlan(
        Start start, List<String> clips, boolean repeat, Ending ending, Duration patience, Duration longest) {
    /** When the customer begins to speak. */
    public enum Start {
        AT_ANSWER,
        /** When what is heard (music, announcement, greeting) pauses, and again for each further clip. */
        IN_TURN,
        /** Only by {@link SimulatedCall#say}. */
        WHEN_TOLD
    }

    /** When the customer hangs up. */
    public enum Ending {
        AFTER_CLIPS,
        /** When the agent has answered the last clip and pauses. */
        AFTER_AGENT,
        /** Only by {@link SimulatedCall#hangUp}. */
        WHEN_TOLD
    }

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(90);

    public CallPlan {
        clips = List.copyOf(clips);
    }

    /** Waits for its turn, says what the persona has to say turn by turn, hangs up when the agent has answered. */
    public static CallPlan conversation(Persona persona) {
        return new CallPlan(Start.IN_TURN, persona.clips(), false, Ending.AFTER_AGENT, PATIENCE, LONGEST);
    }

    /** Says it all from the first moment on, then hangs up. */
    public static CallPlan statement(String... clips) {
        return new CallPlan(Start.AT_ANSWER, List.of(clips), false, Ending.AFTER_CLIPS, PATIENCE, LONGEST);
    }

    /** Speaks and hangs up only when told to, for stories that someone else conducts. */
    public static CallPlan whenTold() {
        return new CallPlan(Start.WHEN_TOLD, List.of(), false, Ending.WHEN_TOLD, PATIENCE, LONGEST);
    }

    /** Says the clip over and over until told to hang up. */
    public static CallPlan repeating(String clip) {
        return new CallPlan(Start.AT_ANSWER, List.of(clip), true, Ending.WHEN_TOLD, PATIENCE, LONGEST);
    }

    public CallPlan patient(Duration time) {
        return new CallPlan(start, clips, repeat, ending, time, longest);
    }

    public CallPlan atMost(Duration time) {
        return new CallPlan(start, clips, repeat, ending, patience, time);
    }
}
