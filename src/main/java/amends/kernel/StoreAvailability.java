package amends.kernel;

/** Whether the database can be used now. While it cannot, it is tried again and comes back by itself. */
public sealed interface StoreAvailability {
    /** Not tried yet. */
    record Opening() implements StoreAvailability {}

    record Available() implements StoreAvailability {}

    /** @param reason one plain English line for the log; people are told by the problem */
    record Unavailable(Problem problem, String reason) implements StoreAvailability {}

    enum Problem {
        /** Nobody answers at the address, or the connection broke. */
        UNREACHABLE,
        /** The database refuses the user or the password. */
        WRONG_PASSWORD,
        /** The server is there, the database named in the address is not. */
        NO_SUCH_DATABASE,
        /** Another process has the database's file open. */
        IN_USE,
        /** The tables could not be brought to this program's version. */
        MIGRATION_FAILED
    }
}
