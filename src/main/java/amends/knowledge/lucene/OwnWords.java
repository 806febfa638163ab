package amends.knowledge.lucene;

import java.util.HashMap;
import java.util.Map;

/** How often articles have a word, and one word after another. One thread. */
final class OwnWords {
    private final Map<Long, Integer> words;
    private final Map<Long, Integer> pairs;
    private long all;

    OwnWords() {
        words = new HashMap<>();
        pairs = new HashMap<>();
    }

    private OwnWords(OwnWords as) {
        words = new HashMap<>(as.words);
        pairs = new HashMap<>(as.pairs);
        all = as.all;
    }

    /** As it is now. */
    OwnWords copy() {
        return new OwnWords(this);
    }

    void clear() {
        words.clear();
        pairs.clear();
        all = 0;
    }

    /** How many words there are in all. */
    long all() {
        return all;
    }

    int often(long word) {
        return words.getOrDefault(word, 0);
    }

    /** @param begun see {@link WordPairs#begun} */
    int often(long begun, long word) {
        return pairs.getOrDefault(WordPairs.pair(begun, word), 0);
    }

    /** Takes the words of a text. */
    TermSink sink() {
        return new TermSink() {
            private long before;
            private int at = -1;

            @Override
            public void piece(String text, int from, int to) {
                if (!Folding.isHan(text.charAt(from)) || to - from > PackedTerm.LONGEST) return;
                long word = PackedTerm.of(text, from, to);
                words.merge(word, 1, Integer::sum);
                all++;
                if (at == from) pairs.merge(WordPairs.pair(WordPairs.begun(before), word), 1, Integer::sum);
                before = word;
                at = to;
            }

            @Override
            public void term(String term, int from, int to) {
                piece(term, 0, term.length());
            }
        };
    }
}
