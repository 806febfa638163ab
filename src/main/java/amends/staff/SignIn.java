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

        /** The password is right, but this desk has no telephone for the person. @param why for who looks after it */
        record NoPlace(Missing missing, String why) implements Result {}
    }

    /** What a person lacks who should bring a telephone. */
    enum Missing {
        /** None is kept with the person, or one that cannot be registered. */
        EXTENSION,
        /** The telephone's password cannot be had. */
        PASSWORD
    }
}
