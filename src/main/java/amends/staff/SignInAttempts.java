package amends.staff;

import java.time.Instant;

/** The sign-ins that failed, shared by all desks on one database. Blocks; joins the caller's transaction. */
public interface SignInAttempts {
    /** What is remembered of a login, existing or not. @param failures since the last success */
    record Tally(int failures, Instant last) {}

    Tally of(String login);

    /** Counted before the password is looked at, so that attempts at once do not slip past each other. */
    void count(String login, Instant at);

    /** The right password was given. */
    void clear(String login);

    /** Forgets what is older. */
    void forget(Instant before);
}
