package amends.kernel;

/** The database answered and refused this work (a rule of its tables was broken); trying it again does not help. */
public final class StoreRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreRefused(String what, Throwable cause) {
        super(what, cause);
    }
}
