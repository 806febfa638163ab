package amends.app;

import amends.acd.AcdEvent;
import amends.contact.Contact;
import amends.contact.ContactKeeping.ContactEvent;
import amends.contact.Disposition;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.PopState;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.CallSuggestions;
import amends.knowledge.Cue;
import amends.knowledge.SuggestionFeed;
import amends.recovery.Complaint;
import amends.recovery.Evidence;
import amends.recovery.Failure;
import amends.recovery.Failures;
import amends.recovery.jdbc.JdbcComplaints;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.MenuPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates what the desk knows of a call into cues for the knowledge base, from the first ring on. On the call loop;
 * what blocks is asked elsewhere, and one source that fails costs its own cues only.
 */
final class CallCues {
    private static final Logger LOG = LoggerFactory.getLogger(CallCues.class);
    /** An older contact says nothing about why somebody calls today. */
    private static final Duration RECENT = Duration.ofDays(30);

    private static final int MOST = 8;

    private final Desk desk;
    private final StoreRoom store;
    private final Failures failures;
    private final SuggestionFeed feed;
    private final Timekeeper time;

    /** The suggestions of a desk, fed from now on. @param language of the settings, such as {@code en} */
    static CallSuggestions feeding(Desk desk, StoreRoom store, String language, Timekeeper time) {
        var suggestions = new CallSuggestions(
                store.knowledge().base(),
                language.startsWith("en") ? ArticleLanguage.EN : ArticleLanguage.ZH_CN,
                desk.loop,
                desk.background);
        new CallCues(desk, store, suggestions, time);
        return suggestions;
    }

    private CallCues(Desk desk, StoreRoom store, SuggestionFeed feed, Timekeeper time) {
        this.desk = desk;
        this.store = store;
        this.failures = store.failures();
        this.feed = feed;
        this.time = time;
        desk.session.onAcdEvent(event -> {
            if (event instanceof AcdEvent.QueueCallOffered offer) queued(offer);
        });
        desk.phone.onCallEvent(event -> {
            if (event instanceof CallEvent.Delivered(var call)) chosen(call);
        });
        desk.pop.onPop(shown -> {
            if (shown instanceof PopState.Known(var call, var caller, var profile)) known(call, profile);
        });
        desk.contacts.onContact(event -> {
            if (event instanceof ContactEvent.ContactClosed closed)
                feed.over(closed.contact().call());
        });
    }

    private void queued(AcdEvent.QueueCallOffered offer) {
        String name = offer.queue();
        Map<ArticleLanguage, String> means = Map.of(ArticleLanguage.ZH_CN, name, ArticleLanguage.EN, name);
        feed.cues(offer.call().value(), "queue", List.of(new Cue.Queue(name, means)));
    }

    private void chosen(Call call) {
        MenuPath menu = call.marks().menu();
        if (menu.isEmpty()) return;
        feed.cues(call.id().value(), "menu", List.of(new Cue.Menu(menu.toString(), String.join(" ", menu.steps()))));
    }

    private void known(CallId call, CustomerProfile profile) {
        var cues = new ArrayList<Cue>();
        if (!profile.note().isBlank()) cues.add(new Cue.Note(profile.note()));
        if (profile.tier() != Tier.REGULAR) cues.add(tier(profile.tier()));
        feed.cues(call.value(), "profile", cues);
        asked(call, "owed", () -> owed(profile));
        asked(call, "complaints", () -> complaints(profile));
        asked(call, "tags", () -> tags(profile));
        asked(call, "last contact", () -> lastContact(call, profile));
    }

    private static Cue tier(Tier tier) {
        return new Cue.Tier(
                tier.name(),
                switch (tier) {
                    case VIP -> means("VIP 贵宾 客户 权益", "VIP customer benefits");
                    case GOLD -> means("金卡 客户 权益", "gold card customer benefits");
                    case SILVER -> means("银卡 客户 权益", "silver card customer benefits");
                    case REGULAR -> Map.of();
                });
    }

