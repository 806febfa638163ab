package amends.desktop.phone;

import amends.acd.AnswerRules;
import amends.acd.AutoAnswering;
import amends.acd.GuestFeed;
import amends.acd.GuestSeen;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.media.MediaQuality;
import amends.media.TalkHint;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.CallerNumbers;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import amends.telephony.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The calls at this desk and what the agent can do to them now. */
public final class PhoneModel extends PresentationModel {
    /** How long the end of a call that came to nothing stays on the screen. */
    static final Duration SHOWN = Duration.ofSeconds(8);

    /** Why the last call came to nothing, or broke off. */
    public record Ended(Call call, ClearCause cause) {
        /** Whether it was talked on, and nobody hung up. */
        public boolean isLost() {
            boolean gone = cause == ClearCause.UNREACHABLE || cause == ClearCause.SESSION_EXPIRED;
            return gone && call.answered().isPresent();
        }

        private boolean cameToNothing() {
            return call.answered().isEmpty() && cause != ClearCause.LOCAL_HANGUP;
        }
    }

    private final CallControl calls;
    private final Timekeeper time;
    private final Function<CallId, Optional<MediaQuality.Line>> lineOf;
    private final Map<CallId, Call> live = new LinkedHashMap<>();
    private final Map<CallId, Long> since = new HashMap<>();
    private final MoveModel moves;
    private Optional<GuestSeen> guest = Optional.empty();
    private Function<CallId, Optional<TalkHint>> hintOf = call -> Optional.empty();
    private CallerModel caller = new CallerModel(CallerNumbers.NONE);
    private AutoAnswering answering = AutoAnswering.NONE;
    private Optional<Ended> ended = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private String dialledLast = "";
    private long toldAt;

    /** @param lineOf how good a call's line is now; asked twice a second */
    public PhoneModel(CallControl calls, Timekeeper time, Function<CallId, Optional<MediaQuality.Line>> lineOf) {
        this.calls = calls;
        this.time = time;
        this.lineOf = lineOf;
        for (Call call : calls.calls()) keep(call, true);
        calls.onCallEvent(this::heard);
        moves = new MoveModel(this, calls);
    }

    private void heard(CallEvent event) {
        switch (event) {
            case CallEvent.ConnectionCleared cleared -> forget(cleared);
            case CallEvent.Originated e -> keep(e.call(), true);
            case CallEvent.Delivered e -> keep(e.call(), e.call().direction() == Direction.INBOUND);
            case CallEvent.Established e -> keep(e.call(), true);
            default -> keep(event.call(), false);
        }
        changed();
    }

    private void keep(Call call, boolean restart) {
        live.put(call.id(), call);
        if (restart) since.put(call.id(), time.nanos());
        else since.putIfAbsent(call.id(), time.nanos());
        ended = Optional.empty();
        refusal = Optional.empty();
    }

    private void forget(CallEvent.ConnectionCleared cleared) {
        live.remove(cleared.call().id());
        since.remove(cleared.call().id());
        ended = Optional.of(new Ended(cleared.call(), cleared.cause())).filter(e -> e.cameToNothing() || e.isLost());
        toldAt = time.nanos();
    }

    /** The call the big buttons act on: the one talked on, else one being dialled, held, or ringing. */
    public Optional<Call> primary() {
        return inState(ConnectionState.CONNECTED)
                .or(this::dialled)
                .or(() -> inState(ConnectionState.HOLD))
                .or(this::ringing);
    }

    /** The call that wants to be answered here. */
    public Optional<Call> ringing() {
        return live.values().stream()
                .filter(c -> c.direction() == Direction.INBOUND && c.state() == ConnectionState.ALERTING)
                .findFirst();
    }

    /** How calls are led elsewhere. */
    public MoveModel moves() {
        return moves;
    }

    List<Call> all() {
        return List.copyOf(live.values());
    }

    /** All calls but the primary one. */
    public List<Call> others() {
        var others = new ArrayList<>(live.values());
        primary().ifPresent(others::remove);
        return others;
    }

    private Optional<Call> inState(ConnectionState state) {
        return live.values().stream().filter(c -> c.state() == state).findFirst();
    }

    private Optional<Call> dialled() {
        return live.values().stream()
                .filter(c -> c.direction() == Direction.OUTBOUND && c.answered().isEmpty())
                .findFirst();
    }

    public boolean talking() {
        return primary().filter(c -> c.answered().isPresent()).isPresent();
    }

    /** How long it has rung, or been talked on. */
    public Duration elapsed(Call call) {
        return Duration.ofNanos(time.nanos() - since.getOrDefault(call.id(), time.nanos()));
    }

    /** What the line of a call that is talked on is like; empty on hold, when nothing is to be heard. */
    public Optional<MediaQuality.Line> line(Call call) {
        return call.state() == ConnectionState.CONNECTED ? lineOf.apply(call.id()) : Optional.empty();
    }

