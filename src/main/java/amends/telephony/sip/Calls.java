package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.sip.SessionDescription;
import amends.sip.SipMessages;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.Connection;
import amends.telephony.ConnectionSignal;
import amends.telephony.Direction;
import amends.telephony.MediaLeg;
import amends.telephony.MediaPlane;
import amends.telephony.Outcome;
import amends.telephony.Party;
import amends.telephony.SelfAnswer;
import amends.telephony.ShownAs;
import gov.nist.javax.sip.header.extensions.ReplacesHeader;
import java.io.IOException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls there are, oldest first, and how they come to be. Owned by the call loop. */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    /** An agent talks to one, holds another, hears a third ring; more is a fault or an attack. */
    private static final int MOST = 8;

    private final MediaPlane media;
    private final Conference conference;
    private final Visitors visitors = new Visitors();
    private final Timekeeper time;
    private final Map<CallId, SipCall> byId = new LinkedHashMap<>();
    private SelfAnswer selfAnswer = SelfAnswer.NEVER;
    private final Subscribers<CallEvent> listeners = new Subscribers<>();
    private final Doubt doubt;

    /** @param doubt told when a call says that the server may be gone */
    Calls(MediaPlane media, Timekeeper time, Doubt doubt) {
        this.doubt = doubt;
        this.media = media;
        this.time = time;
        this.conference = new Conference(media);
    }

    Cancellable onEvent(Consumer<CallEvent> listener) {
        return listeners.add(listener);
    }

    Optional<SipCall> find(CallId id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean any() {
        return !byId.isEmpty();
    }

    List<Call> snapshots() {
        return byId.values().stream()
                .filter(c -> !visitors.has(c.id()))
                .map(SipCall::snapshot)
                .toList();
    }

    void answeredBy(SelfAnswer answer) {
        selfAnswer = answer;
    }

    Visitors visitors() {
        return visitors;
    }

    Timekeeper time() {
        return time;
    }

    Conference conference() {
        return conference;
    }

    /** The agent turns to one call: whoever else is talked with is put on hold, but for those in its conference. */
    void turnTo(Optional<SipCall> one) {
        boolean together = one.filter(conference::has).isPresent();
        for (SipCall other : List.copyOf(byId.values())) {
            boolean aside = visitors.has(other.id())
                    || one.filter(c -> c == other).isPresent()
                    || together && conference.has(other);
            if (!aside && other.connection() instanceof Connection.Connected)
                other.signal(new ConnectionSignal.HoldWanted());
        }
    }

    /** This machine is reached at another address: every far end is told where the audio goes now. */
    void moved() {
        List.copyOf(byId.values()).forEach(call -> call.changes().moved());
    }

    /** A response came to what we asked: where it comes from, the server is on the way. */
    void serverAnswered() {
        doubt.answered();
    }

    /** The server was away, or may have been: what it does not know any more is over. */
    void confirm() {
        List.copyOf(byId.values()).forEach(call -> call.life().confirm());
    }

    void clearAll() {
        List.copyOf(byId.values()).forEach(call -> call.signal(new ConnectionSignal.ClearWanted()));
    }

    /** Takes an INVITE that {@link Admission} has nothing against. */
    void ring(Session session, ServerTransaction transaction, Optional<SessionDescription> offer) {
        Request request = transaction.getRequest();
        var id = new CallId(((CallIdHeader) request.getHeader(CallIdHeader.NAME)).getCallId());
        SipMessages messages = session.messages();
        String tag = messages.token();
        var invite = new InboundInvite(session, transaction, request, offer, tag, false);
        Optional<SipCall> replaced = Optional.empty();
        if (request.getHeader("Replaces") instanceof ReplacesHeader replaces) {
            replaced = byId.values().stream()
                    .filter(c -> c.isUpAs(replaces.getCallId(), replaces.getToTag(), replaces.getFromTag()))
                    .findFirst();
            if (replaced.isEmpty()) {
                invite.refuse(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
                return;
            }
        }
        if (byId.size() >= MOST || byId.containsKey(id)) {
            invite.refuse(Response.BUSY_HERE);
            return;
        }
        AnswerWish wish = AnswerWish.of(request);
        Party caller = CallerName.of(request);
        if (wish.required() && replaced.isEmpty() && !selfAnswer.answers(id, caller)) {
            invite.forbid("automatic answer forbidden");
            return;
        }
        try {
            var callMedia = new CallMedia(media.open(id), session.random().nextLong(Long.MAX_VALUE));
            if (offer.isPresent() && !callMedia.canAnswer(offer.get())) {
                invite.refuse(callMedia.objection(offer.get()));
                callMedia.leg().close();
                return;
            }
            var call = new SipCall(session, id, Direction.INBOUND, caller, callMedia, this::tell, doubt);
            call.mark(marks -> marks.from(CallerName.referrer(request))
                    .answeredWithin(wish.within())
                    .answeredByAgent(wish.byAgent())
                    .chosen(MenuHeader.of(request)));
            keep(call);
            if (replaced.isPresent()) {
                call.begin(invite);
                call.takeOver(replaced.get());
            } else {
                media.apart(id);
                visitors.receive(call, invite, session, () -> rings(call, invite), () -> enters(call));
            }
        } catch (IOException e) {
            LOG.warn("no media for a call: {}", e.getMessage());
            invite.refuse(Response.SERVER_INTERNAL_ERROR);
        }
    }

    private void rings(SipCall call, InboundInvite invite) {
        media.adopt(call.id(), true);
        invite.ringing();
        publish(new CallEvent.Delivered(call.snapshot()));
    }

    private void enters(SipCall guest) {
        byId.values().stream()
                .filter(c -> c.isUp() && !visitors.has(c.id()))
                .reduce((earlier, later) -> later)
                .ifPresent(guest::speakLike);
        guest.signal(new ConnectionSignal.Answered());
    }

    /** @param user fit for a URI */
    Outcome dial(Session ours, String user, DialWish wish) {
        if (byId.size() >= MOST) return new Outcome.Rejected("there are " + MOST + " calls already");
        ShownAs shown = Destination.isOutside(user, ours.account().user()) ? wish.shown() : ShownAs.OWN;
        Session session = shown.equals(ShownAs.WITHHELD) ? ours.withheld() : ours;
        CallIdHeader callId = session.messages().newCallId();
        var id = new CallId(callId.getCallId());
        try {
            Request invite = invite(session, user, callId, shown);
            say(session, invite, wish);
            MediaLeg leg = media.open(id);
            var callMedia = new CallMedia(leg, session.random().nextLong(Long.MAX_VALUE));
            var callee = new Party(user.replace("%23", "#"), "");
            if (wish.isApart()) {
                visitors.goes(id);
                media.apart(id);
                // In the ear of who visits, but recorded by nobody.
                media.adopt(id, false);
            }
            keep(new SipCall(session, id, Direction.OUTBOUND, callee, callMedia, this::tell, doubt))
                    .begin(invite);
            return Outcome.ACCEPTED;
        } catch (IOException e) {
            return new Outcome.Unreachable("no media for a call: " + e.getMessage());
        } catch (ParseException | SipException e) {
            return new Outcome.Rejected("neither an extension nor a number");
        }
    }

    private static Request invite(Session session, String user, CallIdHeader id, ShownAs shown)
            throws ParseException, SipException {
        Account account = session.account();
        SipMessages messages = session.messages();
        String dialled = account.dialled(user);
        SipURI target = messages.uri(dialled, account.domain(), -1);
        var line = new CallerLine(messages, account);
        var to = messages.address("", messages.uri(dialled, account.domain(), -1));
        Request request = messages.request(Request.INVITE, target, line.from(shown), to, id, 1, account.transport());
        line.write(request, shown);
        request.addHeader(session.contact());
        return request;
    }

    private static void say(Session session, Request invite, DialWish wish) throws ParseException {
        var headers = session.messages().headers();
        if (wish.replaces().isPresent())
            invite.addHeader(headers.createHeader("Replaces", wish.replaces().get()));
        if (wish.referredBy().isPresent())
            invite.addHeader(
                    headers.createHeader("Referred-By", wish.referredBy().get()));
    }

    private SipCall keep(SipCall call) {
        byId.put(call.id(), call);
        return call;
    }

    private void tell(CallEvent event) {
        if (event instanceof CallEvent.ConnectionCleared) {
            SipCall gone = byId.remove(event.call().id());
            if (gone != null) conference.left(gone);
        }
        if (!visitors.heard(event)) publish(event);
    }

    void publish(CallEvent event) {
        listeners.publish(event);
    }
}
