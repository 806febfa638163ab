package amends.compensation;

import amends.kernel.yaml.YamlMistakes;
import java.time.Instant;

/** The policies there were. Blocks; joins the caller's transaction. */
public interface Policies {
    /** The one installed last; the one that comes with the house where none is. */
    CompensationPolicy inForce();

    /** As it was written. */
    String textInForce();

    /**
     * Puts a policy in force, and what it allows where the database's own gate finds it. One of the same name and
     * edition with other words is refused: the ledger names them.
     *
     * @throws YamlMistakes when something is wrong in it
     */
    boolean install(String text, Instant now) throws YamlMistakes;
}
