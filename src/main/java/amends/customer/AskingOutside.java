package amends.customer;

import amends.customer.OutsideLine.Standing;
import amends.customer.OutsideSource.Question;
import amends.customer.SourceHealth.Event;
import amends.kernel.Cancellable;
import amends.kernel.Loop;
import amends.kernel.PhoneNumber;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.telephony.CallControl;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks other systems about whoever is on the line, after our own profile was told. On the call loop; what blocks runs
 * elsewhere. What was known before is shown at once with its age, what comes is added, and what comes late is kept all
 * the same: shown only while the same customer's call is still there.
 */
public final class AskingOutside implements OutsideFeed {
    private static final Logger LOG = LoggerFactory.getLogger(AskingOutside.class);
    /** Questions to one source that may hang at once. */
    public static final int MOST_IN_FLIGHT = 4;
    /** So long our own database may take to say what was known; then the sources are asked without it. */
    private static final Duration REMEMBERING = Duration.ofSeconds(1);

    private static final int MOST_OVER = 8;

    private final List<OutsideSource> sources;
    private final PageOnPop page;
    private final OutsideKeeping keeping;
    private final Runners runners;
    private final String homeRegion;
    private final Timekeeper time;
    private final Subscribers<CallId> subscribers = new Subscribers<>();
    private final Map<CallId, OutsideCall> calls = new LinkedHashMap<>();
    private final Map<String, SourceHealth> health = new HashMap<>();
    private final Map<String, Integer> inFlight = new HashMap<>();

    /**
     * @param background where the database is asked and pages are opened
     * @param sources where other systems are asked: threads of its own, {@value #MOST_IN_FLIGHT} for each, that may
     *     hang (in a name look-up, say) without keeping anybody else waiting
     */
    public record Runners(Loop loop, Executor background, Executor sources) {}

    public AskingOutside(
            CallControl phone,
            ScreenPop pop,
            List<OutsideSource> sources,
            PageOnPop page,
            OutsideKeeping keeping,
            Runners runners,
            String homeRegion,
            Timekeeper time) {
        this.sources = List.copyOf(sources);
        this.page = page;
        this.keeping = keeping;
        this.runners = runners;
        this.homeRegion = homeRegion;
        this.time = time;
        if (sources.isEmpty() && page.address().isEmpty()) return;
        pop.onPop(this::popped);
        phone.onCallEvent(this::heard);
    }

    @Override
    public List<String> sources() {
        return sources.stream().map(OutsideSource::name).toList();
    }

    @Override
    public List<OutsideLine> of(CallId call) {
        return Optional.ofNullable(calls.get(call))
                .map(one -> List.copyOf(one.lines.values()))
                .orElse(List.of());
    }

    @Override
    public Cancellable onLines(Consumer<CallId> listener) {
        return subscribers.add(listener);
    }

    private void popped(PopState state) {
        Optional<PhoneNumber> shown = state.caller().number(homeRegion);
        switch (state) {
            case PopState.Known known ->
                begin(
                        known.call(),
                        Optional.of(known.profile().id()),
                        shown.or(() -> known.profile().numbers().stream().findFirst()));
            case PopState.Unknown unknown
            when unknown.number().isPresent() -> begin(unknown.call(), Optional.empty(), unknown.number());
            case PopState.Unknown unknown -> {}
            case PopState.Looking looking -> {}
            case PopState.Colleague colleague -> {}
            case PopState.Unavailable away -> {}
        }
    }

    private void heard(CallEvent event) {
        OutsideCall call = calls.get(event.call().id());
        switch (event) {
            case CallEvent.ConnectionCleared cleared when call != null -> end(call);
            default -> {
                if (call != null) openByItself(call, event.call().answered().isPresent());
            }
        }
    }

    private void begin(CallId id, Optional<UUID> customer, Optional<PhoneNumber> number) {
        OutsideCall before = calls.get(id);
        if (before != null && before.customer.equals(customer)) return;
        var call = new OutsideCall(id, customer, number);
        if (before != null) call.takesOver(before);
        calls.put(id, call);
        sources.forEach(source -> call.lines.put(source.name(), OutsideLine.asking(source.name())));
        subscribers.publish(id);
        if (customer.isEmpty()) ask(call, OutsideKeeping.Known.NOTHING);
        else remember(call, customer.get());
    }

    private void remember(OutsideCall call, UUID customer) {
        call.timer = runners.loop().after(REMEMBERING, () -> ask(call, OutsideKeeping.Known.NOTHING));
        runners.background().execute(() -> {
            OutsideKeeping.Known known = keeping.known(customer, systems());
            runners.loop().execute(() -> {
                call.timer.cancel();
                ask(call, known);
            });
        });
    }

    private List<String> systems() {
        return java.util.stream.Stream.concat(
                        sources.stream().map(OutsideSource::idsOf), java.util.stream.Stream.of(page.idsOf()))
                .distinct()
                .toList();
    }

