package amends.kernel.jdbc;

/** Two transactions stood in each other's way; the outermost one is tried again. Never leaves this package's callers. */
final class Contended extends RuntimeException {
    private static final long serialVersionUID = 1;

    Contended(Throwable cause) {
        super("two transactions stood in each other's way", cause);
    }
}
