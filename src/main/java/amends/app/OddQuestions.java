package amends.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What nobody means as a question and somebody types, pastes, or sends to do harm; by what it is. */
final class OddQuestions {
    private static final int LARGE = 100_000;

    private OddQuestions() {}

    static Map<String, String> all() {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("parentheses", "(".repeat(10_000) + ")".repeat(10_000));
        odd.put("regular expressions", filled("(a+)+$|(.*)*[^\\d]{1,999}\\1"));
        odd.put("query syntax", filled("+title:(\"年费~9\" AND NOT *:*)^1e9 || [a TO *] \\"));
        odd.put("control characters", filled(characters(0, 32) + characters(0x7f, 0xa0)));
        odd.put("a pasted page", filled("信用卡年费怎么收，刷满六笔免年费；转账限额一天能转多少？\n"));
        odd.put("an English page", filled("How do I change my transfer limit and the fee of my card? "));
        odd.put("digits", filled("9140736258"));
        odd.put("rare characters", characters(0x3400, 0x4db0));
        odd.put(
                "rare words",
                IntStream.range(0, 8_000).mapToObj(i -> "qx" + i + "zv").collect(Collectors.joining(" ")));
        odd.put("one word", filled("transaction"));
        odd.put("syllables", filled("zhuangshuang"));
        odd.put("initials", filled("yhkgs"));
        odd.put("halves of surrogates", filled("\ud83d年\udc00费\udfb7\ud842"));
        odd.put("rare planes", filled("\ud842\udfb7\ud83d\ude00"));
        odd.put("zero-width", filled("年\u200b费\u200d\ufeff\u2060怎\u200c么"));
        odd.put("right to left", filled("\u202e费年\u202c\u2067"));
        odd.put("marks on letters", "e\u0301\u0323\u0334".repeat(25_000));
        // Short enough that what was meant is looked for.
        odd.put("mistyped characters", characters(0x3400, 0x3400 + 60));
        odd.put("mistyped sounds", "殃荇鎿尛祢钕嫆镞茚荇".repeat(6));
        odd.put("mistyped words", "tranfserring limmitations acountings paymnetting refnudable");
        odd.put("mistyped syllables", "xinyongkanianfeizenmeshoud");
        return odd;
    }

    private static String filled(String with) {
        return with.repeat(LARGE / with.length());
    }

    private static String characters(int from, int to) {
        return IntStream.range(from, to).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
