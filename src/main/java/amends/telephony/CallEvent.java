package amends.telephony;

/** What happened to a call; told on the call loop, in order. {@link #call()} is the call after it happened. */
public sealed interface CallEvent {
    Call call();

    /** An outbound call was begun by the desk. */
    record Originated(Call call) implements CallEvent {}

    /** A call rings: inbound at the desk, or outbound at the far end. */
    record Delivered(Call call) implements CallEvent {}

    record Established(Call call) implements CallEvent {}

    /** The desk holds the far end. */
    record Held(Call call) implements CallEvent {}

    record Retrieved(Call call) implements CallEvent {}

    /** The desk's microphone was muted or unmuted. */
    record MuteChanged(Call call) implements CallEvent {}

    /** What is known of the call besides its state: {@link Call#marks()}. */
    record MarksChanged(Call call) implements CallEvent {}

    /** Another party is at the far end: the exchange connected this call with somebody else ({@link Call#remote()}). */
    record PartyChanged(Call call) implements CallEvent {}

    /** The far end pressed a key (RFC 4733): 0–9, *, #, A–D. */
    record DigitPressed(Call call, char digit) implements CallEvent {}

    /** The call is over, answered or not. */
    record ConnectionCleared(Call call, ClearCause cause) implements CallEvent {}
}
