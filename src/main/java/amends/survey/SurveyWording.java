package amends.survey;

import amends.contact.Satisfaction;

/**
 * What the customer reads, in the centre's language: one question, how to answer, how to refuse. Each fits one short
 * message together with a sender of ten characters (70 characters in Chinese, 160 in English).
 */
public enum SurveyWording {
    ZH_CN(
            "【%s】",
            "感谢来电。这次的服务您满意吗？请回复1到5（5非常满意，1很不满意），可附一句话。回复T退订",
            "致歉回电之后，事情处理得您满意吗？请回复1到5（5非常满意，1很不满意），可附一句话。回复T退订",
            "满意度%d分：%s",
            "很不满意",
            "不满意",
            "一般",
            "满意",
            "非常满意"),
    ZH_TW(
            "【%s】",
            "感謝來電。這次的服務您滿意嗎？請回覆1到5（5非常滿意，1很不滿意），可附一句話。回覆T退訂",
            "致歉回電之後，事情處理得您滿意嗎？請回覆1到5（5非常滿意，1很不滿意），可附一句話。回覆T退訂",
            "滿意度%d分：%s",
            "很不滿意",
            "不滿意",
            "普通",
            "滿意",
            "非常滿意"),
    EN(
            "%s: ",
            "Thank you for calling. How satisfied are you with our service? Reply 1 to 5 (5 = very satisfied), and"
                    + " why if you like. Reply T to stop.",
            "We called you to apologise. How satisfied are you now? Reply 1 to 5 (5 = very satisfied), and why if you"
                    + " like. Reply T to stop.",
            "Satisfaction %d: %s",
            "very dissatisfied",
            "dissatisfied",
            "neutral",
            "satisfied",
            "very satisfied");

    private final String sender;
    private final String afterContact;
    private final String afterCallback;
    private final String subject;
    private final String[] words;

    SurveyWording(String sender, String afterContact, String afterCallback, String subject, String... words) {
        this.sender = sender;
        this.afterContact = afterContact;
        this.afterCallback = afterCallback;
        this.subject = subject;
        this.words = words;
    }

    /** @param from who asks; may be empty */
    String question(Occasion occasion, String from) {
        String text = occasion == Occasion.CALLBACK ? afterCallback : afterContact;
        return from.isBlank() ? text : sender.formatted(from) + text;
    }

    /** The subject of the complaint that a low score is. */
    String complaint(int score) {
        return subject.formatted(score, words[Satisfaction.of(score).ordinal()]);
    }
}
