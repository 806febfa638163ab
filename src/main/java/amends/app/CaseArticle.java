package amends.app;

import amends.knowledge.ArticleDraft;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Validity;
import amends.recovery.RecoveryCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A case as an article that waits for approval. */
final class CaseArticle {
    private CaseArticle() {}

    static ArticleDraft of(RecoveryCase told, Instant at) {
        boolean chinese = told.words().happened().codePoints().anyMatch(Character::isIdeographic);
        String tag = chinese ? "zh" : "en";
        ArticleLanguage language = ArticleLanguage.ofTag(tag).orElse(ArticleLanguage.values()[0]);
        var text = new ArticleText(
                new ArticleId("case-" + told.id(), language),
                told.words().title(),
                List.of(told.words().title()),
                ArticleDraft.CASES,
                told.cause().isEmpty() ? List.of() : List.of(told.cause()),
                Audience.values()[0],
                new Validity(Optional.empty(), Optional.empty()),
                body(told, chinese),
                Optional.empty());
        return new ArticleDraft(told.id(), text, at, Optional.empty());
    }

    private static String body(RecoveryCase told, boolean chinese) {
        var body = new StringBuilder(told.words().done());
        body.append(chinese ? "\n\n## 发生了什么\n" : "\n\n## What had happened\n")
                .append(told.words().happened());
        if (!told.words().learnt().isEmpty())
            body.append(chinese ? "\n\n## 体会\n" : "\n\n## What we learnt\n")
                    .append(told.words().learnt());
        return body.toString();
    }
}
