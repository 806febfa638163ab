package amends.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The articles there are. Blocks; joins the caller's transaction. */
public interface Articles {
    /**
     * Which set of articles this is: the same for every desk on one database, another in another. Whoever keeps a copy
     * by change numbers keeps this with it. Empty until there is a first article.
     */
    Optional<UUID> identity();

    /** The number of the latest change; 0 when there was none. Of two changes the later committed has the greater. */
    long lastChange();

    /** Articles changed after the given change, each once as it now stands, retired ones too, in order of change. */
    List<Article> changedSince(long change, int most);

    /** As it now stands, also when it is retired. */
    Optional<Article> byId(ArticleId id);

    /** Everything that is not retired. */
    List<Article> inUse();

    /** A text as it was in the given version. */
    Optional<ArticleText> version(ArticleId id, int version);

    /** Keeps a new article or a new text of one there is; a retired one is in use again. */
    Article publish(ArticleText text);

    /** Takes an article out of use; nothing happens when it is not in use. */
    void retire(ArticleId id);
}
