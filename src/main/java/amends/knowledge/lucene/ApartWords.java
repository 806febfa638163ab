package amends.knowledge.lucene;

import amends.knowledge.ArticleText;
import amends.knowledge.EverydayWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which words of a question an article does not have. Any thread. */
final class ApartWords {
    private static final int LONGEST_CHINESE = 12;
    private final TextAnalysis analysis;
    private final Folding folding = new Folding();

    ApartWords(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Neither they nor what means the same; function words at their ends are cut off. */
    List<String> of(String question, ArticleText article) {
        String asked = question.length() > Question.MOST_CHARACTERS
                ? question.substring(0, Question.MOST_CHARACTERS)
                : question;
        String whole = String.join(
                "\n",
                article.title(),
                String.join("\n", article.questions()),
                String.join("\n", article.tags()),
                article.body());
        Set<String> meant = meanings(whole);
        var apart = new ArrayList<String>();
        for (String words : Runs.isChinese(asked) ? chinese(asked, folding.fold(whole)) : english(asked, whole))
            if (fits(words)
                    && analysis.ofQuestion(words).getOrDefault(Strand.MEANINGS, List.of()).stream()
                            .map(Token::term)
                            .noneMatch(meant::contains)) apart.add(words);
        return apart;
    }

    private Set<String> meanings(String text) {
        return analysis.places(text, Strand.MEANINGS).stream().map(Token::term).collect(Collectors.toSet());
    }

    private static boolean fits(String words) {
        boolean han = words.chars().anyMatch(c -> Folding.isHan((char) c));
        return words.length() >= (han ? EverydayWords.SHORTEST : 3)
                && words.length() <= (han ? LONGEST_CHINESE : EverydayWords.LONGEST)
                && words.codePoints().anyMatch(Character::isLetter);
    }

    /** What is covered by no pair of characters that the article has. */
    private List<String> chinese(String question, String article) {
        String folded = folding.fold(question);
        boolean[] little = FunctionWords.mark(folded);
        boolean[] has = new boolean[folded.length()];
        for (int i = 0; i + 1 < folded.length(); i++)
            if (article.contains(folded.substring(i, i + 2))) has[i] = has[i + 1] = true;
        var apart = new ArrayList<String>();
        for (Runs.Run run : Runs.of(folded)) {
            if (!run.han()) continue;
            int from = run.from();
            for (int i = run.from(); i <= run.to(); i++) {
                if (i < run.to() && !has[i]) continue;
                int begin = from;
                int end = i;
                while (begin < end && little[begin]) begin++;
                while (end > begin && little[end - 1]) end--;
                if (end > begin) apart.add(folded.substring(begin, end));
                from = i + 1;
            }
        }
        return apart;
    }

    /** Words with none of the article's stems, those that follow one another together. */
    private List<String> english(String question, String article) {
        var stems = new HashSet<String>();
        analysis.places(article, Strand.STEMS).forEach(t -> stems.add(t.term()));
        var apart = new ArrayList<String>();
        int from = -1;
        int to = -1;
        for (Token token : analysis.ofQuestion(question).getOrDefault(Strand.STEMS, List.of())) {
            boolean has = stems.contains(token.term());
            if (from >= 0 && (has || token.from() > to + 1)) {
                apart.add(folding.fold(question.substring(from, to)));
                from = -1;
            }
            if (has) continue;
            if (from < 0) from = token.from();
            to = token.to();
        }
        if (from >= 0) apart.add(folding.fold(question.substring(from, to)));
        return apart;
    }

    /** The beginning of its title without function words, or its first tag. */
    String matter(ArticleText article) {
        String first = article.title().split("[、，,？?。：:；;（(“\"]")[0].strip();
        boolean[] little = FunctionWords.mark(folding.fold(first));
        int from = 0;
        int to = first.length();
        while (from < to && little[from]) from++;
        while (to > from && little[to - 1]) to--;
        String matter = first.substring(from, to).strip();
        int longest = Runs.isChinese(matter) ? LONGEST_CHINESE : EverydayWords.LONGEST;
        if (matter.length() >= EverydayWords.SHORTEST && matter.length() <= longest) return matter;
        return article.tags().stream()
                .filter(t -> t.length() >= EverydayWords.SHORTEST && t.length() <= EverydayWords.LONGEST)
                .findFirst()
                .orElse("");
    }
}
