package amends.knowledge;

/** Which flow. @param slug the same in every language the flow is written in */
public record FlowId(String slug, ArticleLanguage language) {
    @Override
    public String toString() {
        return language.tag() + "/" + slug;
    }
}
