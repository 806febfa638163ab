package amends.survey;

import amends.kernel.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what customers answer: a figure or a word for the score, then more words perhaps. What may mean something else
 * ("3天了还没解决", "4.5", "1-5", "1 非常满意") has no score: a person reads it.
 */
final class ReplyReader {
    static final int MOST = 500;

    private static final Pattern EDGE = Pattern.compile("^[\\s\\p{P}\\p{M}]+");
    private static final Pattern UNIT = Pattern.compile("^(?:\\s*(?:分|[颗顆]?星|points?\\b|stars?\\b))?[了啦]?");
    /** What comes before a score: "我给你们打5分". */
    private static final List<String> LEADS = List.of(
            "我", "想", "就", "给", "給", "你们", "你們", "您", "打", "选", "選", "评分", "評分", "评", "評", "满意度", "滿意度", "回复", "回覆",
            "是", "score", "rating", "answer");
    /** A word this far from the figure beside it contradicts it. */
    private static final int CONTRADICTION = 2;

    private ReplyReader() {}

    static Reply read(String raw) {
        String text = plainDigits(PlainText.line(raw, MOST));
        if (Refusal.opens(text)) return new Reply(Optional.empty(), true, text);
        boolean refuses = Refusal.isIn(text);
        return scored(text, refuses).orElseGet(() -> new Reply(Optional.empty(), refuses, text));
    }

    private static Optional<Reply> scored(String text, boolean refuses) {
        for (String rest = trimmed(text); ; ) {
            Optional<ScoreWord> word = ScoreWord.opening(rest);
            if (word.isPresent()) return scored(word.get(), after(word.get(), rest), refuses);
            Optional<String> shorter = withoutLead(rest);
            if (shorter.isEmpty()) return Optional.empty();
            rest = shorter.get();
        }
    }

    private static Optional<Reply> scored(ScoreWord word, String words, boolean refuses) {
        Optional<ScoreWord> next = ScoreWord.opening(words);
        boolean onlyFigure =
                next.filter(n -> n.isFigure() && after(n, words).isEmpty()).isPresent();
        if (onlyFigure && !word.isFigure()) return agreed(next.get(), word, "", refuses);
        if (onlyFigure && next.get().score() != word.score()) return Optional.empty();
        return next.filter(n -> !n.isFigure())
                .map(beside -> agreed(word, beside, words, refuses))
                .orElseGet(() -> Optional.of(new Reply(Optional.of(word.score()), refuses, words)));
    }

    private static Optional<Reply> agreed(ScoreWord word, ScoreWord beside, String words, boolean refuses) {
        return Math.abs(word.score() - beside.score()) >= CONTRADICTION
                ? Optional.empty()
                : Optional.of(new Reply(Optional.of(word.score()), refuses, words));
    }

    private static String after(ScoreWord word, String text) {
        return trimmed(UNIT.matcher(text.substring(word.said().length())).replaceFirst(""));
    }

    private static Optional<String> withoutLead(String text) {
        return LEADS.stream()
                .filter(lead -> text.regionMatches(true, 0, lead, 0, lead.length()))
                .findFirst()
                .map(lead -> trimmed(text.substring(lead.length())));
    }

    private static String trimmed(String text) {
        return EDGE.matcher(text).replaceFirst("").strip();
    }

    /** Figures and letters of any script and width as the keys of a telephone write them. */
    private static String plainDigits(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().map(ReplyReader::plain).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int plain(int c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) return '0' + digit;
        if (c >= '①' && c <= '⑨') return '1' + c - '①';
        boolean wideLetter = c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
        return wideLetter ? c - 'Ａ' + 'A' : c;
    }
}
