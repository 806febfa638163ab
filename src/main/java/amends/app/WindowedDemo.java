package amends.app;

import amends.acd.AgentState;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Persona;
import amends.simulation.SimulatedCall;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import amends.telephony.LineState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;

/** The demo with its window: whoever sits before it is the agent; customers keep calling until it is closed. */
final class WindowedDemo {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration UNTIL_FIRST_CALL = Duration.ofSeconds(3);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(8);
    /** A customer who is not answered hangs up after this, one who is, talks at most so long. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final Duration RINGS = Duration.ofSeconds(3);
    private static final Duration THINKS = Duration.ofSeconds(6);
    private final DemoHouse house;
    private final Story story;
    private final Locale locale;
    private final Path report;
    private final int calls;
    private final Timekeeper time = Timekeeper.system();
    private DemoSeats seats;
    private DemoWindow window;
    private Desk desk;
    private DemoStage stage;
    private int played;

    /** @param report written anew after each step, so that it is there however the demo ends; null: none */
    WindowedDemo(DemoHouse house, Story story, Locale locale, Path report, int calls) {
        this.house = house;
        this.story = story;
        this.locale = locale;
        this.report = report;
        this.calls = calls;
    }

    void play() throws Exception {
        step("pbx", house::openPbx);
        step("database", house::openStore);
        AudioDevices devices = ChosenSounds.of(house.settings().sound(), house.home.folder());
        Persona.all().forEach(this::isReachable);
        seats = new DemoSeats(house.store().staff(), List.of(DemoHouse.AGENT, DemoHouse.LEAD, DemoHouse.INSPECTOR));
        Optional<StaffMember> seated = Optional.of(house.signIn(DemoHouse.AGENT));
        for (int n = 1; seated.isPresent(); n++) {
            window = new DemoWindow(n == 1 ? locale : null, seats, time);
            String suffix = n == 1 ? "" : "-seat-" + n;
            if (Permission.TAKE_CALLS.isGivenTo(seated.get())) takesCalls(seated.get(), devices, suffix);
            else inspects(seated.get(), devices, suffix);
            seated = seats.next();
        }
    }

    /** Whoever is called back answers; whoever is asked by SMS answers once, each in their own way. */
    private void isReachable(Persona persona) {
        var plan = CallPlan.conversation(persona).atMost(LONGEST);
        house.network().answer(persona, plan, RINGS, () -> CallSteps.UNHEARD);
        house.network().answer(persona.atMobile(), plan, RINGS, () -> CallSteps.UNHEARD);
        boolean english = persona.language().equals("en");
        String answer = switch (persona.temper()) {
            case EXPRESSIVE -> english ? "2 You took far too long" : "2 等得太久了";
            case RESERVED -> english ? "4 thank you" : "4 谢谢";
        };
        house.smsc().willAnswer(persona, THINKS, answer);
    }

    private void takesCalls(StaffMember member, AudioDevices devices, String suffix) throws Exception {
        try (var screen = new PlatformLoop("demo-eyes")) {
            open(member, devices, screen, suffix);
            customersCall();
        } finally {
            if (desk != null) house.leave(desk);
        }
    }

    private void customersCall() throws Exception {
        List<Persona> personas = Persona.all();
        while (!window.isClosed() && (calls == 0 || played < calls)) {
            oneCall(personas.get(played % personas.size()), played + 1);
            played++;
        }
        if (calls == 0) window.awaitClosed();
    }

