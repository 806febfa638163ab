package amends.kernel;

/** The database cannot be reached or refused the work; nothing of it was kept and it may be tried again. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
