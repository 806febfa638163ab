package amends.knowledge;

import java.util.Optional;

/** Understands texts: a model of a language that runs on this machine. Any thread but one that must not wait. */
public interface EmbeddingModel {
    /** Understands nothing: articles are found by their words alone. */
    EmbeddingModel NONE = new EmbeddingModel() {
        @Override
        public Optional<String> space(ArticleLanguage language) {
            return Optional.empty();
        }

        @Override
        public Optional<Embedding> embed(String text, ArticleLanguage language) {
            return Optional.empty();
        }
    };

    /** The space in which texts of that language lie; empty when it is not understood on this machine. */
    Optional<String> space(ArticleLanguage language);

    /**
     * Takes milliseconds, by the length of the text; the first time some tenths of a second. Never fails.
     *
     * @param text folded: small letters, simplified characters. What is beyond about 120 words or characters is not read
     * @return empty when it is no text of that language, or the language is not understood on this machine
     */
    Optional<Embedding> embed(String text, ArticleLanguage language);
}