    private void inspects(StaffMember member, AudioDevices devices, String suffix) throws Exception {
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            step("window" + suffix, () -> {
                seats.opened(window.openOffice(house, member, devices, background));
                return member.name() + " sees the recordings";
            });
            window.awaitClosed();
        }
    }

    private void open(StaffMember member, AudioDevices devices, PlatformLoop screen, String suffix) throws Exception {
        step("sign-in" + suffix, () -> {
            desk = house.openDesk(member, devices);
            stage = new DemoStage(desk, screen, time);
            return desk.member.name() + ", extension " + desk.member.extension();
        });
        step("window" + suffix, () -> {
            seats.opened(window.open(house, desk, devices));
            return "the window is open; " + (devices.trouble().isEmpty() ? "sound works" : devices.trouble());
        });
        step("register" + suffix, () -> {
            Await.until("the registration", SOON, () -> stage.line() instanceof LineState.Registered);
            return "registered with digest authentication";
        });
        step("ready" + suffix, () -> {
            stage.onLoop(() -> desk.session.ready());
            Await.until("the agent being ready", SOON, () -> stage.state() instanceof AgentState.Ready);
            return "the first customer calls in a moment; answer with F2";
        });
        pause(UNTIL_FIRST_CALL);
    }

    private void step(String name, java.util.concurrent.Callable<String> play) throws Exception {
        try {
            story.step(name, play);
        } finally {
            if (report != null) story.write(report);
        }
    }

    private void oneCall(Persona persona, int number) throws Exception {
        awaitOr(() -> stage.state() instanceof AgentState.Ready);
        if (window.isClosed()) return;
        String suffix = number == 1 ? "" : "-" + number;
        stage.expectCall();
        var customer = new SimulatedCall[1];
        step("call" + suffix, () -> {
            customer[0] =
                    house.callsSupport(persona, CallPlan.conversation(persona).atMost(LONGEST), CallSteps.UNHEARD);
            Await.until(
                    "the call ringing at the desk",
                    Duration.ofSeconds(30),
                    () -> stage.newest().isPresent());
            return persona.name() + " calls, from " + persona.number();
        });
        CallId call = stage.newest().orElseThrow();
        step("ring" + suffix, () -> measured("invite_to_ring_ms", stage.ringMillis(call), number));
        step("screen-pop" + suffix, () -> {
            Await.until(
                    "the profile on the screen",
                    SOON,
                    () -> window.isClosed() || window.paintedMillis(call).isPresent());
            if (window.isClosed()) return "the window was closed";
            return measured("invite_to_pop_ms", window.paintedMillis(call).orElseThrow(), number);
        });
        follow(call, suffix);
        if (!customer[0].hasEnded()) customer[0].hangUp();
        pause(BETWEEN_CALLS);
    }

    private String measured(String name, double millis, int number) {
        if (number == 1) story.measure(name, Math.round(millis * 10) / 10.0);
        return "%.1f ms after the INVITE".formatted(millis);
    }

    /** What the agent makes of the call is told as it happens; not to answer is no failure. */
    private void follow(CallId call, String suffix) throws Exception {
        awaitOr(() -> !stage.is(call, ConnectionState.ALERTING));
        if (!stage.is(call, ConnectionState.CONNECTED)) {
            step("not-answered" + suffix, () -> "the call went elsewhere");
            return;
        }
        step("answer" + suffix, () -> "the agent talks with the customer");
        awaitOr(() -> stage.is(call, ConnectionState.NULL));
        step("hang-up" + suffix, () -> window.isClosed() ? "the window was closed" : "time to write up");
        awaitOr(() -> stage.closed(call));
        if (!stage.closed(call)) return;
        step("wrap-up" + suffix, () -> "contact stored");
        recording(call, suffix);
    }

    private void recording(CallId call, String suffix) throws Exception {
        step("recording" + suffix, () -> {
            var of = house.vault().recordings().latest(20).stream()
                    .filter(r -> r.call().equals(call.value()))
                    .findFirst();
            if (of.isEmpty()) return "not recorded";
            Path file = house.vault().vault().path(of.get().file());
            story.measure("recording", file.toString());
            return "sealed: " + file;
        });
    }

    private void awaitOr(java.util.concurrent.Callable<Boolean> so) throws Exception {
        Await.until("the agent", Duration.ofHours(12), () -> window.isClosed() || so.call());
    }

    private void pause(Duration length) throws Exception {
        long end = time.nanos() + length.toNanos();
        awaitOr(() -> time.nanos() >= end);
    }
}
