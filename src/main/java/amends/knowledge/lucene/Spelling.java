package amends.knowledge.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * What somebody may have meant whose words no article has: Chinese words that sound the same or nearly (zh as z, ng as n),
 * or differ in one character; English words within an edit or two. Made of the words of one state of the index; any
 * thread.
 */
final class Spelling {
    private static final int MOST_WORDS = 200_000;
    private static final int LONGEST = 4;
    /** Beyond them nothing is put right: it is no question that somebody typed. */
    private static final int MOST_CHARACTERS = 60;

    private static final int MOST_ENGLISH = 6;
    private final TextAnalysis analysis;
    private final Folding folding = new Folding();
    private final Map<String, Word> bySound = new HashMap<>();
    private final Map<String, Word> byInitials = new HashMap<>();
    /** Words of three characters and more, by what is left when one is taken out. */
    private final Map<String, Word> shorter = new HashMap<>();

    private record Word(String text, int in) {}

    private final long version;

    private Spelling(TextAnalysis analysis, long version) {
        this.analysis = analysis;
        this.version = version;
    }

    /** @param version of the index's state */
    static Spelling of(IndexReader reader, TextAnalysis analysis, long version) throws IOException {
        var spelling = new Spelling(analysis, version);
        Terms words = MultiTerms.getTerms(reader, Strand.WORDS.field);
        if (words == null) return spelling;
        TermsEnum each = words.iterator();
        int left = MOST_WORDS;
        for (BytesRef term = each.next(); term != null && left > 0; term = each.next()) {
            String text = term.utf8ToString();
            if (text.length() < 2 || text.length() > LONGEST || !text.chars().allMatch(c -> Folding.isHan((char) c)))
                continue;
            spelling.add(new Word(text, each.docFreq()));
            left--;
        }
        return spelling;
    }

    long version() {
        return version;
    }

    private void add(Word word) {
        List<String> syllables = analysis.soundsOf(word.text());
        if (!syllables.isEmpty()) {
            keep(bySound, nearly(syllables), word);
            var initials = new StringBuilder();
            syllables.forEach(s -> initials.append(s.charAt(0)));
            if (initials.length() > 2) keep(byInitials, initials.toString(), word);
        }
        if (word.text().length() > 2)
            for (int i = 0; i < word.text().length(); i++) keep(shorter, without(word.text(), i), word);
    }

    /** Of several the one that more articles have. */
    private static void keep(Map<String, Word> words, String key, Word word) {
        words.merge(key, word, (a, b) -> a.in() >= b.in() ? a : b);
    }

    private static String without(String text, int at) {
        return text.substring(0, at) + text.substring(at + 1);
    }

    /** Sounds that many people do not tell apart are one. */
    private static String nearly(List<String> syllables) {
        var key = new StringBuilder();
        for (String one : syllables) {
            String sound = one.length() > 1 && one.charAt(1) == 'h' ? one.charAt(0) + one.substring(2) : one;
            if (sound.charAt(0) == 'l') sound = 'n' + sound.substring(1);
            if (sound.endsWith("ng")) sound = sound.substring(0, sound.length() - 1);
            key.append(sound).append(' ');
        }
        return key.toString();
    }

    /** Another way to put it; empty when every word is one that articles have, or nothing is near. */
    Optional<String> near(String question, IndexReader reader) throws IOException {
        if (question.length() > MOST_CHARACTERS) return Optional.empty();
        String folded = folding.fold(question);
        String put = folded.chars().anyMatch(c -> Folding.isHan((char) c))
                ? chinese(folded, reader)
                : letters(folded, reader);
        return Optional.of(put).filter(p -> !p.equals(folded));
    }

    private String chinese(String folded, IndexReader reader) throws IOException {
        var put = new StringBuilder();
        int at = 0;
        for (Runs.Run run : Runs.of(folded)) {
            put.append(folded, at, run.from());
            String words = folded.substring(run.from(), run.to());
            put.append(run.han() ? run(words, reader) : english(words, reader));
            at = run.to();
        }
        return put.append(folded.substring(at)).toString();
    }

    private String run(String words, IndexReader reader) throws IOException {
        boolean[] known = new boolean[words.length()];
        for (int i = 0; i + 1 < words.length(); i++)
            if (reader.docFreq(new Term(Strand.CHARACTERS.field, words.substring(i, i + 2))) > 0)
                known[i] = known[i + 1] = true;
        var put = new StringBuilder();
        int at = 0;
        while (at < words.length()) {
            int length = Math.min(LONGEST, words.length() - at);
            Optional<String> better = Optional.empty();
            for (; length > 1 && better.isEmpty(); length--)
                if (isUnknown(known, at, at + length)) better = instead(words.substring(at, at + length));
            if (better.isEmpty()) put.append(words.charAt(at++));
            else {
                put.append(better.get());
                at += length + 1;
            }
        }
        return put.toString();
    }

    private static boolean isUnknown(boolean[] known, int from, int to) {
        for (int i = from; i < to; i++) if (!known[i]) return true;
        return false;
    }

