package amends.customer;

import amends.kernel.PlainText;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands single cells as people write them, in Chinese and English; empty where it cannot. */
final class CellReading {
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?(?:[T ]\\d{1,2}:\\d{2}.*)?");
    private static final Pattern COMPACT_DATE = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:月|[-/])(\\d{1,2})日?");
    private static final Pattern SHORTENED = Pattern.compile("[+-]?\\d([.,]\\d+)?[eE][+-]?\\d{1,3}");
    private static final Pattern BROKEN = Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)");
    private static final Pattern TIER_END = Pattern.compile("(客户|客戶|会员|會員|卡|级|級)+$");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
    private static final Map<String, CustomerProfile.Tier> TIERS = Map.ofEntries(
            Map.entry("普通", CustomerProfile.Tier.REGULAR),
            Map.entry("一般", CustomerProfile.Tier.REGULAR),
            Map.entry("regular", CustomerProfile.Tier.REGULAR),
            Map.entry("standard", CustomerProfile.Tier.REGULAR),
            Map.entry("银", CustomerProfile.Tier.SILVER),
            Map.entry("銀", CustomerProfile.Tier.SILVER),
            Map.entry("silver", CustomerProfile.Tier.SILVER),
            Map.entry("金", CustomerProfile.Tier.GOLD),
            Map.entry("黄金", CustomerProfile.Tier.GOLD),
            Map.entry("gold", CustomerProfile.Tier.GOLD),
            Map.entry("贵宾", CustomerProfile.Tier.VIP),
            Map.entry("貴賓", CustomerProfile.Tier.VIP),
            Map.entry("vip", CustomerProfile.Tier.VIP));
    private static final Map<String, String> LANGUAGES = Map.of(
            "中文", "zh-CN", "普通话", "zh-CN", "简体中文", "zh-CN", "繁体中文", "zh-TW", "繁體中文", "zh-TW", "粤语", "zh-HK", "英语", "en",
            "英文", "en", "english", "en");
    private static final Map<String, Portrait.Channel> CHANNELS = Map.of(
            "电话", Portrait.Channel.PHONE,
            "電話", Portrait.Channel.PHONE,
            "短信", Portrait.Channel.SHORT_MESSAGE,
            "簡訊", Portrait.Channel.SHORT_MESSAGE,
            "sms", Portrait.Channel.SHORT_MESSAGE,
            "邮件", Portrait.Channel.EMAIL,
            "電子郵件", Portrait.Channel.EMAIL,
            "信函", Portrait.Channel.LETTER,
            "在线", Portrait.Channel.CHAT,
            "線上", Portrait.Channel.CHAT);

    private CellReading() {}

    /** A cell that was written as text on purpose begins with an apostrophe. */
    static String bare(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** Full-width digits and letters as everybody writes them. */
    static String plain(String cell) {
        boolean ascii = true;
        for (int i = 0; i < cell.length() && ascii; i++) ascii = cell.charAt(i) < 128;
        return ascii
                ? cell.strip()
                : Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }

    static boolean isShortened(String cell) {
        String text = plain(cell);
        return (text.indexOf('E') > 0 || text.indexOf('e') > 0)
                && SHORTENED.matcher(text).matches();
    }

    static boolean isBrokenFormula(String cell) {
        return cell.startsWith("#") && BROKEN.matcher(cell).matches();
    }

    static Optional<CustomerProfile.Tier> tier(String cell) {
        String bare = TIER_END.matcher(plain(cell).toLowerCase(Locale.ROOT)).replaceAll("");
        return Optional.ofNullable(TIERS.get(bare));
    }

    static Optional<LocalDate> date(String cell) {
        String text = plain(cell);
        for (Pattern form : List.of(DATE, COMPACT_DATE)) {
            Matcher found = form.matcher(text);
            if (found.matches()) return day(number(found, 1), number(found, 2), number(found, 3));
        }
        return Optional.empty();
    }

    static Optional<ImportedCustomer.Birthday> birthday(String cell) {
        Matcher found = DAY.matcher(plain(cell));
        if (found.matches())
            return day(2000, number(found, 1), number(found, 2))
                    .map(day -> new ImportedCustomer.Birthday(day.getMonthValue(), day.getDayOfMonth(), 0));
        return date(cell)
                .map(day -> new ImportedCustomer.Birthday(day.getMonthValue(), day.getDayOfMonth(), day.getYear()));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<String> language(String cell) {
        String known = LANGUAGES.get(plain(cell).toLowerCase(Locale.ROOT));
        if (known != null) return Optional.of(known);
        String tag = plain(cell).replace('_', '-');
        return LANGUAGE.matcher(tag).matches() && tag.length() <= Portrait.LONGEST_LANGUAGE
                ? Optional.of(Locale.forLanguageTag(tag).toLanguageTag()).filter(t -> !t.equals("und"))
                : Optional.empty();
    }

    static Optional<Portrait.Channel> channel(String cell) {
        String bare = plain(cell).toLowerCase(Locale.ROOT);
        if (CHANNELS.containsKey(bare)) return Optional.of(CHANNELS.get(bare));
        return Arrays.stream(Portrait.Channel.values())
                .filter(channel -> channel.name().replace("_", "").equalsIgnoreCase(bare.replaceAll("[\\s_-]", "")))
                .findFirst();
    }

    /** Several in one cell. */
    static List<String> words(String cell, int longest, int most) {
        return Arrays.stream(cell.split("[;；、\\n|]"))
                .map(word -> PlainText.line(word, longest))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(most)
                .toList();
    }
}
