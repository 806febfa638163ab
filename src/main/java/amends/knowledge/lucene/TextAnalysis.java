package amends.knowledge.lucene;

import amends.knowledge.EverydayWords;
import amends.knowledge.lucene.Runs.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Turns text into terms, strand by strand. The language is seen from each text, so the same serves articles and
 * questions in either, and mixtures. Any thread.
 */
final class TextAnalysis implements AutoCloseable {
    private static final int LONGEST_TERM = 64;
    private final Folding folding = new Folding();
    private final Sounds sounds = new Sounds();
    private final Meanings meanings = Meanings.shipped(folding, sounds);
    private volatile House house = new House(EverydayWords.NONE, meanings.house(List.of(), folding));
    private final Analyzer words = new SmartChineseAnalyzer();
    private final Analyzer stems = new EnglishAnalyzer();

    private record House(EverydayWords words, Meanings meanings) {}

    /** From now on the house's own words count, too: in every text that is looked at. */
    void use(EverydayWords words) {
        house = new House(words, meanings.house(words.entries(), folding));
    }

    /** Those that count now. */
    EverydayWords words() {
        return house.words();
    }

    /** What a folded text means, by the program's words and the house's. */
    private List<Token> meanings(String folded) {
        return joined(meanings.in(folded), house.meanings().in(folded));
    }

    private static List<Token> joined(List<Token> shipped, List<Token> house) {
        if (house.isEmpty()) return shipped;
        var all = new LinkedHashSet<>(shipped);
        all.addAll(house);
        return List.copyOf(all);
    }

    /** What an article says. */
    Map<Strand, List<Token>> ofArticle(String text) {
        return Runs.isChinese(text) ? chinese(text) : english(text);
    }

    /** What a part of an article says that counts apart, in those strands alone in which it does. */
    Map<Strand, List<Token>> ofTitle(String text) {
        var tokens = new EnumMap<Strand, List<Token>>(Strand.class);
        if (!Runs.isChinese(text)) return tokens;
        String folded = folding.fold(text);
        tokens.put(Strand.CHARACTERS, characters(folded));
        tokens.put(Strand.MEANINGS, meanings(folded));
        return tokens;
    }

    /** Which characters of a question say little of what it is about. */
    boolean[] littleSaid(String question) {
        return FunctionWords.mark(folding.fold(question));
    }

    /** Where in a text what can be marked: all strands of an article but the words, which the characters hold too. */
    Map<Strand, List<Token>> places(String text) {
        if (!Runs.isChinese(text)) return english(text);
        String folded = folding.fold(text);
        var tokens = new EnumMap<Strand, List<Token>>(Strand.class);
        tokens.put(Strand.CHARACTERS, characters(folded));
        tokens.put(Strand.SOUNDS, sounds(folded));
        tokens.put(Strand.MEANINGS, meanings(folded));
        return tokens;
    }

    /** What a question says: an English word is looked for in both languages, and letters may be sounds. */
    Map<Strand, List<Token>> ofQuestion(String text) {
        String folded = folding.fold(text);
        if (text.chars().anyMatch(c -> Folding.isHan((char) c))) {
            Map<Strand, List<Token>> tokens = chinese(text);
            tokens.put(
                    Strand.MEANINGS,
                    joined(meanings.inQuestion(folded), house.meanings().inQuestion(folded)));
            tokens.remove(Strand.INITIALS);
            return tokens;
        }
        Map<Strand, List<Token>> tokens = english(text);
        List<String> syllables = syllables(folded);
        tokens.put(Strand.CHARACTERS, characters(folded));
        tokens.put(Strand.SOUNDS, spelled(syllables));
        tokens.put(
                Strand.MEANINGS,
                joined(
                        joined(meanings.spelled(syllables), house.meanings().spelled(syllables)),
                        house.meanings().inQuestion(folded)));
        tokens.put(Strand.INITIALS, initials(folded));
        return tokens;
    }

    private Map<Strand, List<Token>> chinese(String text) {
        String folded = folding.fold(text);
        var tokens = new EnumMap<Strand, List<Token>>(Strand.class);
        tokens.put(Strand.CHARACTERS, characters(folded));
        tokens.put(Strand.WORDS, by(words, folded));
        tokens.put(Strand.SOUNDS, sounds(folded));
        tokens.put(Strand.MEANINGS, meanings(folded));
        tokens.put(Strand.INITIALS, initials(folded));
        return tokens;
    }

