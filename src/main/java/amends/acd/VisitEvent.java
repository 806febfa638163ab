package amends.acd;

import amends.telephony.CallId;

/** What happens to a lead's visit. */
sealed interface VisitEvent {
    record Wanted(String extension, VisitMode mode) implements VisitEvent {}

    record Kept(VisitPhase.Granted granted) implements VisitEvent {}

    record NotKept(VisitRefusal why) implements VisitEvent {}

    record Begun(CallId visit) implements VisitEvent {}

    record NotBegun() implements VisitEvent {}

    record Answered() implements VisitEvent {}

    /** What the agent's desk says to a key. */
    record Said(boolean yes) implements VisitEvent {}

    record Late() implements VisitEvent {}

    record Gone() implements VisitEvent {}

    /** The lead goes. */
    record Left() implements VisitEvent {}
}
