package amends.desktop.authors;

import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Authoring.Piece;

/** One line of the list of articles. */
sealed interface ArticleLine {
    /** May be empty in one that waits. */
    String title();

    /** As a path; may be empty in one that waits. */
    String category();

    ArticleLanguage language();

    /** @param piece has a text */
    record Kept(Piece piece) implements ArticleLine {
        ArticleText text() {
            return piece.text().orElseThrow();
        }

        ArticleId id() {
            return text().id();
        }

        @Override
        public String title() {
            return text().title();
        }

        @Override
        public String category() {
            return text().category();
        }

        @Override
        public ArticleLanguage language() {
            return id().language();
        }
    }

    /**
     * A new one that cannot be kept yet and waits at this desk.
     *
     * @param number tells it from others that wait
     * @param form as it was left
     */
    record Aside(int number, ArticleForm form) implements ArticleLine {
        @Override
        public String title() {
            return form.title().strip();
        }

        @Override
        public String category() {
            return form.category().strip();
        }

        @Override
        public ArticleLanguage language() {
            return form.language();
        }
    }
}
