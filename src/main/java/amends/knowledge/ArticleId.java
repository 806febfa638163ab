package amends.knowledge;

/**
 * Which article.
 *
 * @param slug the same in every language the article is written in
 */
public record ArticleId(String slug, ArticleLanguage language) {
    @Override
    public String toString() {
        return language.tag() + "/" + slug;
    }
}