    private Map<Strand, List<Token>> english(String text) {
        var tokens = new EnumMap<Strand, List<Token>>(Strand.class);
        String folded = folding.fold(text);
        tokens.put(Strand.STEMS, by(stems, folded));
        tokens.put(Strand.LETTERS, letters(folded));
        if (!house.meanings().isEmpty())
            tokens.put(Strand.MEANINGS, house.meanings().in(folded));
        return tokens;
    }

    private static List<Token> characters(String folded) {
        var tokens = new ArrayList<Token>();
        for (Run run : Runs.of(folded)) {
            if (!run.han()) {
                tokens.add(token(folded, run.from(), Math.min(run.to(), run.from() + LONGEST_TERM)));
                continue;
            }
            for (int i = run.from(); i < run.to(); i++) {
                tokens.add(token(folded, i, i + 1));
                if (i + 1 < run.to()) tokens.add(token(folded, i, i + 2));
            }
        }
        return tokens;
    }

    private static Token token(String text, int from, int to) {
        return new Token(text.substring(from, to), from, to);
    }

    private List<Token> sounds(String folded) {
        var tokens = new ArrayList<Token>();
        for (Run run : Runs.of(folded)) {
            if (!run.han()) continue;
            for (int i = run.from(); i < run.to(); i++) {
                String sound = sounds.of(folded, i);
                String next = i + 1 < run.to() ? sounds.of(folded, i + 1) : null;
                if (sound == null) continue;
                tokens.add(new Token(sound, i, i + 1));
                if (next != null) tokens.add(new Token(sound + " " + next, i, i + 2));
            }
        }
        return tokens;
    }

    /** Letters that can be read as syllables throughout, two at least; a word of English here and there can be too. */
    private List<String> syllables(String folded) {
        var syllables = new ArrayList<String>();
        for (Run run : Runs.of(folded)) {
            String letters = folded.substring(run.from(), Math.min(run.to(), run.from() + LONGEST_TERM));
            List<String> cut = sounds.cut(letters);
            if (cut.isEmpty()) return List.of();
            syllables.addAll(cut);
        }
        return syllables.size() < 2 ? List.of() : syllables;
    }

    private static List<Token> spelled(List<String> syllables) {
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < syllables.size(); i++) {
            tokens.add(new Token(syllables.get(i), 0, 0));
            if (i + 1 < syllables.size()) tokens.add(new Token(syllables.get(i) + " " + syllables.get(i + 1), 0, 0));
        }
        return tokens;
    }

    /** First letters, with letters and digits as they are: 银行卡 is found by {@code yhk}. */
    private List<Token> initials(String folded) {
        var tokens = new ArrayList<Token>();
        var row = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            String sound = i < folded.length() ? sounds.of(folded, i) : null;
            if (sound != null) row.append(sound.charAt(0));
            else if (c < 128 && Character.isLetterOrDigit(c)) row.append(c);
            else if (!row.isEmpty()) {
                rows(row, i - row.length(), tokens);
                row.setLength(0);
            }
        }
        return tokens;
    }

    private static void rows(CharSequence row, int from, List<Token> tokens) {
        for (int length = 3; length <= 4; length++)
            for (int i = 0; i + length <= row.length(); i++)
                tokens.add(new Token(row.subSequence(i, i + length).toString(), from + i, from + i + length));
    }

    private static List<Token> letters(String folded) {
        var tokens = new ArrayList<Token>();
        for (Run run : Runs.of(folded)) {
            if (run.han()) continue;
            int to = Math.min(run.to(), run.from() + LONGEST_TERM);
            for (int length = 3; length <= 4; length++)
                for (int i = run.from(); i + length <= to; i++) tokens.add(token(folded, i, i + length));
        }
        return tokens;
    }

    private static List<Token> by(Analyzer analyzer, String text) {
        var tokens = new ArrayList<Token>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken())
                if (term.length() <= LONGEST_TERM)
                    tokens.add(new Token(term.toString(), place.startOffset(), place.endOffset()));
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    @Override
    public void close() {
        words.close();
        stems.close();
    }
}
