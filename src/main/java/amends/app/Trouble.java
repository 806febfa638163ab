package amends.app;

/** Something that ends a command, said to the user in one message without a stack trace. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int exitCode;

    Trouble(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    Trouble(int exitCode, String message) {
        this(exitCode, message, null);
    }
}
