package amends.customer;

import amends.customer.CustomerOffice.Way;
import amends.customer.ImportedLetter.Weight;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Understands the cells that only a table of letters has, as people write them; empty where it cannot. */
final class LetterWords {
    private static final Map<Way, Set<String>> WAYS = Map.of(
            Way.LETTER,
            Set.of("信", "信函", "信件", "来信", "來信", "书信", "書信", "letter", "mail", "post"),
            Way.EMAIL,
            Set.of("邮件", "电子邮件", "邮箱", "電子郵件", "電郵", "email"),
            Way.SOCIAL_MEDIA,
            Set.of(
                    "社交媒体",
                    "社交",
                    "社媒",
                    "社群",
                    "社群媒體",
                    "微博",
                    "微信",
                    "weibo",
                    "wechat",
                    "facebook",
                    "line",
                    "social",
                    "socialmedia"),
            Way.OTHER,
            Set.of("其他", "其它", "other"));
    private static final Map<Weight, Set<String>> WEIGHTS = Map.of(
            Weight.MINOR,
            Set.of("轻", "轻微", "輕", "輕微", "低", "minor", "low"),
            Weight.MODERATE,
            Set.of("中", "中等", "一般", "普通", "moderate", "medium"),
            Weight.SEVERE,
            Set.of("重", "严重", "嚴重", "高", "severe", "serious", "high"));
    private static final Map<Boolean, Set<String>> ANSWERS = Map.of(
            true, Set.of("是", "有", "y", "yes", "true", "1", "x", "√", "✓", "投诉", "投訴", "客訴", "complaint"),
            false, Set.of("否", "无", "無", "非", "n", "no", "false", "0", "-"));

    private LetterWords() {}

    static Optional<Way> way(String cell) {
        return one(WAYS, cell);
    }

    static Optional<Weight> weight(String cell) {
        return one(WEIGHTS, cell);
    }

    static Optional<Boolean> answer(String cell) {
        return one(ANSWERS, cell);
    }

    private static <T> Optional<T> one(Map<T, Set<String>> words, String cell) {
        String bare = CellReading.plain(cell).toLowerCase(Locale.ROOT);
        String word = bare.length() > 1 ? bare.replaceAll("[\\s_-]", "") : bare;
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
