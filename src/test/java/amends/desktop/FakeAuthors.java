package amends.desktop;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.SettableTime;
import amends.knowledge.Article;
import amends.knowledge.ArticleFact;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentBox;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.AttachmentsInMemory;
import amends.knowledge.Audience;
import amends.knowledge.Authoring;
import amends.knowledge.Confirmation;
import amends.knowledge.ConfirmationsInMemory;
import amends.knowledge.DismissedWords;
import amends.knowledge.EverydayWords;
import amends.knowledge.Feedback;
import amends.knowledge.FeedbackBook;
import amends.knowledge.FeedbackBox;
import amends.knowledge.Hits;
import amends.knowledge.HouseWordsInMemory;
import amends.knowledge.KnowledgeBase;
import amends.knowledge.Manuscript;
import amends.knowledge.Manuscripts;
import amends.knowledge.Phrasings;
import amends.knowledge.Recall;
import amends.knowledge.Recall.Told;
import amends.knowledge.Recall.Way;
import amends.knowledge.Recalling;
import amends.knowledge.Recalls;
import amends.knowledge.SearchFigure;
import amends.knowledge.SearchFigures;
import amends.knowledge.SearchLog;
import amends.knowledge.SearchMade;
import amends.knowledge.SearchQuality;
import amends.knowledge.StewardsInMemory;
import amends.knowledge.Stewardship;
import amends.knowledge.Tending;
import amends.knowledge.Validity;
import amends.knowledge.WordCandidate;
import amends.knowledge.WordKeeping;
import amends.staff.AuditTrail;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Articles, their authors and their readers, in memory. */
public final class FakeAuthors implements Manuscripts, Recalls, FeedbackBook, SearchLog {
    public static final StaffMember CHEN =
            new StaffMember(new UUID(1, 1005), "chenjing", "陈静", "1005", Set.of(Role.EXPERT));

    public final ArticlesInMemory articles = new ArticlesInMemory();
    public final StewardsInMemory stewards = new StewardsInMemory();
    public final Map<UUID, Manuscript> manuscripts = new LinkedHashMap<>();
    public final Map<UUID, Recall> recalls = new LinkedHashMap<>();
    public final Map<UUID, Told> told = new LinkedHashMap<>();
    public final Map<UUID, Feedback> feedback = new LinkedHashMap<>();
    public final AttachmentsInMemory contents = new AttachmentsInMemory();
    /** Names of what was opened by other programs. */
    public final List<String> opened = new ArrayList<>();

    public final List<SearchMade> searches = new ArrayList<>();
    public final List<Duty> duties = new ArrayList<>();
    /** What was learned; what is unlearned is told to nobody here. */
    public Phrasings learned = Phrasings.NONE;

    public final HouseWordsInMemory words = new HouseWordsInMemory();
    public final ConfirmationsInMemory confirmations = new ConfirmationsInMemory();
    private final Set<WordCandidate.Dismissed> unwanted = new HashSet<>();
    private final SettableTime time;
    private final AuditTrail audit;

    FakeAuthors(SettableTime time, AuditTrail audit) {
        this.time = time;
        this.audit = audit;
    }

    public AuthorPorts port(StaffMember member) {
        return new AuthorPorts(
                as(member),
                new Recalling(member, new Recalling.Books(this, articles, duties(), audit, articles), () -> {}, time),
                new FeedbackBox(member, this, stewards, articles, time),
                new AttachmentPorts(
                        new AttachmentBox(member, contents, articles, articles, time),
                        (name, bytes) -> opened.add(name),
                        Runnable::run,
                        Runnable::run),
                new Tending(
                        member,
                        new Tending.Books(articles, this::facts, this, nothingFound()),
                        time,
                        ZoneId.of("Asia/Shanghai")),
                new WordKeeping(
                        member,
                        new WordKeeping.Books(words, dismissed(), confirmations, this, articles, apart(), articles),
                        () -> {},
                        time),
                new SearchQuality(
                        member, figures(), learned, amends.knowledge.Disputes.NONE, time, ZoneId.of("Asia/Shanghai")),
                search -> Tending.keep(this, search),
                () -> List.of(CHEN, new StaffMember(new UUID(1, 1001), "limin", "李敏", "1001", Set.of(Role.LEAD))));
    }

