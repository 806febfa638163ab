package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.Direction;
import amends.telephony.GuestPart;
import amends.telephony.MediaPlane;
import amends.telephony.Outcome;
import amends.telephony.Party;
import amends.telephony.Reception;
import amends.telephony.Visits;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Visits over SIP: ordinary dialogs by way of any exchange. Owned by the call loop. */
final class SipVisits implements Visits {
    private final Calls calls;
    private final MediaPlane media;
    private final Supplier<Optional<Session>> session;

    /** @param session while the line is registered */
    SipVisits(Calls calls, MediaPlane media, Supplier<Optional<Session>> session) {
        this.calls = calls;
        this.media = media;
        this.session = session;
    }

    @Override
    public void receivedBy(Reception reception) {
        calls.visitors().receivedBy(reception);
    }

    @Override
    public Outcome visit(String extension) {
        Optional<String> user = Destination.user(extension);
        if (user.isEmpty()) return new Outcome.Rejected("neither an extension nor a number");
        return session.get()
                .map(s -> calls.dial(s, user.get(), DialWish.NONE.apart()))
                .orElseGet(() -> new Outcome.Unreachable("the line is not registered"));
    }

    @Override
    public Outcome place(CallId guest, CallId host, GuestPart part) {
        return apart(guest, g -> {
            if (calls.find(host).filter(SipCall::isUp).isEmpty())
                return new Outcome.Rejected("there is no such call any more");
            media.place(guest, host, part);
            return Outcome.ACCEPTED;
        });
    }

    @Override
    public Outcome handOver(CallId host, CallId guest) {
        return apart(
                guest,
                g -> session.get()
                        .flatMap(s -> calls.find(host).map(h -> Moves.connect(s, h, g)))
                        .orElseGet(() -> new Outcome.Rejected("there is no such call any more")));
    }

    @Override
    public Outcome adopt(CallId visit, Party party) {
        return apart(visit, call -> {
            if (!call.isUp()) return new Outcome.Rejected("only an answered call can be taken on");
            var since = calls.time().now();
            call.shownAs(c -> new Call(
                    c.id(), Direction.INBOUND, party, c.state(), since, Optional.of(since), c.muted(), c.marks()));
            calls.visitors().own(visit);
            media.adopt(visit, true);
            calls.publish(new CallEvent.Delivered(call.snapshot()));
            calls.publish(new CallEvent.Established(call.snapshot()));
            return Outcome.ACCEPTED;
        });
    }

    @Override
    public Cancellable onVisit(Consumer<CallEvent> listener) {
        return calls.visitors().onVisit(listener);
    }

    private Outcome apart(CallId visit, Function<SipCall, Outcome> deed) {
        return calls.find(visit)
                .filter(c -> calls.visitors().has(c.id()))
                .map(deed)
                .orElseGet(() -> new Outcome.Rejected("there is no such visit any more"));
    }
}
