package amends.desktop.signin;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.staff.SignIn;
import amends.staff.StaffMember;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks login and password away from the screen, and says how it went. On the screen's thread. */
public final class SignInModel extends PresentationModel {
    /** How signing in stands. */
    public sealed interface State {
        /** Nobody is let in yet: who sat here before is not out. */
        record Leaving() implements State {}

        record Asking() implements State {}

        record Checking() implements State {}

        record Refused() implements State {}

        /** @param left never nothing */
        record TooSoon(Duration left) implements State {}

        record Unavailable() implements State {}

        record NoPlace(SignIn.Missing missing) implements State {}
    }

    private final PostingWork work;
    private final Consumer<StaffMember> welcome;
    private final Timekeeper time;
    private Optional<SignIn> signIn = Optional.empty();
    private State state = new State.Asking();
    /** When a login that was slowed down is looked at again, by the monotonic clock. */
    private long until;

    /** @param welcome told once who is in */
    public SignInModel(PostingWork work, Timekeeper time, Consumer<StaffMember> welcome) {
        this.work = work;
        this.time = time;
        this.welcome = welcome;
    }

    public State state() {
        return state;
    }

    /** Until there is a door: who sat here before is being signed out. */
    public void leaves() {
        become(new State.Leaving());
    }

    /** From now on people are let in. @param door who lets them in */
    public void opens(SignIn door) {
        signIn = Optional.of(door);
        become(new State.Asking());
    }

    /** @param password wiped when it was checked; a second try while one is checked, or nobody is let in, is ignored */
    public void enter(String login, char[] password) {
        if (signIn.isEmpty() || state instanceof State.Checking) return;
        SignIn door = signIn.get();
        become(new State.Checking());
        work.ask(
                () -> door.signIn(login.strip(), password),
                result -> {
                    Arrays.fill(password, '\0');
                    answered(result);
                },
                failure -> {
                    Arrays.fill(password, '\0');
                    become(new State.Unavailable());
                });
    }

    /** Every second while it is too soon: what is left becomes less, and at its end it may be tried again. */
    public void tick() {
        if (!(state instanceof State.TooSoon)) return;
        Duration left = Duration.ofNanos(until - time.nanos());
        become(left.isPositive() ? new State.TooSoon(left) : new State.Asking());
    }

    private void answered(SignIn.Result result) {
        switch (result) {
            case SignIn.Result.Welcome(var member) -> welcome.accept(member);
            case SignIn.Result.Refused refused -> become(new State.Refused());
            case SignIn.Result.TooSoon(var wait) -> {
                until = time.nanos() + wait.toNanos();
                become(new State.TooSoon(wait));
            }
            case SignIn.Result.Unavailable away -> become(new State.Unavailable());
            case SignIn.Result.NoPlace(var missing, var why) -> become(new State.NoPlace(missing));
        }
    }

    private void become(State next) {
        state = next;
        changed();
    }
}
