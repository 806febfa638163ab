package amends.recovery;

import static amends.recovery.PersonalMark.AMOUNT;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds sums of money that are so exact that somebody could be known by them, and rounds them to their first figure: 268.34
 * yuan are about 300. Round sums, as policies name them, stay.
 */
final class AmountMarks {
    private static final String SUM = "(?<sum>\\d{1,3}(?:[,，]\\d{3}){1,6}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
    private static final String UNIT =
            "(?:元|块|塊|圆|圓|角|美元|美金|港币|港幣|港元|台币|台幣|欧元|歐元|yuan|rmb|cny|usd|hkd|eur" + "|kuai|dollars?|euros?|pounds?)";
    private static final Pattern BEFORE = Pattern.compile(
            "(?:[¥$€£]|(?<![a-z])(?:rmb|cny|usd|hkd|twd|nt\\$|eur|gbp)|人民币|人民幣)\\s*" + SUM, Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER =
            Pattern.compile("(?<![\\d.])" + SUM + "\\s*[万千百亿萬億]?\\s*" + UNIT, Pattern.CASE_INSENSITIVE);
    private static final Pattern SPELLED = Pattern.compile("[零〇一二两兩三四五六七八九十百千万萬亿億点點壹贰叁肆伍陆柒捌玖拾佰仟]{2,}(?=[元块塊圆圓])"
            + "(?:[元块塊圆圓][零一二三四五六七八九十]{1,2}(?:角[一二三四五六七八九]?分?)?)?");
    private static final Pattern ROUND = Pattern.compile("[一二两兩三四五六七八九]?[十百千万萬]");

    private AmountMarks() {}

    static void find(MarkedPlaces places, boolean inChinese) {
        round(places, BEFORE, inChinese);
        round(places, AFTER, inChinese);
        Matcher spelled = SPELLED.matcher(places.plain());
        while (spelled.find())
            if (!ROUND.matcher(spelled.group()).matches()) places.add(spelled.start(), spelled.end(), AMOUNT);
    }

    private static void round(MarkedPlaces places, Pattern pattern, boolean inChinese) {
        Matcher found = pattern.matcher(places.plain());
        while (found.find()) {
            if (found.group("sum").length() > 15) continue;
            var sum = new BigDecimal(found.group("sum").replaceAll("[,，]", ""));
            BigDecimal about = sum.round(new MathContext(1, RoundingMode.HALF_UP));
            if (sum.signum() == 0 || sum.compareTo(about) == 0) continue;
            places.add(
                    found.start("sum"),
                    found.end("sum"),
                    AMOUNT,
                    (inChinese ? "约 " : "about ") + about.toPlainString());
        }
    }
}
