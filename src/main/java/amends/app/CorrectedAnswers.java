package amends.app;

import amends.contact.Contact;
import amends.contact.Contacts;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Articles;
import amends.knowledge.Correction;
import amends.knowledge.UsedArticles;
import amends.knowledge.UsedArticles.Outdated;
import amends.recovery.Evidence.AnswerCorrected;
import amends.recovery.Evidence.Named;
import amends.recovery.Failure;
import amends.recovery.FailureRules;
import amends.recovery.Failures;
import amends.recovery.OldAndNew;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again for customers who were given an answer that was corrected afterwards: that is a failure of
 * ours, though they do not know it yet.
 */
final class CorrectedAnswers implements DutyHandler {
    static final String KIND = "look-for-corrected-answers";
    private static final Logger LOG = LoggerFactory.getLogger(CorrectedAnswers.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int MOST = 2_000;
    private final Articles articles;
    private final UsedArticles used;
    private final Contacts contacts;
    private final Failures failures;
    private final FailureRules rules;
    private final String homeRegion;
    private final Timekeeper time;

    CorrectedAnswers(StoreRoom store, Articles articles, String homeRegion, Timekeeper time) {
        this.articles = articles;
        used = store.knowledge().used();
        contacts = store.contacts();
        failures = store.failures();
        rules = store.rules();
        this.homeRegion = homeRegion;
        this.time = time;
    }

    /** With the duty that makes it look. */
    static CorrectedAnswers looking(StoreRoom store, String homeRegion, Timekeeper time) {
        store.queue()
                .put(
                        CorrectedAnswers.class,
                        () -> store.duties().add(duty(time.now().plus(EVERY))));
        return new CorrectedAnswers(store, store.knowledge().articles(), homeRegion, time);
    }

    /** The one duty that looks for ever. */
    static Duty duty(Instant from) {
        return new Duty(Ids.named(KIND), KIND, Ids.named(KIND), from, 0);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isForEver() {
        return true;
    }

    @Override
    public Result carryOut(Duty duty) {
        int found = look();
        if (found > 0) LOG.info("{} customers were given answers that were corrected since", found);
        return new Result.Again(EVERY, "looked");
    }

    /** @return how many failures were new */
    int look() {
        List<Outdated> outdated = used.outdated(time.now().minus(rules.limits().corrected()), MOST);
        return (int) outdated.stream().filter(this::add).count();
    }

    /** What the customer was told and what is right; empty when a text cannot be found any more. */
    Optional<OldAndNew> told(AnswerCorrected answer) {
        Optional<ArticleLanguage> language =
                ArticleLanguage.ofTag(answer.article().language());
        if (language.isEmpty()) return Optional.empty();
        var id = new ArticleId(answer.article().id(), language.get());
        return articles.version(id, answer.told())
                .flatMap(old -> articles.version(id, answer.corrected())
                        .map(now -> new OldAndNew(plain(old.body()), plain(now.body()))));
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("[#*_`>|]+", " ").replaceAll("\\s+", " ").strip();
    }

    private boolean add(Outdated one) {
        var use = one.use();
        Optional<ArticleText> told = articles.version(use.article(), use.version());
        Optional<ArticleText> now = articles.version(use.article(), one.version());
        if (told.isEmpty() || now.isEmpty() || !Correction.isOne(told.get(), now.get())) return false;
        Optional<Contact> contact = contacts.byId(use.contact());
        Optional<PhoneNumber> number = contact.flatMap(c -> PhoneNumber.parse(c.number(), homeRegion));
        if (contact.isEmpty() || contact.get().customer().isEmpty() && number.isEmpty()) return false;
        var article = new Named(use.article().slug(), use.article().language().tag());
        var evidence = new AnswerCorrected(use.contact(), article, use.version(), one.version(), one.since());
        Failure failure = Failure.of(evidence, use.at(), contact.get().customer(), number);
        return failures.byId(failure.id()).isEmpty() && failures.add(failure);
    }
}
