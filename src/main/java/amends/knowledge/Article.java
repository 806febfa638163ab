package amends.knowledge;

/**
 * An article as it stands in the database.
 *
 * @param version counts the texts this article has had, from 1
 * @param change the number of the latest change: of two articles the one changed later has the greater
 * @param retired whether it was taken out of use; its text stays for contacts in which it was used
 */
public record Article(ArticleText text, int version, long change, boolean retired) {
    public ArticleId id() {
        return text.id();
    }

    public String title() {
        return text.title();
    }
}
