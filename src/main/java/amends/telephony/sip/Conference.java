package amends.telephony.sip;

import amends.telephony.CallId;
import amends.telephony.Connection;
import amends.telephony.ConnectionSignal;
import amends.telephony.MediaPlane;
import amends.telephony.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Two calls whose parties and the agent hear each other, mixed at this desk. Owned by the call loop. */
final class Conference {
    private final MediaPlane media;
    private final Set<SipCall> members = new LinkedHashSet<>();

    Conference(MediaPlane media) {
        this.media = media;
    }

    boolean has(SipCall call) {
        return members.contains(call);
    }

    /** Brings two answered calls together; who is on hold is taken back. */
    Outcome begin(SipCall one, SipCall other) {
        if (!members.isEmpty()) return new Outcome.Rejected("there is a conference already");
        if (one == other || !one.isUp() || !other.isUp())
            return new Outcome.Rejected("both parties must have answered before they can be brought together");
        members.addAll(List.of(one, other));
        for (SipCall member : members) {
            if (member.connection() instanceof Connection.Held) member.signal(new ConnectionSignal.RetrieveWanted());
            member.mark(marks -> marks.conferring(true));
        }
        mix();
        return Outcome.ACCEPTED;
    }

    /** Takes one out and holds it; with the other the agent goes on alone. */
    Outcome part(SipCall call) {
        if (!has(call)) return new Outcome.Rejected("the call is in no conference");
        end();
        if (call.connection() instanceof Connection.Connected) call.signal(new ConnectionSignal.HoldWanted());
        return Outcome.ACCEPTED;
    }

    /** A call is over. */
    void left(SipCall call) {
        if (has(call)) end();
    }

    private void end() {
        List<SipCall> were = List.copyOf(members);
        members.clear();
        mix();
        were.forEach(member -> member.mark(marks -> marks.conferring(false)));
    }

    private void mix() {
        Set<CallId> ids = members.stream().map(SipCall::id).collect(Collectors.toSet());
        media.conference(ids);
    }
}
