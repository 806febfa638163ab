package amends.pbx;

/** Another program listens there already. */
public final class PortBusy extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int port;
    private final String what;

    /** @param what what the port was wanted for, for instance {@code SIP} */
    public PortBusy(int port, String what, Throwable cause) {
        super("port " + port + " for " + what + " is in use by another program", cause);
        this.port = port;
        this.what = what;
    }

    public int port() {
        return port;
    }

    public String what() {
        return what;
    }
}
