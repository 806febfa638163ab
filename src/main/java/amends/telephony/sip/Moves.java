package amends.telephony.sip;

import amends.telephony.CallId;
import amends.telephony.Connection;
import amends.telephony.Outcome;
import amends.telephony.Party;
import amends.telephony.Transfer;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.SipException;
import javax.sip.address.SipURI;

/** How calls are passed on (RFC 3515, 3891, 5589). Owned by the call loop. */
final class Moves {
    private Moves() {}

    /** Passes the call on unheard. @param user fit for a URI */
    static Outcome transfer(Session session, SipCall call, String user) {
        if (!isTalked(call)) return new Outcome.Rejected("only an answered call can be passed on");
        try {
            Account account = session.account();
            SipURI to = session.messages().uri(account.dialled(user), account.domain(), -1);
            return refer(session, call, new Party(user.replace("%23", "#"), ""), Optional.empty(), to.toString());
        } catch (ParseException e) {
            return new Outcome.Rejected("neither an extension nor a number");
        }
    }

    /** Connects the parties of both calls. */
    static Outcome connect(Session session, SipCall call, SipCall consulted) {
        if (call == consulted) return new Outcome.Rejected("a call cannot be connected with itself");
        if (!isTalked(call) || !isTalked(consulted))
            return new Outcome.Rejected("both parties must have answered before they can be connected");
        if (consulted.isMoving()) return new Outcome.Rejected("the call is being passed on already");
        Optional<String> taking = consulted.dialog().replaced();
        if (taking.isEmpty()) return new Outcome.Rejected("there is no such call any more");
        return refer(session, call, consulted.snapshot().remote(), Optional.of(consulted), taking.get());
    }

    private static Outcome refer(Session session, SipCall call, Party to, Optional<SipCall> consulted, String referTo) {
        if (call.isMoving()) return new Outcome.Rejected("the call is being passed on already");
        Optional<CallId> other = consulted.map(SipCall::id);
        var referral = new Referral(session, call, Transfer.asked(to, other), consulted);
        try {
            call.moves(referral);
            consulted.ifPresent(c -> c.movesWith(referral));
            referral.send(referTo);
            return Outcome.ACCEPTED;
        } catch (SipException e) {
            return new Outcome.Rejected("there is no such call any more");
        }
    }

    private static boolean isTalked(SipCall call) {
        return switch (call.connection()) {
            case Connection.Connected _, Connection.Holding _, Connection.Held _, Connection.Retrieving _ -> true;
            default -> false;
        };
    }
}
