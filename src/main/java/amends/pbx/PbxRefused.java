package amends.pbx;

import java.util.List;

/** The exchange was told something that it will not start with. Each objection is one plain line. */
public final class PbxRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> objections;

    PbxRefused(List<String> objections) {
        super(String.join("; ", objections));
        this.objections = List.copyOf(objections);
    }

    public List<String> objections() {
        return objections;
    }
}
