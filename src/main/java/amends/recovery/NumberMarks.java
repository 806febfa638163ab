package amends.recovery;

import static amends.recovery.PersonalMark.ACCOUNT;
import static amends.recovery.PersonalMark.CARD;
import static amends.recovery.PersonalMark.CODE;
import static amends.recovery.PersonalMark.DATE;
import static amends.recovery.PersonalMark.EMAIL;
import static amends.recovery.PersonalMark.IDENTITY;
import static amends.recovery.PersonalMark.LINK;
import static amends.recovery.PersonalMark.PHONE;
import static amends.recovery.PersonalMark.PLATE;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what identifies by letters and digits, however they are spaced or spelled. */
final class NumberMarks {
    private static final String HAN_DIGIT = "〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貳參陸";
    private static final String DIGIT = "[0-9" + HAN_DIGIT + "]";
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";

    private static final Pattern LINKS = insensitive("(?:https?://|www\\.)[\\x21-\\x7e]+");
    private static final Pattern EMAILS = insensitive(
            "[a-z0-9._%+\\-]+\\s*(?:@|\\(at\\)|\\[at\\]|\\{at\\})\\s*[a-z0-9\\-]+(?:\\s*(?:\\.|\\(dot\\)|\\[dot\\]| dot |点|點)\\s*[a-z0-9\\-]+){0,8}"
                    + "|[a-z0-9._%+\\-]+ at [a-z0-9\\-]+(?: dot [a-z0-9\\-]+){1,8}"
                    + "|[a-z0-9._%+\\-]+ at [a-z0-9\\-]+(?:\\.[a-z]{2,}){1,8}");
    private static final Pattern ACCOUNTS = insensitive(
            "(?:微信号?|微訊|wechat|weixin|qq|支付宝|支付寶|alipay|微博|抖音号?|telegram|whatsapp|line id|paypal|账号|帐号|帳號|用户名|用戶名"
                    + "|user ?name)\\s*(?:号码?|號碼?|id|no\\.?)?\\s*(?:[:：]|是|为|為|is)?\\s*(?<what>[a-z0-9_\\-.]*[0-9_][a-z0-9_\\-.]*[a-z0-9_]|(?<=[:：是为為号號] ?)[a-z][a-z0-9_\\-]{4,})");
    private static final Pattern PLATES = insensitive(
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领滬遼魯蘇贛閩貴寧瓊]\\s?[a-z]\\s?[·•.\\-—]?\\s?(?=[a-z0-9 ]{0,6}\\d)[a-z0-9](?:\\s?[a-z0-9]){3,5}[挂学警港澳领使]?");
    private static final Pattern DATES =
            insensitive("(?:(?:19|20)\\d{2}|(?<!\\d)\\d{2})\\s*年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*[日号號])?"
                    + "|(?<!\\d)(?:19|20)\\d{2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{1,2}(?!\\d)"
                    + "|(?<!\\d)\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号號]?"
                    + "|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}[日号號]"
                    + "|(?<![\\d/])\\d{1,2}/\\d{1,2}(?:/(?:\\d{4}|\\d{2}))?(?![\\d/])"
                    + "|\\b" + MONTH + "\\.?\\s+" + DAY + "(?:,?\\s+(?:19|20)\\d{2})?\\b"
                    + "|\\b" + DAY + "\\s+(?:of\\s+)?" + MONTH + "\\b(?:,?\\s+(?:19|20)\\d{2})?");
    private static final Pattern TAILS = insensitive(
            "(?:尾号|尾號|末四位|后四位|後四位|ending (?:in|with)|last four(?: digits)?(?: are)?)\\s*(?:[:：]|是|为|為)?\\s*(?<what>\\d{3,6})");
    private static final Pattern NAMED = insensitive(
            "(?:工号|工號|分机|分機|编号|編號|单号|單號|订单号?|訂單號?|工单|工單|流水号?|流水號?|验证码|驗證碼|回执|回執|坐席|座席|号码|號碼|extension|ext\\.|agent|order|reference|receipt|case|ticket|invoice|no\\.|number|code)"
                    + "\\s*(?:no\\.?|number|号|號)?\\s*(?:[:：#]|是|为|為|is)?\\s*(?<what>#?[a-z0-9]*\\d[a-z0-9\\-]{2,})"
                    + "|(?<what2>#\\d{3,})");
    private static final Pattern CODES = Pattern.compile("(?<![A-Za-z0-9])(?:"
            + "[A-Z]{1,2}\\d{6}\\s?\\([0-9A]\\)"
            + "|(?=[A-Za-z0-9\\-]*\\d)(?=[A-Za-z0-9\\-]*[A-Za-z])[A-Za-z0-9](?:-?[A-Za-z0-9]){5,60}"
            + "|(?=[A-Z0-9]*\\d[A-Z0-9]*)(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])[A-Z0-9]{4,5})(?![A-Za-z0-9])");
    private static final Pattern SPELLED = insensitive(
            "\\b(?:(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)\\b[\\s,.\\-]*){6,60}");
    private static final Pattern DIGITS = insensitive(
            "\\+?\\(?" + DIGIT + "(?:[ .\\-–—−‐‑·•()（）_/,，*～~]{0,4}" + DIGIT + "){0,80}(?:\\s?[xX](?![a-zA-Z]))?");
    private static final Pattern ENUMERATION = Pattern.compile("[" + HAN_DIGIT + "]+");
    private static final int LEAST_DIGITS = 6;

    private NumberMarks() {}

    private static Pattern insensitive(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static void find(MarkedPlaces places) {
        places.all(LINKS, LINK);
        places.all(EMAILS, EMAIL);
        places.named(ACCOUNTS, ACCOUNT);
        places.all(PLATES, PLATE);
        places.all(DATES, DATE);
    }

    /** After the amounts, which are digits too. */
    static void findLongOnes(MarkedPlaces places) {
        places.named(TAILS, CARD);
        Matcher digits = DIGITS.matcher(places.plain());
        while (digits.find()) classify(places, digits);
        places.all(SPELLED, PHONE);
        places.named(NAMED, CODE);
        places.all(CODES, CODE);
    }

    private static void classify(MarkedPlaces places, Matcher run) {
        String digits = run.group().replaceAll("[^0-9xX" + HAN_DIGIT + "]", "");
        int count = digits.length();
        if (count < LEAST_DIGITS) return;
        // Numbers that are spelled in Chinese are a number from seven on: shorter ones are words.
        if (ENUMERATION.matcher(digits).matches() && count < 7) return;
        // No pattern is let loose on a run without end: the rest of it goes with its beginning.
        int end = run.end();
        while (end < places.plain().length() && Character.isDigit(places.plain().charAt(end))) end++;
        places.add(run.start(), end, mark(digits, count));
    }

    private static PersonalMark mark(String digits, int count) {
        if (count == 18 && digits.matches("[1-9]\\d{5}(?:19|20)\\d{9}[\\dxX]")) return IDENTITY;
        if (count == 15 && digits.matches("[1-9]\\d{7}[01]\\d{6}")) return IDENTITY;
        if (count >= 15) return CARD;
        return count >= 7 ? PHONE : CODE;
    }
}
