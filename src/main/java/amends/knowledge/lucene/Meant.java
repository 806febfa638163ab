package amends.knowledge.lucene;

import java.util.Optional;

/**
 * What somebody means who asks something.
 *
 * @param put how its characters are meant, folded, where others of the same sound were typed
 * @param near how near articles are to what it means
 */
record Meant(Optional<String> put, Nearness near) {
    static final Meant NOTHING = new Meant(Optional.empty(), Nearness.NONE);

    /** As it was typed. */
    static Meant as(Nearness near) {
        return new Meant(Optional.empty(), near);
    }
}
