package amends.promise;

import amends.kernel.PlainText;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the customer reads; with a usual sender and a short line it fits one message (70 characters in Chinese). */
public enum PromiseWording {
    ZH_CN(Locale.SIMPLIFIED_CHINESE, "【%s】", "我们承诺：%s，%s前办好。编号%s，来电报编号即可查询。", "M月d日HH:mm"),
    ZH_TW(Locale.TRADITIONAL_CHINESE, "【%s】", "我們承諾：%s，%s前辦好。編號%s，來電報編號即可查詢。", "M月d日HH:mm"),
    EN(
            Locale.ENGLISH,
            "%s: ",
            "We promise you: %s, done by %s. Your code is %s; give it whenever you call.",
            "d MMM HH:mm");

    private static final int MOST_SENDER = 20;
    private final Locale locale;
    private final String from;
    private final String receipt;
    private final DateTimeFormatter moment;

    PromiseWording(Locale locale, String from, String receipt, String moment) {
        this.locale = locale;
        this.from = from;
        this.receipt = receipt;
        this.moment = DateTimeFormatter.ofPattern(moment, locale);
    }

    String receipt(Promise promise, PromiseRules rules, String sender) {
        String kind = rules.kind(promise.kind()).map(k -> k.names().in(locale)).orElse("");
        String amount = promise.amount().map(a -> a.shown(locale)).orElse("");
        ZonedDateTime due = promise.due().atZone(rules.house().zone());
        String clean = PlainText.line(sender, MOST_SENDER);
        return (clean.isEmpty() ? "" : from.formatted(clean))
                + receipt.formatted(said(kind, amount, promise.what()), moment.format(due), promise.code());
    }

    private static String said(String kind, String amount, String what) {
        String begin = (kind + " " + amount).strip();
        return begin.isEmpty() ? what : begin + " " + what;
    }
}
