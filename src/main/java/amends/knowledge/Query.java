package amends.knowledge;

import java.util.Optional;

/**
 * What somebody looks for. Articles of both languages are found, the text itself deciding; an article that is found in
 * both is shown in the one that is read.
 *
 * @param text as typed or pasted: any length, any characters
 * @param reader who will read the answer: what is not for them is not found
 * @param reads the language that the reader reads
 * @param most how many answers are wanted
 * @param within what answers are narrowed down to
 */
public record Query(String text, Audience reader, ArticleLanguage reads, int most, Within within) {
    /** @param category with all below it @param tag whatever its case @param language in which alone */
    public record Within(
            Optional<String> category,
            Optional<String> tag,
            Optional<Audience> audience,
            Optional<ArticleLanguage> language) {
        public static final Within EVERYTHING =
                new Within(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Query(String text, Audience reader, ArticleLanguage reads, int most) {
        this(text, reader, reads, most, Within.EVERYTHING);
    }

    public static Query byAgent(String text, ArticleLanguage reads, int most) {
        return new Query(text, Audience.AGENT, reads, most);
    }
}
