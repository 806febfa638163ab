package amends.sip;

/** A session description that cannot be understood, or is refused for what it asks. */
public final class MalformedSdp extends Exception {
    private static final long serialVersionUID = 1;

    /** @param reason one plain line that quotes nothing of the description */
    public MalformedSdp(String reason) {
        super(reason);
    }
}
