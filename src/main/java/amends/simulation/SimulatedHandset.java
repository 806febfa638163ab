package amends.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A customer's mobile telephone. What it answers, it answers to the first message that it gets; later ones are read
 * and no more. Immutable: each change is another handset, given to {@link SimulatedSmsc#handset}.
 *
 * @param number E.164
 * @param isOn whether messages reach it
 * @param texts what it got that makes it answer: a regular expression that is found in it
 */
public record SimulatedHandset(String number, List<Reply> replies, boolean isOn, String texts) {
    /** @param after from when the message came, not from the reply before */
    public record Reply(Duration after, String text) {}

    public SimulatedHandset {
        replies = List.copyOf(replies);
    }

    /** Gets messages and never answers. */
    public static SimulatedHandset of(String number) {
        return new SimulatedHandset(number, List.of(), true, "");
    }

    public static SimulatedHandset of(Persona persona) {
        return of(persona.mobile());
    }

    /** Answers this, too. */
    public SimulatedHandset answering(Duration after, String text) {
        var more = new ArrayList<>(replies);
        more.add(new Reply(after, text));
        return new SimulatedHandset(number, more, isOn, texts);
    }

    /** Answers only a message in which the expression is found. */
    public SimulatedHandset whenAsked(String expression) {
        return new SimulatedHandset(number, replies, isOn, expression);
    }

    /** What is sent to it cannot be delivered. */
    public SimulatedHandset off() {
        return new SimulatedHandset(number, replies, false, texts);
    }
}