    /** What somebody else does with the same articles. */
    public Authoring as(StaffMember member) {
        return new Authoring(
                member, new Authoring.Books(articles, contents, this, stewards, audit, articles), () -> {}, time);
    }

    private static SearchFigures figures() {
        return new SearchFigures() {
            @Override
            public void put(LocalDate from, LocalDate before, List<SearchFigure> figures) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<SearchFigure> since(LocalDate day) {
                var all = new ArrayList<SearchFigure>();
                for (int i = 0; i < 24; i++) {
                    double mrr = .71 + .009 * (24 - i) - .03 * (i % 3);
                    LocalDate at = LocalDate.of(2026, 1, 4).minusDays(i);
                    all.add(new SearchFigure(at, SearchFigure.ALL, 60 + i % 7, mrr, mrr + .03, mrr + .06));
                    all.add(new SearchFigure(at, "sales", 12, mrr - .05, mrr - .02, mrr));
                    all.add(new SearchFigure(at, "support", 48 + i % 7, mrr + .01, mrr + .04, mrr + .07));
                }
                return all;
            }
        };
    }

    private DismissedWords dismissed() {
        return new DismissedWords() {
            @Override
            public Set<WordCandidate.Dismissed> all() {
                return Set.copyOf(unwanted);
            }

            @Override
            public void add(WordCandidate.Dismissed word, UUID by, Instant at) {
                unwanted.add(word);
            }
        };
    }

    /** Everything is apart that the title does not have, blanks between. */
    private static WordCandidate.Looking apart() {
        return new WordCandidate.Looking() {
            @Override
            public List<String> apart(String question, ArticleText article) {
                return Stream.of(question.split(" "))
                        .filter(word -> !article.title().contains(word))
                        .toList();
            }

            @Override
            public String matter(ArticleText article) {
                return article.title();
            }
        };
    }

    private void confirmed(ArticleId article, String words, int agent) {
        confirmations.add(new Confirmation(
                new UUID(62, confirmations.since(Instant.EPOCH, 999).size()),
                article,
                words,
                new UUID(1, agent),
                time.now().minus(Duration.ofDays(1)),
                1,
                "",
                Confirmation.Outcome.SOLVED,
                false));
    }

    private void sayOtherwise() {
        EverydayWords first = EverydayWords.of(List.of("# 云杉银行客户的说法"), List.of())
                .with("重复扣款", "扣了双份")
                .with("重复扣款", "扣了两次")
                .with("柜员机", "取钱机器")
                .with("柜员机", "吐钱的机器");
        words.put(first, Optional.empty());
        words.put(first.with("年费", "卡的年租").with("个人养老金", "自己存的养老钱").with("动账通知", "花钱提醒"), Optional.of(CHEN.id()));
        ArticleId twice = new ArticleId("repayment-twice", ArticleLanguage.ZH_CN);
        for (int i = 0; i < 4; i++) confirmed(twice, "划了两回", i);
        confirmed(twice, "钱被吃了一遍又一遍", 2);
        for (int i = 0; i < 3; i++) confirmed(REFUND.id(), "钱什么时候吐回来", i);
        searches.add(new SearchMade(
                new UUID(63, 1),
                time.now().minus(Duration.ofHours(5)),
                "卡租",
                ArticleLanguage.ZH_CN,
                0,
                false,
                Optional.of("fee-waiver")));
    }

