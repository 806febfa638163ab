package amends.knowledge;

import java.util.List;
import java.util.Optional;

/** What authors write, before it is published. Blocks; joins the caller's transaction. */
public interface Manuscripts {
    /** The one that is being written for this article. */
    Optional<Manuscript> open(ArticleId article);

    /** Everything that is being written. */
    List<Manuscript> open();

    /** @return false when another one of that article was begun meanwhile */
    boolean begin(Manuscript manuscript);

    /** @return false, and nothing changed, when it no longer stood as {@code before} */
    boolean change(Manuscript before, Manuscript now);
}