    private void asked(CallId call, String source, Supplier<List<Cue>> question) {
        desk.background.execute(() -> {
            List<Cue> cues = answer(call, source, question);
            desk.loop.execute(() -> feed.cues(call.value(), source, cues));
        });
    }

    /** Runs at the edge of the call loop: whatever is wrong with one source stays there. */
    private static List<Cue> answer(CallId call, String source, Supplier<List<Cue>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.warn("call {}: no cues from {}: {}", call, source, e.toString());
            return List.of();
        }
    }

    private List<Cue> lastContact(CallId call, CustomerProfile profile) {
        return store.contacts().ofCustomer(profile.id(), 3).stream()
                .filter(contact -> !contact.call().equals(call.value()))
                .limit(1)
                .filter(contact -> contact.began().isAfter(time.now().minus(RECENT)))
                .flatMap(contact -> unsolved(contact).stream())
                .toList();
    }

    private static List<Cue> unsolved(Contact contact) {
        return contact
                .wrapUp()
                .filter(w -> w.disposition() == Disposition.FOLLOW_UP || w.disposition() == Disposition.COMPLAINT)
                .filter(w -> !w.note().isBlank())
                .<Cue>map(w -> new Cue.LastContact(w.disposition().name(), w.note()))
                .stream()
                .toList();
    }

    private List<Cue> complaints(CustomerProfile profile) {
        return new JdbcComplaints(store.database())
                .ofCustomer(profile.id(), MOST).stream()
                        .filter(complaint -> complaint.state() != Complaint.State.CLOSED)
                        .<Cue>map(complaint ->
                                new Cue.Complained(complaint.number(), complaint.subject() + " " + complaint.what()))
                        .toList();
    }

    /** Those that hold: what is disputed or over says nothing. */
    private List<Cue> tags(CustomerProfile profile) {
        return store.profile().tags().of(profile.id()).stream()
                .filter(tag -> tag.dispute().isEmpty()
                        && tag.expires().filter(time.now()::isAfter).isEmpty())
                .limit(MOST)
                .<Cue>map(tag -> new Cue.Tagged(tag.name()))
                .toList();
    }

    private List<Cue> owed(CustomerProfile profile) {
        return failures.openOf(profile.id()).stream()
                .map(Failure::kind)
                .distinct()
                .<Cue>map(kind -> new Cue.Owed(kind.name(), meaning(kind)))
                .toList();
    }

    private static Map<ArticleLanguage, String> meaning(Evidence.Kind kind) {
        return switch (kind) {
            case LONG_WAIT -> means("电话等太久 排队等待 道歉", "waited too long in the queue apology");
            case GAVE_UP -> means("排队没接通 放弃 打不通 道歉", "gave up waiting abandoned call apology");
            case DROPPED -> means("通话中断 电话断了 掉线", "call dropped cut off");
            case BADLY_HEARD -> means("听不清 声音断续 通话质量", "bad line could not hear");
            case CALLED_AGAIN -> means("重复来电 问题没解决 又打来", "called again not solved");
            case CALLBACK_LATE -> means("回电晚了 没有按时回电 承诺逾期", "callback late promise broken");
            case THIRD_TRANSFER -> means("转来转去 多次转接 没人负责", "transferred again and again passed on");
            case PROMISE_BROKEN -> means("承诺没有兑现 承诺逾期 道歉", "broken promise late apology");
            case COMPLAINT_OVERDUE -> means("投诉没有回复 投诉超时 进度", "complaint overdue no answer progress");
            case ANSWER_CORRECTED -> means("上次说错了 答复有误 更正", "wrong answer given corrected");
        };
    }

    private static Map<ArticleLanguage, String> means(String chinese, String english) {
        return Map.of(ArticleLanguage.ZH_CN, chinese, ArticleLanguage.EN, english);
    }
}
