package amends.knowledge.lucene;

import amends.knowledge.EverydayWords;
import amends.knowledge.lucene.Runs.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    private final Folding folding;
    private final Sounds sounds;
    private final Meanings meanings;
    private volatile House house;
    private final Words words;
    /** Of no use but for {@link #soundReading}. */
    private volatile WordPairs pairs;

    private final Analyzer stems = new EnglishAnalyzer();

    private record House(EverydayWords words, Meanings meanings) {}

    /** Takes some tenths of a second: what it knows is read by two threads. */
    TextAnalysis() {
        var reading = CompletableFuture.supplyAsync(Words::new);
        folding = new Folding();
        sounds = new Sounds();
        meanings = Meanings.shipped(folding, sounds);
        house = new House(EverydayWords.NONE, meanings.house(List.of(), folding));
        words = reading.join();
    }

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

    String folded(String text) {
        return folding.fold(text);
    }

    /** Adds the words of a folded text. */
    void gatherWords(String folded, OwnWords to) {
        words(folded, to.sink());
    }

    /** Takes some tenths of a second. @param own what articles say */
    SoundReading soundReading(OwnWords own) {
        WordPairs known = pairs;
        if (known == null) pairs = known = new WordPairs();
        return new SoundReading(words, known, sounds, own);
    }

    /** How the characters of a folded word sound; empty when one has no sound. */
    List<String> soundsOf(String word) {
        return spelledOut(sounds.of(word));
    }

    /** Signs of sounds as syllables; empty when one is none. */
    List<String> spelledOut(String signs) {
        if (signs.indexOf(Sounds.NONE) >= 0) return List.of();
        return signs.chars().mapToObj(sign -> sounds.syllable((char) sign)).toList();
    }

    /** The stem of an English word; empty for one that says nothing. */
    Optional<String> stem(String word) {
        var found = new Tokens();
        stems(word, found);
        return found.all().stream().map(Token::term).findFirst();
    }

    /** What an article says. */
    void ofArticle(String text, TermSink.Strands to) {
        if (Runs.isChinese(text)) chinese(folding.fold(text), to);
        else english(text, to);
    }

    /**
     * What stands beside an article, in its language or another. Chinese is found as Chinese beside English; words of English
     * beside Chinese are found as they are: alone in their field they would outweigh whole articles in English.
     */
    void ofBeside(String text, boolean besideChinese, TermSink.Strands to) {
        if (besideChinese || Runs.isChinese(text)) chinese(folding.fold(text), to);
        else english(text, to);
    }

    /** What a part of an article says that counts apart, in those strands alone in which it does. */
    void ofTitle(String text, TermSink.Strands to) {
        if (Runs.isChinese(text)) written(folding.fold(text), to);
    }

    /** Which characters of a question say little of what it is about. */
    boolean[] littleSaid(String question) {
        return FunctionWords.mark(folding.fold(question));
    }

    /** Where in a text what stands: what is found by initials alone, or by the cut of words, is not asked for. */
    void places(String text, TermSink.Strands to) {
        if (Runs.isChinese(text)) written(folding.fold(text), to);
        else english(text, to);
    }

    /** The same of one strand. */
    List<Token> places(String text, Strand strand) {
        var found = new Tokens();
        places(text, each -> each == strand ? found : TermSink.NONE);
        return found.all();
    }

    /** What a question says: an English word is looked for in both languages, and letters may be sounds. */
    Map<Strand, List<Token>> ofQuestion(String text) {
        var tokens = new Tokens.ByStrand();
        String folded = folding.fold(text);
        if (text.chars().anyMatch(c -> Folding.isHan((char) c))) asked(folded, tokens);
        else spelled(folded, tokens);
        return tokens.all();
    }

    private void asked(String folded, TermSink.Strands to) {
        characters(folded, to.of(Strand.CHARACTERS));
        words(folded, to.of(Strand.WORDS));
        sounds(sounds.of(folded), to.of(Strand.SOUNDS));
        give(joined(meanings.inQuestion(folded), house.meanings().inQuestion(folded)), to.of(Strand.MEANINGS));
    }

    private void spelled(String folded, TermSink.Strands to) {
        stems(folded, to.of(Strand.STEMS));
        letters(folded, to.of(Strand.LETTERS));
        String syllables = heard(folded);
        characters(folded, to.of(Strand.CHARACTERS));
        spelled(syllables, to.of(Strand.SOUNDS));
        give(
                joined(
                        joined(meanings.spelled(syllables), house.meanings().spelled(syllables)),
                        house.meanings().inQuestion(folded)),
                to.of(Strand.MEANINGS));
        // What can be read as syllables is not meant as initials.
        if (syllables.isEmpty() && mayBeInitials(folded)) initials(folded, sounds.of(folded), to.of(Strand.INITIALS));
    }

    /** No syllable begins with these letters, and hardly any English words do without all of them. */
    private static boolean mayBeInitials(String folded) {
        return folded.chars().noneMatch(c -> c == 'i' || c == 'u' || c == 'v');
    }

    private void chinese(String folded, TermSink.Strands to) {
        words(folded, to.of(Strand.WORDS));
        written(folded, to);
    }

    /** All strands of Chinese text but its words, which its characters hold too. */
    private void written(String folded, TermSink.Strands to) {
        String signs = sounds.of(folded);
        characters(folded, to.of(Strand.CHARACTERS));
        sounds(signs, to.of(Strand.SOUNDS));
        initials(folded, signs, to.of(Strand.INITIALS));
        TermSink meant = to.of(Strand.MEANINGS);
        if (meant != TermSink.NONE) give(meanings(folded), meant);
    }

    private void english(String text, TermSink.Strands to) {
        String folded = folding.fold(text);
        stems(folded, to.of(Strand.STEMS));
        letters(folded, to.of(Strand.LETTERS));
        if (!house.meanings().isEmpty()) give(house.meanings().in(folded), to.of(Strand.MEANINGS));
    }

    private static void give(List<Token> tokens, TermSink to) {
        for (Token token : tokens) to.term(token.term(), token.from(), token.to());
    }

    private static void characters(String folded, TermSink to) {
        if (to == TermSink.NONE) return;
        for (Run run : Runs.of(folded)) {
            if (!run.han()) {
                to.piece(folded, run.from(), Math.min(run.to(), run.from() + LONGEST_TERM));
                continue;
            }
            for (int i = run.from(); i < run.to(); i++) {
                to.piece(folded, i, i + 1);
                if (i + 1 < run.to()) to.piece(folded, i, i + 2);
            }
        }
    }

    private static void sounds(String signs, TermSink to) {
        if (to == TermSink.NONE) return;
        for (int i = 0; i < signs.length(); i++) {
            if (signs.charAt(i) == Sounds.NONE) continue;
            to.piece(signs, i, i + 1);
            if (i + 1 < signs.length() && signs.charAt(i + 1) != Sounds.NONE) to.piece(signs, i, i + 2);
        }
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
    String heard(String folded) {
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

    private static void spelled(String syllables, TermSink to) {
        for (int i = 0; i < syllables.length(); i++)
            for (int length = 1; length <= 2 && i + length <= syllables.length(); length++)
                to.term(syllables.substring(i, i + length), 0, 0);
    }

    /** First letters, with letters and digits as they are: 银行卡 is found by {@code yhk}. */
    private void initials(String folded, String signs, TermSink to) {
        if (to == TermSink.NONE) return;
        char[] row = new char[folded.length()];
        for (int i = 0; i < row.length; i++) {
            char c = folded.charAt(i);
            if (signs.charAt(i) != Sounds.NONE) row[i] = sounds.initial(signs.charAt(i));
            else if (c < 128 && Character.isLetterOrDigit(c)) row[i] = c;
        }
        var rows = new String(row);
        int length = 0;
        for (int i = 0; i < row.length; i++) {
            length = row[i] == 0 ? 0 : length + 1;
            if (length >= INITIALS) to.piece(rows, i + 1 - INITIALS, i + 1);
        }
    }

    private void words(String folded, TermSink to) {
        if (to == TermSink.NONE) return;
        for (Run run : Runs.of(folded)) {
            if (run.han()) words.cut(folded, run.from(), run.to(), to);
            else to.piece(folded, run.from(), Math.min(run.to(), run.from() + LONGEST_TERM));
        }
    }

    private static void letters(String folded, TermSink to) {
        if (to == TermSink.NONE) return;
        for (Run run : Runs.of(folded)) {
            if (run.han()) continue;
            int end = Math.min(run.to(), run.from() + LONGEST_TERM);
            for (int length = 3; length <= 4; length++)
                for (int i = run.from(); i + length <= end; i++) to.piece(folded, i, i + length);
        }
    }

    private void stems(String text, TermSink to) {
        if (to == TermSink.NONE) return;
        try (TokenStream stream = stems.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken())
                if (term.length() <= LONGEST_TERM) to.term(term.toString(), place.startOffset(), place.endOffset());
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stems.close();
    }
}
