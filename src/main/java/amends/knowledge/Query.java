package amends.knowledge;

/**
 * What somebody looks for. Articles of both languages are found, the text itself deciding; an article that is found in
 * both is shown in the one that is read.
 *
 * @param text as typed or pasted: any length, any characters
 * @param reader who will read the answer: what is not for them is not found
 * @param reads the language that the reader reads
 * @param most how many answers are wanted
 */
public record Query(String text, Audience reader, ArticleLanguage reads, int most) {
    public static Query byAgent(String text, ArticleLanguage reads, int most) {
        return new Query(text, Audience.AGENT, reads, most);
    }
}
