package amends.knowledge;

import java.util.List;

/** How the articles in use are doing. Blocks. */
public interface ArticleFacts {
    /** By category, then by name. */
    List<ArticleFact> all();
}
