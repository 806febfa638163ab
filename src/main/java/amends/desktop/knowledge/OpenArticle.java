package amends.desktop.knowledge;

import amends.knowledge.Article;
import amends.knowledge.UsedArticles.How;
import java.util.List;
import java.util.Optional;

/** The article that is read, in the reader's script. @param how it was come by @param sms the part for customers */
public record OpenArticle(Article article, How how, String title, List<MarkdownBlock> body, Optional<String> sms) {
    public OpenArticle {
        body = List.copyOf(body);
    }
}
