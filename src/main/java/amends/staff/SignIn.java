package amends.staff;

/** Lets people in. Blocks: only on virtual threads. */
public interface SignIn {
    Result signIn(String login, char[] password);

    sealed interface Result {
        record Welcome(StaffMember member) implements Result {}

        /** Unknown login or wrong password: told apart to nobody. */
        record Refused() implements Result {}

        record Unavailable() implements Result {}
    }
}
