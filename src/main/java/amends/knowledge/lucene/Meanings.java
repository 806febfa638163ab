package amends.knowledge.lucene;

import amends.knowledge.EverydayWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words that mean the same in a bank: people say that their card is gone, the bank says that it is reported lost. Words
 * of one line of {@code meanings.txt} share a meaning; a word may have several. At each place of a text the longest word
 * counts. In questions a word is also heard: as it sounds, whatever characters it is written with.
 */
final class Meanings {
    private static final int LONGEST_HEARD = 5;
    private static final int SEEN_BITS = 16;
    private final Map<String, List<String>> ofWord = new HashMap<>();
    private final Map<String, List<String>> ofSound = new HashMap<>();
    /** By the first character, the length of the longest word. */
    private final byte[] longest = new byte[Character.MAX_VALUE + 1];

    /** A bit for each word, where its hash says. */
    private final long[] seen = new long[1 << SEEN_BITS - 6];

    private final Sounds sounds;
    /** Whether a word in letters counts only where it stands by itself. */
    private final boolean apart;

    private Meanings(Sounds sounds, boolean apart) {
        this.sounds = sounds;
        this.apart = apart;
    }

    /** Those that come with the program. */
    static Meanings shipped(Folding folding, Sounds sounds) {
        try (var in = new BufferedReader(
                new InputStreamReader(Meanings.class.getResourceAsStream("meanings.txt"), StandardCharsets.UTF_8))) {
            return of(in.lines(), folding, sounds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lines words that mean the same, with blanks between; what begins with # is a remark */
    static Meanings of(Stream<String> lines, Folding folding, Sounds sounds) {
        var meanings = new Meanings(sounds, false);
        lines.map(line -> folding.fold(line).strip())
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .forEach(line -> meanings.add(List.of(line.split("\\s+"))));
        return meanings;
    }

    /**
     * A house's words beside these: what people say shares the meanings that the bank's word has here, or else one with
     * that word alone.
     */
    Meanings house(List<EverydayWords.Entry> entries, Folding folding) {
        var house = new Meanings(sounds, true);
        for (EverydayWords.Entry entry : entries) {
            String bank = folding.fold(entry.bank());
            List<String> meant = ofWord.getOrDefault(bank, List.of(bank));
            house.add(bank, meant);
            entry.people().forEach(said -> house.add(folding.fold(said), meant));
        }
        return house;
    }

    boolean isEmpty() {
        return ofWord.isEmpty();
    }

    /** A meaning is named by its first word, so that lines may be added without changing the others. */
    private void add(List<String> words) {
        for (String word : words) add(word, words.subList(0, 1));
    }

    private void add(String word, List<String> meant) {
        meant.forEach(one -> join(ofWord, word, one));
        isWord(word.hashCode());
        longest[word.charAt(0)] = (byte) Math.max(longest[word.charAt(0)], Math.min(word.length(), Byte.MAX_VALUE));
        String sound = word.length() > 1 && word.length() <= LONGEST_HEARD ? sound(word) : "";
        if (!sound.isEmpty()) meant.forEach(one -> join(ofSound, sound, one));
    }

    private static void join(Map<String, List<String>> meanings, String word, String meaning) {
        List<String> all = meanings.computeIfAbsent(word, w -> new ArrayList<>(1));
        if (!all.contains(meaning)) all.add(meaning);
    }

    /** Empty when a character has no sound. */
    private String sound(String word) {
        String sound = sounds.of(word);
        return sound.indexOf(Sounds.NONE) < 0 ? sound : "";
    }

    /** What a folded text means, place by place. */
    List<Token> in(String folded) {
        return in(folded, false);
    }

    /** The same for a question: also what it sounds like, each meaning once. */
    List<Token> inQuestion(String folded) {
        var seen = new LinkedHashSet<String>();
        return in(folded, true).stream().filter(token -> seen.add(token.term())).toList();
    }

    private List<Token> in(String folded, boolean heard) {
        var found = new ArrayList<Token>();
        int at = 0;
        while (at < folded.length()) {
            int length = written(folded, at);
            List<String> meant = length > 0 ? ofWord.get(folded.substring(at, at + length)) : List.of();
            if (length == 0 && heard) {
                length = heard(folded, at);
                if (length > 0) meant = ofSound.get(sound(folded.substring(at, at + length)));
            }
            for (String meaning : meant) found.add(new Token(meaning, at, at + length));
            at += Math.max(1, length);
        }
        return found;
    }

    /** How long the longest word is that stands there; 0 where none does. */
    private int written(String folded, int at) {
        int most = Math.min(longest[folded.charAt(at)], folded.length() - at);
        int found = 0;
        int hash = 0;
        for (int length = 1; length <= most; length++) {
            hash = 31 * hash + folded.charAt(at + length - 1);
            if (mayBeWord(hash)
                    && ofWord.containsKey(folded.substring(at, at + length))
                    && (!apart || isApart(folded, at, at + length))) found = length;
        }
        return found;
    }

    /** Whether a word may have that {@link String#hashCode}: most pieces of a text are none, and nothing is made of them. */
    private boolean mayBeWord(int hash) {
        int bit = hash * 0x9E3779B9 >>> 32 - SEEN_BITS;
        return (seen[bit >> 6] >>> bit & 1) != 0;
    }

    private void isWord(int hash) {
        int bit = hash * 0x9E3779B9 >>> 32 - SEEN_BITS;
        seen[bit >> 6] |= 1L << bit;
    }

    /** No letters go on before or behind; an s that makes it several may. */
    private static boolean isApart(String text, int from, int to) {
        if (from > 0 && isLatin(text.charAt(from - 1)) && isLatin(text.charAt(from))) return false;
        if (to == text.length() || !isLatin(text.charAt(to - 1)) || !isLatin(text.charAt(to))) return true;
        return text.charAt(to) == 's' && (to + 1 == text.length() || !isLatin(text.charAt(to + 1)));
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && !Folding.isHan(c);
    }

    private int heard(String folded, int at) {
        int length = Math.min(LONGEST_HEARD, folded.length() - at);
        for (; length > 1; length--) {
            if (ofSound.containsKey(sound(folded.substring(at, at + length)))) return length;
        }
        return 0;
    }

    /** What syllables mean that were spelled in letters. @param syllables their signs */
    List<Token> spelled(String syllables) {
        var meant = new LinkedHashSet<String>();
        int at = 0;
        while (at < syllables.length()) {
            int length = Math.min(LONGEST_HEARD, syllables.length() - at);
            while (length > 1 && !ofSound.containsKey(syllables.substring(at, at + length))) length--;
            if (length > 1) meant.addAll(ofSound.get(syllables.substring(at, at + length)));
            at += Math.max(1, length);
        }
        return meant.stream().map(meaning -> new Token(meaning, 0, 0)).toList();
    }
}
