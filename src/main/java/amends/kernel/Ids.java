package amends.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes identifiers that sort by the time they were made (UUID version 7, RFC 9562). Any thread. */
public final class Ids {
    private Ids() {}

    /** The same for the same name (version 5): a fact that is seen twice, at two desks, is kept once. */
    public static UUID named(String name) {
        return UuidCreator.getNameBasedSha1("amends:" + name);
    }

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
