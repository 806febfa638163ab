package amends.survey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A way to say a score, and what may follow it. "5服务好" scores; "5天", "5G", "4.5", "三天" and "满意度" do not.
 *
 * @param unlessFollowedBy matched at the start of what follows
 */
record ScoreWord(String said, int score, Pattern unlessFollowedBy) {
    private static final String COUNTED = "天|[个個]|次|年|月|日|[号號]|小[时時]|分[钟鐘之钱錢]|[点點]|[块塊]|元|[万萬]|千|百|十|倍|度|位|人|[楼樓]|折"
            + "|[周週]|星期|遍|[条條]|[张張]|通|[笔筆]|[岁歲]|(?:days?|hours?|minutes?|weeks?|months?|times?|calls?)\\b";
    private static final Pattern AFTER_FIGURE = Pattern.compile(
            "^(?:\\d|[.,:/~%-]\\d|%|(?!points?\\b|stars?\\b)\\p{IsLatin}|\\s*(?:" + COUNTED + "))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_NUMERAL = Pattern.compile("^(?!分[^钟鐘之钱錢]|分$|星[^期]|星$|[颗顆]星)[\\p{L}\\p{N}]");
    private static final Pattern AFTER_PHRASE = Pattern.compile("^(?:\\p{N}|[度吗嗎不才]|\\p{IsLatin})");
    private static final Pattern AFTER_SHRUG = Pattern.compile("^[\\p{L}\\p{N}&&[^般吧啦了]]");

    private static final Map<Integer, List<String>> NUMERALS = Map.of(
            1, List.of("一", "one"),
            2, List.of("二", "两", "兩", "two"),
            3, List.of("三", "three"),
            4, List.of("四", "four"),
            5, List.of("五", "five"));

    private static final Map<Integer, List<String>> PHRASES = Map.of(
            1, List.of("非常不满意", "非常不滿意", "很不满意", "很不滿意", "一点都不满意", "一點都不滿意", "very dissatisfied"),
            2, List.of("不满意", "不滿意", "不太满意", "不太滿意", "dissatisfied", "not satisfied"),
            4, List.of("满意", "滿意", "比较满意", "比較滿意", "satisfied"),
            5, List.of("非常满意", "非常滿意", "很满意", "很滿意", "十分满意", "十分滿意", "very satisfied"));

    private static final List<String> SHRUGS = List.of("一般", "还行", "還行", "还可以", "還可以", "普通", "neutral");

    /** The longest first: "不满意" is not "满意", and "一般" is not "一". */
    private static final List<ScoreWord> ALL = Stream.of(
                    Stream.of(1, 2, 3, 4, 5).map(n -> new ScoreWord(String.valueOf(n), n, AFTER_FIGURE)),
                    all(NUMERALS, AFTER_NUMERAL),
                    all(PHRASES, AFTER_PHRASE),
                    SHRUGS.stream().map(said -> new ScoreWord(said, 3, AFTER_SHRUG)))
            .flatMap(words -> words)
            .sorted(Comparator.comparingInt((ScoreWord word) -> word.said.length())
                    .reversed()
                    .thenComparing(ScoreWord::said))
            .toList();

    private static Stream<ScoreWord> all(Map<Integer, List<String>> words, Pattern unless) {
        return words.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(said -> new ScoreWord(said, e.getKey(), unless)));
    }

    boolean isFigure() {
        return unlessFollowedBy == AFTER_FIGURE;
    }

    /** The one with which the text begins. */
    static Optional<ScoreWord> opening(String text) {
        return ALL.stream()
                .filter(word -> text.regionMatches(true, 0, word.said, 0, word.said.length()))
                .filter(word -> !word.unlessFollowedBy
                        .matcher(text.substring(word.said.length()))
                        .find())
                .findFirst();
    }
}
