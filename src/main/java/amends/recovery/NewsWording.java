package amends.recovery;

import amends.recovery.CustomerNews.Occasion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the customer reads about their complaint: its number, how it stands, until when there is more. Nothing of what
 * it is about: others may see the screen. Each fits one short message together with a sender of ten characters.
 */
public enum NewsWording {
    ZH_CN(
            "【%s】",
            "M月d日",
            Locale.SIMPLIFIED_CHINESE,
            "您的投诉（编号%d）已受理，有专人负责，最迟%s答复您。",
            "您的投诉（编号%d）正在处理，最迟%s答复您，有进展会主动告知。",
            "您的投诉（编号%d）：经办部门已有回复，我们正在核对，最迟%s答复您。",
            "您的投诉（编号%d）已答复。如仍有问题，来电说出编号即可继续处理。",
            "您的投诉（编号%d）已办结。请为处理打分：及时、合理、公平各1到5，如回复 5 4 5",
            "您的投诉（编号%d）已重新处理，最迟%s答复您。",
            "感谢接听。投诉（编号%d）约定的事已记录在案，我们会跟进到底。"),
    ZH_TW(
            "【%s】",
            "M月d日",
            Locale.TRADITIONAL_CHINESE,
            "您的申訴（編號%d）已受理，有專人負責，最遲%s答覆您。",
            "您的申訴（編號%d）正在處理，最遲%s答覆您，有進展會主動告知。",
            "您的申訴（編號%d）：經辦部門已有回覆，我們正在核對，最遲%s答覆您。",
            "您的申訴（編號%d）已答覆。若仍有問題，來電說出編號即可繼續處理。",
            "您的申訴（編號%d）已結案。請為處理評分：及時、合理、公平各1到5，如回覆 5 4 5",
            "您的申訴（編號%d）已重新處理，最遲%s答覆您。",
            "感謝接聽。申訴（編號%d）約定的事已記錄在案，我們會跟進到底。"),
    EN(
            "%s: ",
            "d MMM",
            Locale.UK,
            "We have your complaint no. %d. One person sees to it; you hear from us by %s.",
            "Your complaint no. %d is being worked on. You have our answer by %s; we tell you what is new.",
            "Complaint no. %d: the department has replied and we are checking it. You have our answer by %s.",
            "Your complaint no. %d has been answered. If anything is still wrong, call us and give the number.",
            "Complaint no. %d is closed. How was it handled? Reply three figures 1-5: timely, reasonable, fair,"
                    + " e.g. 5 4 5",
            "Your complaint no. %d is open again. You have our answer by %s.",
            "Thank you for your time. What we agreed about complaint no. %d is on record; we see it through.");

    private final String sender;
    private final DateTimeFormatter date;
    private final Map<Occasion, String> texts = new EnumMap<>(Occasion.class);

    NewsWording(String sender, String date, Locale locale, String... texts) {
        this.sender = sender;
        this.date = DateTimeFormatter.ofPattern(date, locale);
        for (Occasion occasion : Occasion.values()) this.texts.put(occasion, texts[occasion.ordinal()]);
    }

    /** @param from who writes; may be empty @param by until when there is an answer */
    String text(Occasion occasion, int number, Instant by, ZoneId zone, String from) {
        String text = texts.get(occasion).formatted(number, date.format(by.atZone(zone)));
        return from.isBlank() ? text : sender.formatted(from) + text;
    }
}
