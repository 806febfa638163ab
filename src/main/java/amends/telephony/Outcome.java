package amends.telephony;

/** What became of a request to the phone or the ACD. Expected, so no exception. */
public sealed interface Outcome {
    record Accepted() implements Outcome {}

    /** It was understood and refused. @param reason for the log and for people, in English */
    record Rejected(String reason) implements Outcome {}

    /** Nobody answered for it. */
    record Unreachable(String reason) implements Outcome {}

    Outcome ACCEPTED = new Accepted();
}
