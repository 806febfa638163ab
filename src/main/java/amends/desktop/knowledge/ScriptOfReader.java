package amends.desktop.knowledge;

import amends.desktop.look.Language;
import amends.knowledge.Article;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Hit;
import amends.knowledge.Marked;
import amends.knowledge.Marked.Mark;
import amends.knowledge.ReadersScript;
import amends.knowledge.Suggestion;
import amends.knowledge.UsedArticles.How;
import java.util.ArrayList;
import java.util.List;

/** Puts answers into the script of whoever reads them. Away from the screen: the first time takes a moment. */
record ScriptOfReader(Language language, ReadersScript script) {
    ArticleLanguage reads() {
        return language == Language.EN ? ArticleLanguage.EN : ArticleLanguage.ZH_CN;
    }

    private boolean isTraditional(Article article) {
        return language == Language.ZH_TW && article.id().language() == ArticleLanguage.ZH_CN;
    }

    AnswerRow row(Hit hit) {
        return new AnswerRow(
                hit.article(), shown(hit.article(), hit.title()), shown(hit.article(), hit.excerpt()), List.of());
    }

    AnswerRow row(Suggestion suggestion) {
        AnswerRow row = row(suggestion.hit());
        return new AnswerRow(row.article(), row.title(), row.excerpt(), suggestion.because());
    }

    OpenArticle open(Article article, How how) {
        return new OpenArticle(
                article,
                how,
                shown(article, article.title()),
                MarkdownBlock.of(shown(article, article.text().body())),
                article.text().sms().map(sms -> shown(article, sms)));
    }

    /** Words that articles have. */
    String words(String plain) {
        return language == Language.ZH_TW ? script.inTraditional(plain) : plain;
    }

    String title(Article article) {
        return shown(article, article.title());
    }

    private String shown(Article article, String text) {
        return isTraditional(article) ? script.inTraditional(text) : text;
    }

    /** Piece by piece, since words may be of another length in the other script. */
    private Marked shown(Article article, Marked marked) {
        if (!isTraditional(article)) return marked;
        var text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int from = 0;
        for (Mark mark : marked.marks()) {
            text.append(script.inTraditional(marked.text().substring(from, mark.from())));
            int begin = text.length();
            text.append(script.inTraditional(marked.text().substring(mark.from(), mark.to())));
            marks.add(new Mark(begin, text.length()));
            from = mark.to();
        }
        text.append(script.inTraditional(marked.text().substring(from)));
        return new Marked(text.toString(), marks);
    }
}
