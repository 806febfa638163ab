package amends.recovery;

import java.util.UUID;

/** Something that a person does about a complaint. */
public sealed interface ComplaintDeed {
    record Acknowledge() implements ComplaintDeed {}

    record ReadBack() implements ComplaintDeed {}

    record Assess(Assessment as) implements ComplaintDeed {}

    record Investigate(String words) implements ComplaintDeed {}

    /** The customer was told how it stands. */
    record Tell(String words) implements ComplaintDeed {}

    record Respond(String answer) implements ComplaintDeed {}

    record Close(String words) implements ComplaintDeed {}

    record Reopen(String why) implements ComplaintDeed {}

    /** A week after. */
    record Ask(boolean held, String words) implements ComplaintDeed {}

    record Rate(HandlingRating as) implements ComplaintDeed {}

    record Note(String words) implements ComplaintDeed {}

    record HandOver(UUID to, String words) implements ComplaintDeed {}

    record Escalate(String words) implements ComplaintDeed {}

    /** Writes the sheet for a unit. */
    record Dispatch(String unit, String ask) implements ComplaintDeed {}

    record SendDispatch(UUID dispatch) implements ComplaintDeed {}

    record DispatchAnswered(UUID dispatch, String words) implements ComplaintDeed {}

    record SendDispatchBack(UUID dispatch, String why) implements ComplaintDeed {}

    record AcceptDispatch(UUID dispatch) implements ComplaintDeed {}

    record WithdrawDispatch(UUID dispatch) implements ComplaintDeed {}
}
