package amends.knowledge.lucene;

import amends.knowledge.lucene.AskedTerms.Weighed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;

/**
 * A text that is looked for, as weighted terms: one flat query without syntax, so there is nothing that could be typed
 * wrongly. What is beyond the first {@value #MOST_CHARACTERS} characters is not looked at.
 */
final class Question {
    static final int MOST_CHARACTERS = 200;
    /** Lucene refuses queries of more than 1024 clauses, and a term may make two. */
    private static final int MOST_TERMS = 480;
    /** How much a function word counts. */
    private static final float LITTLE = 0.3f;

    /** In which a character of the same sound makes a difference. */
    private static final List<Strand> WRITTEN = List.of(Strand.CHARACTERS, Strand.WORDS, Strand.MEANINGS);

    private final Map<Strand, Map<String, Float>> terms = new EnumMap<>(Strand.class);

    private Question() {}

    static Question of(String text, TextAnalysis analysis) {
        return of(text, Optional.empty(), analysis);
    }

    /** @param put how its characters are meant, where others of the same sound were typed */
    static Question of(String text, Optional<String> put, TextAnalysis analysis) {
        var question = new Question();
        int left = MOST_TERMS;
        String asked = cut(text);
        boolean[] little = analysis.littleSaid(asked);
        for (Map.Entry<Strand, List<Token>> strand : analysis.ofQuestion(asked).entrySet()) {
            var counted = new LinkedHashMap<String, Float>();
            for (Token token : strand.getValue())
                if (counted.containsKey(token.term()) || left-- > 0)
                    counted.merge(token.term(), says(token, little), Float::sum);
            question.terms.put(strand.getKey(), counted);
        }
        put.ifPresent(meant -> question.add(meant, analysis));
        return question;
    }

    /** What was not typed so, but is meant, counts like what was typed. */
    private void add(String meant, TextAnalysis analysis) {
        boolean[] little = analysis.littleSaid(meant);
        Map<Strand, List<Token>> said = analysis.ofQuestion(meant);
        for (Strand strand : WRITTEN) {
            Map<String, Float> typed = terms.computeIfAbsent(strand, s -> new LinkedHashMap<>());
            var counted = new LinkedHashMap<String, Float>();
            for (Token token : said.getOrDefault(strand, List.of()))
                if (!typed.containsKey(token.term())) counted.merge(token.term(), says(token, little), Float::sum);
            typed.putAll(counted);
        }
    }

    private static float says(Token token, boolean[] little) {
        for (int i = token.from(); i < token.to(); i++) if (!little[i]) return 1;
        return token.from() == token.to() ? 1 : LITTLE;
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }

    boolean isEmpty() {
        return terms.values().stream().allMatch(Map::isEmpty);
    }

    /** What is looked for in one strand, with how much it says. */
    Map<String, Float> terms(Strand strand) {
        return terms.getOrDefault(strand, Map.of());
    }

    /** What is looked for in all strands, each with how much it counts. */
    List<Weighed> terms() {
        var all = new ArrayList<Weighed>();
        terms.forEach((strand, counted) -> counted.forEach((term, times) -> {
            float weight = strand.weight * times;
            all.add(new Weighed(new Term(strand.field, term), weight));
            if (asksTitles(strand)) all.add(new Weighed(new Term(strand.titleField(), term), weight * strand.title));
        }));
        return all;
    }

    /** A question in letters has terms of English beside the sounds that they may be. */
    private boolean asksTitles(Strand strand) {
        return strand.title > 0 && (strand != Strand.SOUNDS || terms.containsKey(Strand.STEMS));
    }
}