    /** The same sounds, a character more, another character: in this order. */
    private Optional<String> instead(String window) {
        var found = new ArrayList<Word>();
        Optional.ofNullable(bySound.get(nearly(analysis.soundsOf(window)))).ifPresent(found::add);
        if (found.isEmpty()) Optional.ofNullable(shorter.get(window)).ifPresent(found::add);
        if (found.isEmpty() && window.length() > 2)
            for (int i = 0; i < window.length(); i++) {
                Word word = shorter.get(without(window, i));
                if (word != null && word.text().length() == window.length()) found.add(word);
            }
        return found.stream().map(Word::text).filter(w -> !w.equals(window)).findFirst();
    }

    /** Letters may be sounds, first letters, or English. */
    private String letters(String folded, IndexReader reader) throws IOException {
        String signs = analysis.syllables(folded);
        List<String> syllables = analysis.spelledOut(signs);
        if (!syllables.isEmpty() && isHeard(signs, reader)) return folded;
        Optional<String> spelled = syllables.isEmpty() ? Optional.empty() : spelled(syllables);
        if (spelled.isPresent()) return spelled.get();
        String english = english(folded, reader);
        return english.equals(folded) ? initials(folded) : english;
    }

    /** Whether articles have all these sounds one after another: then they are found by them. */
    private static boolean isHeard(String signs, IndexReader reader) throws IOException {
        for (int i = 0; i + 1 < signs.length(); i++)
            if (reader.docFreq(new Term(Strand.SOUNDS.field, signs.substring(i, i + 2))) == 0) return false;
        return true;
    }

    /** Only where all of it can be said in words that articles have. */
    private Optional<String> spelled(List<String> syllables) {
        var put = new StringBuilder();
        int at = 0;
        while (at < syllables.size()) {
            int length = Math.min(LONGEST, syllables.size() - at);
            Word word = null;
            for (; length > 1 && word == null; length--) word = bySound.get(nearly(syllables.subList(at, at + length)));
            if (word == null) return Optional.empty();
            put.append(word.text());
            at += length + 1;
        }
        return Optional.of(put.toString());
    }

    /** One of the letters is another. */
    private String initials(String folded) {
        String typed = folded.strip();
        boolean fits = typed.length() > 2
                && typed.length() <= LONGEST
                && typed.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && !byInitials.containsKey(typed);
        if (!fits) return folded;
        Word best = null;
        for (int i = 0; i < typed.length(); i++)
            for (char c = 'a'; c <= 'z'; c++) {
                Word word = byInitials.get(typed.substring(0, i) + c + typed.substring(i + 1));
                if (word != null && (best == null || word.in() > best.in())) best = word;
            }
        return best == null ? folded : best.text();
    }

    private String english(String folded, IndexReader reader) throws IOException {
        var put = new StringBuilder();
        int at = 0;
        int left = MOST_ENGLISH;
        for (Runs.Run run : Runs.of(folded)) {
            String word = folded.substring(run.from(), run.to());
            Optional<String> better = Optional.empty();
            if (word.length() > 3 && word.chars().allMatch(c -> c >= 'a' && c <= 'z') && left > 0) {
                Optional<String> stem = analysis.stem(word);
                if (stem.isPresent() && reader.docFreq(new Term(Strand.STEMS.field, stem.get())) == 0 && left-- > 0)
                    better = nearStem(stem.get(), reader);
            }
            put.append(folded, at, run.from()).append(better.orElse(word));
            at = run.to();
        }
        return put.append(folded.substring(at)).toString();
    }

    private Optional<String> nearStem(String stem, IndexReader reader) throws IOException {
        Terms stems = MultiTerms.getTerms(reader, Strand.STEMS.field);
        if (stems == null) return Optional.empty();
        String best = null;
        double most = 0;
        int edits = stem.length() < 7 ? 1 : 2;
        var near = new FuzzyTermsEnum(stems, new Term(Strand.STEMS.field, stem), edits, 1, true);
        var boost = near.attributes().addAttribute(org.apache.lucene.search.BoostAttribute.class);
        for (BytesRef term = near.next(); term != null; term = near.next()) {
            // The nearer first, then the one that more articles have.
            double worth = boost.getBoost() * 1_000_000 + near.docFreq();
            if (worth <= most) continue;
            most = worth;
            best = term.utf8ToString();
        }
        return best == null ? Optional.empty() : whole(best, reader);
    }

    /** A word as an article writes it, for its stem. */
    private Optional<String> whole(String stem, IndexReader reader) throws IOException {
        var place = MultiTerms.getTermPostingsEnum(reader, Strand.STEMS.field, new BytesRef(stem));
        if (place == null || place.nextDoc() == org.apache.lucene.index.PostingsEnum.NO_MORE_DOCS)
            return Optional.empty();
        var article = ArticleDocument.read(reader.storedFields().document(place.docID()))
                .text();
        String text = folding.fold(
                String.join("\n", article.title(), String.join("\n", article.questions()), article.body()));
        return analysis.places(text, Strand.STEMS).stream()
                .filter(token -> token.term().equals(stem))
                .map(token -> text.substring(token.from(), token.to()))
                .findFirst();
    }
}
