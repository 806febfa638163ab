package amends.knowledge.onnx;

import java.text.Normalizer;
import java.util.Map;

/**
 * Cuts text into the pieces of words that a model of the BERT family was taught with: words at blanks and marks, every
 * Chinese character a word, a word into the longest pieces that the vocabulary has (WordPiece). Any thread.
 */
final class WordPieces {
    private static final String BEGIN = "[CLS]";
    private static final String END = "[SEP]";
    private static final String UNKNOWN = "[UNK]";
    private static final String INSIDE = "##";
    /** A longer word is none. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;

    /** @param vocabulary the number of each piece; pieces within a word begin with {@value #INSIDE} */
    WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        for (String mark : new String[] {BEGIN, END, UNKNOWN})
            if (!vocabulary.containsKey(mark)) throw new IllegalArgumentException("a vocabulary without " + mark);
    }

    /** @param numbers of the pieces, between a begin and an end @param whole how many letters stand in words that are one piece each */
    record Cut(long[] numbers, int letters, int whole) {}

    /** @param most numbers that are wanted, with begin and end; what is beyond is left out */
    Cut cut(String text, int most) {
        var cutting = new Cutting(most);
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        var word = new StringBuilder();
        for (int at = 0; at < plain.length() && !cutting.isFull(); ) {
            int c = plain.codePointAt(at);
            at += Character.charCount(c);
            if (isLeftOut(c)) continue;
            boolean alone = isMark(c) || Character.isIdeographic(c);
            if (alone || isBlank(c)) cutting.take(word);
            if (!isBlank(c)) word.appendCodePoint(c);
            if (alone) cutting.take(word);
        }
        cutting.take(word);
        return cutting.done();
    }

    private static boolean isLeftOut(int c) {
        int type = Character.getType(c);
        return c == 0
                || c == 0xFFFD
                || type == Character.NON_SPACING_MARK
                || !isBlank(c)
                        && (type == Character.CONTROL
                                || type == Character.FORMAT
                                || type == Character.SURROGATE
                                || type == Character.PRIVATE_USE
                                || type == Character.UNASSIGNED);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Of ASCII everything but letters and digits; of the rest what Unicode calls punctuation. */
    private static boolean isMark(int c) {
        if (c < 128) return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** One text on its way. */
    private final class Cutting {
        private final long[] numbers;
        private int size;
        private int letters;
        private int whole;

        Cutting(int most) {
            numbers = new long[most];
            numbers[size++] = vocabulary.get(BEGIN);
        }

        /** A place is kept for the end. */
        boolean isFull() {
            return size >= numbers.length - 1;
        }

        void take(StringBuilder gathered) {
            if (gathered.isEmpty()) return;
            String word = gathered.toString();
            gathered.setLength(0);
            boolean lettered = Character.isLetter(word.codePointAt(0));
            if (lettered) letters += word.length();
            if (lettered && vocabulary.containsKey(word)) whole += word.length();
            int before = size;
            if (word.length() > LONGEST_WORD || !pieces(word)) {
                size = before;
                add(vocabulary.get(UNKNOWN));
            }
        }

        private void add(int number) {
            if (!isFull()) numbers[size++] = number;
        }

        /** @return false when a part of it is in no piece */
        private boolean pieces(String word) {
            int from = 0;
            while (from < word.length()) {
                int to = word.length();
                Integer number = null;
                for (; to > from && number == null; to--)
                    number = vocabulary.get(from == 0 ? word.substring(0, to) : INSIDE + word.substring(from, to));
                if (number == null) return false;
                add(number);
                from = to + 1;
            }
            return true;
        }

        Cut done() {
            numbers[size++] = vocabulary.get(END);
            return new Cut(java.util.Arrays.copyOf(numbers, size), letters, whole);
        }
    }
}