    /** Hears of leads who come into calls of this desk. */
    public void know(GuestFeed guests) {
        guests.onGuest(now -> {
            guest = now;
            changed();
        });
    }

    /** @param hintOf what is to be said of a call; asked twice a second */
    public void heeds(Function<CallId, Optional<TalkHint>> hintOf) {
        this.hintOf = hintOf;
    }

    /** @param answering what the desk answers by itself */
    public void answersBy(AutoAnswering answering) {
        this.answering = answering;
    }

    /** Which calls are answered by themselves; empty where none are. */
    public Optional<AnswerRules> byItself() {
        return Optional.of(answering.rules()).filter(r -> !r.isNone());
    }

    /** Whether the call at hand was answered by the desk a moment ago. */
    public boolean answeredByItself() {
        return primary()
                .filter(c -> answering.answered(c.id()) && elapsed(c).compareTo(SHOWN) < 0)
                .isPresent();
    }

    /** What is to be said of how the two of the call at hand speak, while both can. */
    public Optional<TalkHint> hint() {
        return primary()
                .filter(c -> c.state() == ConnectionState.CONNECTED && !c.muted())
                .flatMap(c -> hintOf.apply(c.id()));
    }

    /** The lead who is in a call here. */
    public Optional<GuestSeen> guest() {
        return guest;
    }

    public Optional<Ended> ended() {
        return ended;
    }

    /** Why the phone did not do what was asked; in English, from the phone. */
    public Optional<String> refusal() {
        return refusal;
    }

    /** Answers what rings; a call being talked on is held first. */
    public void answer() {
        ringing().ifPresent(ringing -> {
            inState(ConnectionState.CONNECTED).ifPresent(c -> told(calls.hold(c.id())));
            told(calls.answer(ringing.id()));
        });
    }

    /** Ends the primary call, whichever way fits: hangs up, stops dialling, or refuses what rings. */
    public void hangUp() {
        primary().ifPresent(c -> told(isRinging(c) ? calls.reject(c.id()) : calls.clear(c.id())));
    }

    public void toggleMute() {
        Optional<Call> talked = primary().filter(c -> c.answered().isPresent());
        boolean muted = talked.filter(c -> !c.muted()).isPresent();
        talked.ifPresent(c -> all().stream()
                .filter(a -> a == c || a.marks().inConference() && c.marks().inConference())
                .forEach(a -> told(calls.mute(a.id(), muted))));
    }

    public void toggleHold() {
        primary().ifPresent(c -> {
            if (c.state() == ConnectionState.CONNECTED) told(calls.hold(c.id()));
            if (c.state() == ConnectionState.HOLD) told(calls.retrieve(c.id()));
        });
    }

    /** Holds what is talked on and goes to another call, answering it when it rings. */
    public void switchTo(CallId call) {
        if (ringing().filter(r -> r.id().equals(call)).isPresent()) {
            answer();
            return;
        }
        inState(ConnectionState.CONNECTED).ifPresent(c -> told(calls.hold(c.id())));
        told(calls.retrieve(call));
    }

    /** Goes to the next of the other calls. */
    public void switchNext() {
        others().stream().findFirst().ifPresent(c -> switchTo(c.id()));
    }

    /** Refuses what rings beside the call at hand. */
    public void rejectWaiting() {
        ringing().ifPresent(c -> told(calls.reject(c.id())));
    }

    public void press(char key) {
        primary()
                .filter(c -> c.state() == ConnectionState.CONNECTED)
                .ifPresent(c -> told(calls.sendDigits(c.id(), String.valueOf(key))));
    }

    public void dial(String destination) {
        if (destination.isBlank()) return;
        dialledLast = destination.strip();
        told(calls.dial(dialledLast, caller.chosen()));
    }

    /** @param numbers under which calls may be made */
    public void callsAs(CallerNumbers numbers) {
        caller = new CallerModel(numbers);
    }

    /** Under which number is called. */
    public CallerModel caller() {
        return caller;
    }

    /** What was dialled last, to be dialled again; empty when nothing was. */
    public String dialledLast() {
        return dialledLast;
    }

    public static boolean isRinging(Call call) {
        return call.direction() == Direction.INBOUND && call.state() == ConnectionState.ALERTING;
    }

    /** What became of a request, told later than it was asked. */
    public void refused(Outcome outcome) {
        told(outcome);
    }

    private void told(Outcome outcome) {
        refusal = switch (outcome) {
            case Outcome.Accepted ignored -> Optional.empty();
            case Outcome.Rejected r -> Optional.of(r.reason());
            case Outcome.Unreachable u -> Optional.of(u.reason());
        };
        toldAt = time.nanos();
        if (refusal.isPresent()) changed();
    }

    /** Called every half second. */
    public void tick() {
        boolean old = time.nanos() - toldAt > SHOWN.toNanos();
        if (old && (ended.isPresent() || refusal.isPresent())) {
            ended = Optional.empty();
            refusal = Optional.empty();
            changed();
        } else if (!live.isEmpty()) {
            changed();
        }
    }
}
