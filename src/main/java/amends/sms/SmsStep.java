package amends.sms;

/** What moves an outgoing message on. */
sealed interface SmsStep {
    /** It is handed over now. */
    record Begins() implements SmsStep {}

    /** The network answered with the name that it gave it. */
    record Accepted(String messageId) implements SmsStep {}

    /** The network will never take it. */
    record Refused(String reason) implements SmsStep {}

    /** It surely did not reach anybody, and will be tried again. */
    record PutBack(String reason) implements SmsStep {}

    /** It may have left, and the answer is lost; it will be tried again. */
    record AnswerLost(String reason) implements SmsStep {}

    /** Its time is over, and nobody has it in hand. */
    record TimeIsOver() implements SmsStep {}

    /** Whoever put it out wants it no more. */
    record Withdrawn(String reason) implements SmsStep {}

    /** The network tells what became of it. */
    record Told(SmsGateway.Fate fate, String text) implements SmsStep {}
}
