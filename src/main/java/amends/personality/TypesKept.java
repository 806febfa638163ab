package amends.personality;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What customers seemed to be when it was last estimated, where reports can count it. Never to be asked where something
 * is offered to anybody. Blocks; joins the caller's transaction.
 */
public interface TypesKept {
    /**
     * @param looked the customers that were estimated now
     * @param shown those of them of whom a type may be shown; the others are not known any more
     */
    void keep(Collection<UUID> looked, Map<UUID, CustomerType> shown, Instant now);

    /** Removes those who agree no longer, or of whom nothing is marked any more. @return how many */
    int forgetOthers();
}
