package amends.recovery;

import static amends.recovery.PersonalMark.NAME;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what looks like a name, though nobody told whose. Rather a word too many than a name too few: whoever files the
 * text sees each find and can keep it.
 */
final class GuessedNames {
    private static final String S =
            "(?:" + String.join("|", NameWords.DOUBLE_SURNAMES) + "|[" + joined(NameWords.SURNAMES) + "])";
    private static final String HAN = "[\\u4e00-\\u9fff]";
    private static final String END = "(?![\\u4e00-\\u9fff])";
    private static final Pattern TITLED =
            Pattern.compile("(?<who>" + S + "(?:" + HAN + "{1,2}?|某某?)?)(?=(?:" + NameWords.TITLES + "))");
    private static final Pattern CALLED =
            Pattern.compile("(?:姓名|户名|戶名|名叫|名字叫|名字是|我叫|叫做|叫作|联系人|聯絡人|收款人|付款人|收件人|持卡人|经办人|投诉人|本人|大名|署名|签名)"
                    + "\\s*(?:[:：]|是|为|為|叫|[(（])?\\s*(?<who>" + S + "\\s?(?:" + HAN + "\\s?" + HAN + END + "|" + HAN
                    + END + "|"
                    + HAN + "(?=[是的来在要说，。,.])|" + HAN + HAN + "))");
    private static final Pattern NICKED = Pattern.compile("(?<![大最])(?<![从從变變])[小老阿](?<who>["
            + joined(NameWords.COMMON_SURNAMES) + "])(?=[，。,.;；！!？?\\s]|$|说|要|的|来电|帮|在|是|把|已|给|和|跟|姐|哥|妹|弟)");
    private static final Pattern DOTTED = Pattern.compile(HAN + "{2,}[·•‧]" + HAN + "{2,}");
    private static final Pattern HIDDEN =
            Pattern.compile(S + "(?:某某?|[*＊×xX]{1,2}" + HAN + "?|[oO〇○]{1,2})" + "(?![a-zA-Z0-9])");
    private static final String GIVEN = joined(NameWords.GIVEN);
    private static final String PERHAPS = GIVEN + joined(NameWords.PERHAPS_GIVEN);
    private static final Pattern THREE =
            Pattern.compile("(?<who>" + S + "(?:[" + GIVEN + "][" + PERHAPS + "]|[" + PERHAPS + "][" + GIVEN + "]))");
    private static final Pattern TWO =
            Pattern.compile("(?<who>[" + joined(NameWords.COMMON_SURNAMES) + "][" + GIVEN + "])(?![" + GIVEN + "])");
    private static final String CAPITAL = "[A-Z][a-zA-ZÀ-ÿ]*(?:['’\\-][A-Z]?[a-zA-ZÀ-ÿ]+){0,3}";
    private static final Pattern ADDRESSED = Pattern.compile(
            "\\b(?i:" + NameWords.ENGLISH_TITLES + ")\\b\\.?\\s+(?<who>" + CAPITAL + "(?:\\s+" + CAPITAL + "){0,2})");
    private static final Pattern INTRODUCED = Pattern.compile(
            "\\b(?i:my name is|name is|name:|called|named|i am|this is|i'm|spoke (?:to|with)|speaking (?:to|with)|account holder|cardholder|contact person|signed by|signed|regards,?|colleague|agent|customer|caller|client|husband|wife|son|daughter|mother|father)\\s+(?<who>"
                    + CAPITAL + "(?:\\s+(?:(?:van|von|de|der|la|bin|al)\\s+)?" + CAPITAL + "){0,3})");
    private static final Pattern LATIN = Pattern.compile("(?<![A-Za-zÀ-ÿ])(?<first>" + CAPITAL
            + ")(?<rest>(?:\\s+(?:[A-Z]\\.\\s+)?(?:(?:van|von|de|der|la|bin|al)\\s+)?" + CAPITAL
            + "){0,3})(?![A-Za-zÀ-ÿ])");

    private GuessedNames() {}

    private static String joined(Set<String> characters) {
        return characters.stream().sorted().collect(Collectors.joining());
    }

    /** @param kept words of which somebody said that they name nobody */
    static void find(MarkedPlaces places, Set<String> kept) {
        each(TITLED, places, kept);
        each(CALLED, places, kept);
        each(THREE, places, kept);
        each(TWO, places, kept);
        each(NICKED, places, kept);
        whole(DOTTED, places, kept);
        whole(HIDDEN, places, kept);
        each(ADDRESSED, places, kept);
        each(INTRODUCED, places, kept);
        latin(places, kept);
    }

    private static void each(Pattern pattern, MarkedPlaces places, Set<String> kept) {
        Matcher found = pattern.matcher(places.plain());
        int from = 0;
        while (found.find(from)) {
            String who = found.group("who");
            if (isName(who, kept)) places.add(found.start("who"), found.end("who"), NAME);
            // A word that is no name may hide one that begins inside it.
            from = isName(who, kept) ? found.end("who") : found.start("who") + 1;
            if (from > places.plain().length()) return;
        }
    }

    private static void whole(Pattern pattern, MarkedPlaces places, Set<String> kept) {
        Matcher found = pattern.matcher(places.plain());
        while (found.find()) if (isName(found.group(), kept)) places.add(found.start(), found.end(), NAME);
    }

    private static boolean isName(String who, Set<String> kept) {
        String bare = who.strip();
        if (kept.contains(bare) || NameWords.NO_ENGLISH_NAMES.contains(bare.split("\\s")[0])) return false;
        for (int i = 0; i + 2 <= bare.length(); i++)
            if (NameWords.NO_NAMES.contains(bare.substring(i, i + 2))) return false;
        return true;
    }

    /** A given name or a surname that is known, with the capitalised words after it; a surname in pinyin needs one. */
    private static void latin(MarkedPlaces places, Set<String> kept) {
        Matcher found = LATIN.matcher(places.plain());
        int from = 0;
        while (found.find(from)) {
            from = found.end("first");
            String first = found.group("first");
            boolean given = NameWords.ENGLISH_GIVEN.contains(title(first));
            boolean pinyin = NameWords.PINYIN.contains(title(first))
                    && !found.group("rest").isBlank();
            if ((!given && !pinyin) || kept.contains(first) || kept.contains(found.group())) continue;
            places.add(found.start(), found.end(), NAME);
            from = found.end();
        }
    }

    private static String title(String word) {
        return word.substring(0, 1) + word.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
