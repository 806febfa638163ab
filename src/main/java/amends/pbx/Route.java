package amends.pbx;

/** Where a dialled number leads. */
sealed interface Route {
    record ToExtension(Extension extension) implements Route {}

    record ToQueue(CallQueue queue) implements Route {}

    /** @param number as the public network wants it: no prefix for getting out */
    record ToOutside(String number) implements Route {}

    /** Says back what is said. */
    record ToEcho() implements Route {}

    record ToMusic() implements Route {}

    /** @param cause what the caller is told */
    record Nowhere(HangupCause cause, String reason) implements Route {}
}
