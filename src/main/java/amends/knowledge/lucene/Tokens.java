package amends.knowledge.lucene;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps terms as they come, with their places. */
final class Tokens implements TermSink {
    private final List<Token> all = new ArrayList<>();

    /** Those of all strands that have some. */
    static final class ByStrand implements Strands {
        private final Map<Strand, Tokens> tokens = new EnumMap<>(Strand.class);

        @Override
        public TermSink of(Strand strand) {
            return tokens.computeIfAbsent(strand, s -> new Tokens());
        }

        Map<Strand, List<Token>> all() {
            var all = new EnumMap<Strand, List<Token>>(Strand.class);
            tokens.forEach((strand, some) -> all.put(strand, some.all));
            return all;
        }
    }

    @Override
    public void piece(String text, int from, int to) {
        all.add(new Token(text.substring(from, to), from, to));
    }

    @Override
    public void term(String term, int from, int to) {
        all.add(new Token(term, from, to));
    }

    List<Token> all() {
        return all;
    }
}
