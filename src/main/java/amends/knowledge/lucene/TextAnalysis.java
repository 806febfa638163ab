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
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Turns text into terms, strand by strand. The language is seen from each text, so the same serves articles and
 * questions in either, and mixtures. Any thread.
 */
final class TextAnalysis implements AutoCloseable {
    private static final int LONGEST_TERM = 64;
    /** So many first letters are a term. */
    private static final int INITIALS = 2;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** Of so many letters that are syllables one may stand in a word that is none. */
    private static final int FEW_ODD = 4;

    private final Folding folding = new Folding();
    private final Sounds sounds = new Sounds();
    private final Meanings meanings = Meanings.shipped(folding, sounds);
    private volatile House house = new House(EverydayWords.NONE, meanings.house(List.of(), folding));
    private final Words words = new Words();
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

    /** How the characters of a folded word sound; empty when one has no sound. */
    List<String> soundsOf(String word) {
        return spelledOut(new String(sounds.of(word)));
    }

    /** Signs of sounds as syllables; empty when one is none. */
    List<String> spelledOut(String signs) {
        if (signs.indexOf(Sounds.NONE) >= 0) return List.of();
        return signs.chars().mapToObj(sign -> sounds.syllable((char) sign)).toList();
    }

    /** The stem of an English word; empty for one that says nothing. */
    Optional<String> stem(String word) {
        return by(stems, word).stream().map(Token::term).findFirst();
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
        tokens.put(Strand.SOUNDS, sounds(folded));
        tokens.put(Strand.MEANINGS, meanings(folded));
        tokens.put(Strand.INITIALS, initials(folded));
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
        String syllables = heard(folded);
        tokens.put(Strand.CHARACTERS, characters(folded));
        tokens.put(Strand.SOUNDS, spelled(syllables));
        tokens.put(
                Strand.MEANINGS,
                joined(
                        joined(meanings.spelled(syllables), house.meanings().spelled(syllables)),
                        house.meanings().inQuestion(folded)));
        // What can be read as syllables is not meant as initials.
        if (syllables.isEmpty() && mayBeInitials(folded)) tokens.put(Strand.INITIALS, initials(folded));
        return tokens;
    }

    /** No syllable begins with these letters, and hardly any English words do without all of them. */
    private static boolean mayBeInitials(String folded) {
        return folded.chars().noneMatch(c -> c == 'i' || c == 'u' || c == 'v');
    }

    private Map<Strand, List<Token>> chinese(String text) {
        String folded = folding.fold(text);
        var tokens = new EnumMap<Strand, List<Token>>(Strand.class);
        tokens.put(Strand.CHARACTERS, characters(folded));
        tokens.put(Strand.WORDS, words(folded));
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
        char[] signs = sounds.of(folded);
        for (int i = 0; i < signs.length; i++) {
            if (signs[i] == Sounds.NONE) continue;
            tokens.add(new Token(String.valueOf(signs[i]), i, i + 1));
            if (i + 1 < signs.length && signs[i + 1] != Sounds.NONE)
                tokens.add(new Token(new String(signs, i, 2), i, i + 2));
        }
        return tokens;
    }

    /** The signs of letters that can be read as syllables throughout; a word of English here and there can be too. */
    String syllables(String folded) {
        var syllables = new StringBuilder();
        for (Run run : Runs.of(folded)) {
            String cut = sounds.cut(folded.substring(run.from(), Math.min(run.to(), run.from() + LONGEST_TERM)));
            if (cut.isEmpty()) return "";
            syllables.append(cut);
        }
        return syllables.length() < 2 ? "" : syllables.toString();
    }

    /** The same where numbers stand between them, or a word that is none: {@code xianyuyue5wan}. */
    private String heard(String folded) {
        var syllables = new StringBuilder();
        int odd = 0;
        int read = 0;
        String letters = NUMBER.matcher(folded).replaceAll(" ");
        for (Run run : Runs.of(letters)) {
            String cut = sounds.cut(letters.substring(run.from(), Math.min(run.to(), run.from() + LONGEST_TERM)));
            if (cut.isEmpty()) odd += run.to() - run.from();
            else read += run.to() - run.from();
            syllables.append(cut);
        }
        return syllables.length() < 2 || odd * FEW_ODD > read ? "" : syllables.toString();
    }

    private static List<Token> spelled(String syllables) {
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < syllables.length(); i++)
            for (int length = 1; length <= 2 && i + length <= syllables.length(); length++)
                tokens.add(new Token(syllables.substring(i, i + length), 0, 0));
        return tokens;
    }

    /** First letters, with letters and digits as they are: 银行卡 is found by {@code yhk}. */
    private List<Token> initials(String folded) {
        var tokens = new ArrayList<Token>();
        char[] signs = sounds.of(folded);
        var row = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (i < signs.length && signs[i] != Sounds.NONE) row.append(sounds.initial(signs[i]));
            else if (c < 128 && Character.isLetterOrDigit(c)) row.append(c);
            else if (!row.isEmpty()) {
                rows(row, i - row.length(), tokens);
                row.setLength(0);
            }
        }
        return tokens;
    }

    private static void rows(CharSequence row, int from, List<Token> tokens) {
        for (int i = 0; i + INITIALS <= row.length(); i++)
            tokens.add(new Token(row.subSequence(i, i + INITIALS).toString(), from + i, from + i + INITIALS));
    }

    private List<Token> words(String folded) {
        var tokens = new ArrayList<Token>();
        for (Run run : Runs.of(folded)) {
            if (run.han()) words.cut(folded, run.from(), run.to(), tokens);
            else tokens.add(token(folded, run.from(), Math.min(run.to(), run.from() + LONGEST_TERM)));
        }
        return tokens;
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
        stems.close();
    }
}
