package amends.staff;

import java.time.Duration;

/** Lets people in. Blocks: only on virtual threads. */
public interface SignIn {
    /** @param password wiped by the caller; not kept */
    Result signIn(String login, char[] password);

    sealed interface Result {
        record Welcome(StaffMember member) implements Result {}

        /** Unknown login or wrong password: told apart to nobody. */
        record Refused() implements Result {}

        /** Too many wrong passwords: not even looked at before this time has passed. */
        record TooSoon(Duration left) implements Result {}

        record Unavailable() implements Result {}
    }
}
