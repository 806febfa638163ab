package amends.desktop.signin;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.staff.SignIn;
import amends.staff.StaffMember;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/** Checks login and password away from the screen, and says how it went. On the screen's thread. */
public final class SignInModel extends PresentationModel {
    /** How signing in stands. */
    public sealed interface State {
        record Asking() implements State {}

        record Checking() implements State {}

        record Refused() implements State {}

        record TooSoon(Duration left) implements State {}

        record Unavailable() implements State {}
    }

    private final SignIn signIn;
    private final PostingWork work;
    private final Consumer<StaffMember> welcome;
    private State state = new State.Asking();

    /** @param welcome told once who is in */
    public SignInModel(SignIn signIn, PostingWork work, Consumer<StaffMember> welcome) {
        this.signIn = signIn;
        this.work = work;
        this.welcome = welcome;
    }

    public State state() {
        return state;
    }

    /** @param password wiped when it was checked; a second try while one is checked is ignored */
    public void enter(String login, char[] password) {
        if (state instanceof State.Checking) return;
        become(new State.Checking());
        work.ask(
                () -> signIn.signIn(login.strip(), password),
                result -> {
                    Arrays.fill(password, '\0');
                    answered(result);
                },
                failure -> {
                    Arrays.fill(password, '\0');
                    become(new State.Unavailable());
                });
    }

    private void answered(SignIn.Result result) {
        switch (result) {
            case SignIn.Result.Welcome(var member) -> welcome.accept(member);
            case SignIn.Result.Refused refused -> become(new State.Refused());
            case SignIn.Result.TooSoon(var wait) -> become(new State.TooSoon(wait));
            case SignIn.Result.Unavailable away -> become(new State.Unavailable());
        }
    }

    private void become(State next) {
        state = next;
        changed();
    }
}