    private Duties duties() {
        return (Duties) Proxy.newProxyInstance(
                Duties.class.getClassLoader(), new Class<?>[] {Duties.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("add")) duties.add((Duty) arguments[0]);
                    return null;
                });
    }

    private static KnowledgeBase nothingFound() {
        return new KnowledgeBase() {
            @Override
            public Hits search(amends.knowledge.Query query) {
                return new Hits(List.of(), true);
            }

            @Override
            public List<amends.knowledge.Suggestion> suggest(
                    List<amends.knowledge.Cue> cues, ArticleLanguage language, int most) {
                return List.of();
            }
        };
    }

    private List<ArticleFact> facts() {
        return articles.inUse().stream().map(this::fact).toList();
    }

    private ArticleFact fact(Article article) {
        Instant since =
                time.now().minus(Duration.ofDays(article.text().category().startsWith("fees") ? 420 : 40));
        int reported = (int) feedback.values().stream()
                .filter(f -> f.article().equals(article.id()) && f.state() == Feedback.State.OPEN)
                .count();
        return new ArticleFact(
                article.id(),
                article.title(),
                article.text().category(),
                article.version(),
                since,
                since,
                article.text().validity(),
                Optional.of(time.now()),
                4,
                0,
                reported,
                stewards.of(article.id()));
    }

    private static ArticleText text(String slug, String title, String category, String body, String sms) {
        return new ArticleText(
                new ArticleId(slug, ArticleLanguage.ZH_CN),
                title,
                List.of(title, "客户问：" + body.substring(0, Math.min(10, body.length())), slug),
                category,
                List.of(title.substring(0, 2), category),
                Audience.CUSTOMER,
                new Validity(Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty()),
                body,
                Optional.of(sms));
    }

    public static final ArticleText REFUND =
            text("refund-days", "退款几天到账", "cards/transactions", """
            退款 3 个工作日内到账，节假日顺延。到账后会有短信通知。

            ## 步骤
            1. 查退款是否已经发起，记下流水号。
            2. 已发起的，告诉客户到账日期。
            3. 超过时限没到的，登记催办。

            ## 例外
            - 境外商户的退款最长 15 天。""", "【云杉银行】您的退款已受理，3个工作日内到账，节假日顺延。");

    /** Some articles in every state, feedback, gaps, and a recalled answer. */
    public FakeAuthors inAnOrdinaryMorning(UUID agent) {
        articles.publish(REFUND);
        articles.publish(text("repayment-twice", "还款被重复扣款", "cards/repayment", "多扣的一笔 1 个工作日内原路退回。", "已登记。"));
        articles.publish(text("fee-waiver", "年费怎么免", "fees/waiver", "一年刷满 6 次免次年年费。", "刷满6次免年费。"));
        articles.publish(text("fee-alerts", "短信提醒收费", "fees/alerts", "短信提醒每月 2 元，当月没有发过不收。", "每月2元。"));
        articles.publish(text("fraud-call", "接到可疑电话怎么办", "fraud/calls", "挂断，不要按对方说的做，马上改密码。", "请勿转账。"));
        articles.publish(text("branch-hours", "网点几点开门", "branches/hours", "工作日 9:00 到 17:00。", "9点到17点。"));
        articles.retire(new ArticleId("branch-hours", ArticleLanguage.ZH_CN));
        stewards.set(REFUND.id(), new Stewardship(Optional.of(CHEN.id()), Optional.of(LocalDate.of(2026, 6, 30))));
        stewards.set(
                new ArticleId("fee-waiver", ArticleLanguage.ZH_CN),
                new Stewardship(Optional.of(CHEN.id()), Optional.of(LocalDate.of(2025, 12, 1))));
        Authoring chen = as(CHEN);
        chen.write(corrected(), 1, 0);
        chen.submit(REFUND.id(), 1);
        chen.write(text("pension-open", "个人养老金账户怎么开", "pension/open", "在手机银行“养老金”里开立，当天生效。", ""), 0, 0);
        sayOtherwise();
        says(agent, Feedback.Kind.WRONG, "客户说等了 5 个工作日，网页上也写 5 个工作日");
        says(agent, Feedback.Kind.MISSING, "没有写退到哪张卡");
        for (int i = 0; i < 7; i++) searched("养老金账户怎么缴费", i);
        searched("个人养老金缴费上限", 9);
        searched("停车有优惠吗", 20);
        return this;
    }

    /** Beside what it has: a new version. */
    public void attach(ArticleText raw, String name, String alt, byte[] bytes) {
        ArticleText text = articles.byId(raw.id()).map(Article::text).orElse(raw);
        var box = new AttachmentBox(CHEN, contents, articles, articles, time);
        var all = new ArrayList<>(text.attachments());
        if (box.take(name, bytes, all) instanceof Judged.Fit(Attachment fit)) all.add(fit.saying(alt));
        else throw new IllegalArgumentException(name);
        articles.publish(text.with(all));
    }

    public static ArticleText corrected() {
        return text(
                "refund-days",
                "退款几天到账",
                "cards/transactions",
                REFUND.body().replace("3 个工作日内", "5 个工作日内").replace("3. 超过时限没到的，登记催办。", "3. 超过时限没到的，登记催办，当天回电。"),
                "【云杉银行】您的退款已受理，5个工作日内到账，节假日顺延。");
    }

    private void says(UUID by, Feedback.Kind kind, String words) {
        var one = new Feedback(
                new UUID(60, feedback.size()),
                REFUND.id(),
                1,
                kind,
                words,
                by,
                time.now().minus(Duration.ofHours(3)),
                Feedback.State.OPEN,
                Optional.of(CHEN.id()),
                "");
        feedback.put(one.id(), one);
    }

    private void searched(String words, int hoursAgo) {
        searches.add(new SearchMade(
                new UUID(61, searches.size()),
                time.now().minus(Duration.ofHours(hoursAgo)),
                words,
                ArticleLanguage.ZH_CN,
                0,
                false));
    }

    public void wasUsed(UUID contact, UUID agent, int hoursAgo, Way way) {
        told.put(contact, new Told(contact, agent, time.now().minus(Duration.ofHours(hoursAgo)), way));
    }

    @Override
    public Optional<Manuscript> open(ArticleId article) {
        return open().stream().filter(m -> m.text().id().equals(article)).findFirst();
    }

    @Override
    public List<Manuscript> open() {
        return manuscripts.values().stream().filter(Manuscript::isOpen).toList();
    }

    @Override
    public boolean begin(Manuscript manuscript) {
        return open(manuscript.text().id()).isEmpty() && manuscripts.put(manuscript.id(), manuscript) == null;
    }

    @Override
    public boolean change(Manuscript before, Manuscript now) {
        return manuscripts.replace(before.id(), before, now);
    }

    @Override
    public boolean add(Recall recall) {
        return recalls.putIfAbsent(recall.id(), recall) == null;
    }

    @Override
    public Optional<Recall> byId(UUID recall) {
        return Optional.ofNullable(recalls.get(recall));
    }

    @Override
    public List<Integer> wrongVersions(ArticleId article) {
        return List.of();
    }

    @Override
    public List<Recall.Listed> latest(int most) {
        int reached = (int) told.values().stream()
                .filter(t -> t.way() == Way.ON_CALL_LIST || t.way() == Way.SMS_PUT_OUT)
                .count();
        return recalls.values().stream()
                .map(r -> new Recall.Listed(r, told.size(), reached))
                .toList();
    }

    @Override
    public List<Told> told(UUID recall, int most) {
        return List.copyOf(told.values());
    }

    @Override
    public List<Told> told(UUID recall, java.util.Collection<UUID> contacts) {
        return told.values().stream()
                .filter(t -> contacts.contains(t.contact()))
                .toList();
    }

    @Override
    public List<Told> told(UUID recall, Way way, int most) {
        return told.values().stream().filter(t -> t.way() == way).toList();
    }

    @Override
    public void notice(UUID recall, String words) {
        recalls.computeIfPresent(
                recall, (id, r) -> new Recall(id, r.article(), r.version(), r.reason(), words, r.by(), r.at()));
    }

    @Override
    public void put(UUID recall, UUID contact, Way way, Optional<UUID> failure, Optional<UUID> by, Instant at) {
        told.computeIfPresent(contact, (id, t) -> new Told(id, t.agent(), t.at(), way));
    }

    @Override
    public void add(Feedback one) {
        feedback.put(one.id(), one);
    }

    @Override
    public List<Feedback> openTasks(int most) {
        return feedback.values().stream()
                .filter(f -> f.state() == Feedback.State.OPEN)
                .toList();
    }

    @Override
    public Optional<Feedback> feedback(UUID id) {
        return Optional.ofNullable(feedback.get(id));
    }

    @Override
    public boolean change(Feedback now, Instant at) {
        return feedback.replace(now.id(), now) != null;
    }

    @Override
    public void add(SearchMade search) {
        searches.add(search);
    }

    @Override
    public int forgetBefore(Instant moment) {
        return 0;
    }

    @Override
    public List<SearchMade> unanswered(Instant since, int most) {
        return searches.stream().filter(s -> !s.answered()).toList();
    }
}