    /** What was known stands there from now on; and every source that may be asked is. Once for each caller. */
    private void ask(OutsideCall call, OutsideKeeping.Known known) {
        known.said().forEach((source, kept) -> call.remembers(source, kept));
        boolean first = !call.asked;
        call.asked = true;
        if (first) {
            call.ids = known.ids();
            sources.forEach(source -> put(source, call, known.agreesToPersonalisation()));
        }
        if (first) openByItself(call, call.answered);
        subscribers.publish(call.id);
    }

    private void put(OutsideSource source, OutsideCall call, boolean agrees) {
        Question question = call.question(source.idsOf());
        SourceHealth now = health.getOrDefault(source.name(), SourceHealth.well());
        if (!source.understands(question) || source.needsConsent() && !agrees) call.stands(source, Standing.NOT_ASKED);
        else if (!now.mayAsk(time.now())) call.stands(source, Standing.RESTING);
        else if (inFlight.getOrDefault(source.name(), 0) >= MOST_IN_FLIGHT) call.stands(source, Standing.LATE);
        else send(source, call, question);
    }

    private void send(OutsideSource source, OutsideCall call, Question question) {
        heal(source, Event.ASKED);
        inFlight.merge(source.name(), 1, Integer::sum);
        Cancellable late = runners.loop().after(source.deadline(), () -> {
            call.stands(source, Standing.LATE);
            subscribers.publish(call.id);
        });
        runners.sources().execute(() -> {
            OutsideAnswer answer = answerOf(source, question);
            runners.loop().execute(() -> {
                late.cancel();
                inFlight.merge(source.name(), -1, Integer::sum);
                answered(source, call, answer);
            });
        });
    }

    /** The text of a failure may hold what was asked, or a secret: only its kind is told. */
    private static OutsideAnswer answerOf(OutsideSource source, Question question) {
        try {
            return source.ask(question);
        } catch (RuntimeException e) {
            LOG.warn("outside {}: {}", source.name(), e.getClass().getSimpleName());
            return new OutsideAnswer.Unreachable(e.getClass().getSimpleName());
        }
    }

    private void heal(OutsideSource source, Event event) {
        SourceHealth before = health.getOrDefault(source.name(), SourceHealth.well());
        SourceHealth after = before.next(event, time.now());
        health.put(source.name(), after);
        if (after instanceof SourceHealth.Resting resting && !(before instanceof SourceHealth.Resting))
            LOG.warn(
                    "outside {}: left in peace for {} s",
                    source.name(),
                    resting.pause().toSeconds());
    }

    private void answered(OutsideSource source, OutsideCall call, OutsideAnswer answer) {
        switch (answer) {
            case OutsideAnswer.Found(var facts) -> said(source, call, Standing.FRESH, facts);
            case OutsideAnswer.Nothing nothing -> said(source, call, Standing.NOBODY, List.of());
            case OutsideAnswer.Late late -> failed(source, call, Standing.LATE, "no answer in time");
            case OutsideAnswer.Unreachable(var why) -> failed(source, call, Standing.UNREACHABLE, why);
        }
        subscribers.publish(call.id);
    }

    private void said(OutsideSource source, OutsideCall call, Standing standing, List<OutsideFact> facts) {
        heal(source, Event.ANSWERED);
        call.says(source, standing, time.now(), facts);
        call.customer.ifPresent(
                customer -> runners.background().execute(() -> keeping.keep(customer, source.name(), facts)));
    }

    private void failed(OutsideSource source, OutsideCall call, Standing standing, String why) {
        LOG.info("call {}: outside {}: {}", call.id, source.name(), why);
        heal(source, Event.FAILED);
        call.stands(source, standing);
    }

    private void end(OutsideCall call) {
        call.over = true;
        var over = calls.values().stream().filter(one -> one.over).toList();
        for (int i = 0; i < over.size() - MOST_OVER; i++) calls.remove(over.get(i).id);
    }

    private void openByItself(OutsideCall call, boolean answered) {
        call.answered |= answered;
        boolean now = switch (page.when()) {
            case RINGING -> true;
            case ANSWERED -> call.answered;
            case BY_HAND -> false;
        };
        if (!now || !call.asked || call.over || call.opened || !hasPage(call.id)) return;
        call.opened = true;
        openPage(call.id);
    }

    @Override
    public boolean hasPage(CallId call) {
        OutsideCall one = calls.get(call);
        return one != null
                && page.address()
                        .flatMap(address -> address.filled(one.question(page.idsOf())))
                        .isPresent();
    }

    @Override
    public void openPage(CallId call) {
        OutsideCall one = calls.get(call);
        if (one == null) return;
        page.address()
                .flatMap(address -> address.filled(one.question(page.idsOf())))
                .ifPresent(
                        uri -> runners.background().execute(() -> page.opener().accept(uri)));
    }
}
