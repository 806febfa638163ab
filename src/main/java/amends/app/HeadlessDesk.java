package amends.app;

import amends.acd.AgentState;
import amends.contact.ContactKeeping.ContactEvent;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.PopState;
import amends.kernel.PlainText;
import amends.kernel.StoreAvailability;
import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.staff.SignIn;
import amends.staff.StaffMember;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.LineState;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;

/**
 * A desk without a window, for a machine that only takes calls: signs in by itself, is ready whenever it can be, says
 * on the terminal what happens, closes each contact for somebody else to follow up.
 */
final class HeadlessDesk {
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final String NOTE = "answered by a desk without a window";
    private final Desk desk;
    private final CountDownLatch calls;
    private String lineSaid = "";

    private HeadlessDesk(Desk desk, int calls) {
        this.desk = desk;
        this.calls = new CountDownLatch(calls > 0 ? calls : Integer.MAX_VALUE);
    }

    /** @param calls after how many it ends; 0: never by itself */
    static int run(DeskSettings settings, Home home, String login, int calls) throws Exception {
        var time = Timekeeper.system();
        AudioDevices devices = Sounds.of(settings.sound());
        var closing = new Closing();
        try (closing) {
            var entrance = closing.with(Entrance.to(settings, home, time));
            StaffMember member = signIn(settings, home, entrance, login);
            var store = entrance.storeOf(member);
            var vault = closing.with(VaultRoom.open(settings.recording().folder(), home, store, time));
            closing.with(HouseDuties.ofDesk(settings, home, store, time));
            if (devices instanceof AutoCloseable files) closing.with(files);
            var desk = closing.with(Desk.open(settings, store, vault, member, devices, time));
            closing.atExitToo();
            var headless = new HeadlessDesk(desk, calls);
            desk.loop.execute(headless::listen);
            headless.calls.await();
        }
        return Exit.OK;
    }

    private static StaffMember signIn(DeskSettings settings, Home home, Entrance entrance, String login)
            throws Exception {
        if (entrance.shared().isPresent()) await(entrance.shared().get());
        boolean own = settings.database().url().equals(home.databaseUrl());
        if (own)
            entrance.shared().ifPresent(store -> {
                FirstStart.people(store.staff(), store.database());
                store.knowledge().fill(store.database());
            });
        String given = settings.signIn().password().reveal();
        String password = given.isEmpty() && own ? FirstStart.PASSWORD : given;
        return switch (Seating.at(entrance.signIn(), settings).signIn(login, password.toCharArray())) {
            case SignIn.Result.Welcome(var member) -> member;
            case SignIn.Result.Refused refused ->
                throw new Trouble(
                        Exit.UNAVAILABLE,
                        "Signing in as " + login + " was refused: check sign-in.login and sign-in.password, or add"
                                + " the person with 'amends db staff-add'.");
            case SignIn.Result.TooSoon(var wait) ->
                throw new Trouble(
                        Exit.UNAVAILABLE,
                        "Too many wrong passwords for " + login + ": try again in " + wait.toSeconds() + " s.");
            case SignIn.Result.Unavailable away ->
                throw new Trouble(Exit.UNAVAILABLE, "The database went away while signing in: try again.");
            case SignIn.Result.NoPlace none -> throw new Trouble(Exit.BAD_CONFIGURATION, none.why());
        };
    }

    private static void await(StoreRoom store) throws Exception {
        if (store.database().awaitAvailable(Duration.ofSeconds(3))) return;
        say(
                store.database().availability() instanceof StoreAvailability.Unavailable(var problem, var reason)
                        ? "the database does not answer yet: " + reason
                        : "the database does not answer yet: it is being opened");
        Await.until(
                "the database", PATIENCE, () -> store.database().availability() instanceof StoreAvailability.Available);
    }

    /** On the call loop. */
    private void listen() {
        desk.phone.onChange(this::line);
        desk.phone.onCallEvent(this::call);
        desk.contacts.onContact(this::contact);
        desk.session.onState(this::state);
        desk.session.onAcdEvent(event -> {
            switch (event) {
                case amends.acd.AcdEvent.LinkUp up -> say("the distributor is linked");
                case amends.acd.AcdEvent.LinkDown(var reason) -> say("the distributor is away: " + reason);
                default -> {}
            }
        });
        say("signed in as " + desk.member.name() + ", extension " + desk.member.extension());
        desk.seating
                .own()
                .ifPresent(own -> say("this desk's settings (sip.user) register " + desk.seating.user() + "; "
                        + desk.member.name() + "'s own extension is " + own));
        line(desk.phone.state());
        state(desk.session.state());
    }

    /** A registration that is refreshed says nothing new. */
    private void line(LineState state) {
        String now = words(state);
        if (!now.equals(lineSaid)) say(now);
        lineSaid = now;
    }

    private String words(LineState state) {
        return switch (state) {
            case LineState.Registered r -> "registered at the PBX as " + desk.seating.user();
            case LineState.Registering r -> "registering at the PBX";
            case LineState.Unregistered u -> "not registered";
            case LineState.Failing(var problem, var reason, var at) ->
                "the PBX cannot be reached (" + reason + "); next attempt at "
                        + LocalTime.ofInstant(at, ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        };
    }

    private void state(AgentState state) {
        switch (state) {
            case AgentState.NotReady(var reason) -> {
                say("not ready: " + reason);
                // What a lead or the exchange wished stays; only what befell this desk by itself is taken back.
                if (reason == AgentState.Reason.SIGNED_IN || reason == AgentState.Reason.RING_NO_ANSWER)
                    desk.session.ready();
            }
            case AgentState.Ready ready -> say("ready");
            default -> {}
        }
    }

    private void call(CallEvent event) {
        String id = PlainText.line(event.call().id().value(), 80);
        switch (event) {
            case CallEvent.Delivered(var call) ->
                say("call " + id + " rings, from " + call.remote().user());
            case CallEvent.Established e -> say("call " + id + " answered");
            case CallEvent.ConnectionCleared(var call, var cause) -> say("call " + id + " over: " + cause);
            case CallEvent.DigitPressed(var call, var digit) -> say("call " + id + " pressed " + digit);
            default -> {}
        }
    }

    private void contact(ContactEvent event) {
        switch (event) {
            case ContactEvent.CallOver(var contact) -> {
                var call = new CallId(contact.call());
                boolean inside = desk.pop.of(call).orElse(null) instanceof PopState.Colleague;
                desk.contacts.finish(call, new WrapUp(inside ? Disposition.NO_CUSTOMER : Disposition.FOLLOW_UP, NOTE));
                desk.session.finishAfterCallWork();
            }
            case ContactEvent.ContactClosed(var contact) -> {
                say("contact " + contact.id() + " stored, recording "
                        + contact.recording().map(Object::toString).orElse("none"));
                calls.countDown();
            }
            default -> {}
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
