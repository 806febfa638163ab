package amends.acd;

/** Who of the leads is in a call of this desk. @param lead their name @param call the Call-ID */
public record GuestSeen(String lead, String call, VisitMode mode) {}
