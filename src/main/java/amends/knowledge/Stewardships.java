package amends.knowledge;

import java.util.Map;

/** Who answers for which article. Blocks; joins the caller's transaction. */
public interface Stewardships {
    Stewardship of(ArticleId article);

    /** Of those articles of which anything is set. */
    Map<ArticleId, Stewardship> all();

    void set(ArticleId article, Stewardship stewardship);
}
