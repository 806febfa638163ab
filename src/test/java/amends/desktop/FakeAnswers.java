package amends.desktop;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Cue;
import amends.knowledge.Hit;
import amends.knowledge.Hits;
import amends.knowledge.KnowledgeBase;
import amends.knowledge.Marked;
import amends.knowledge.Query;
import amends.knowledge.ReadersScript;
import amends.knowledge.Suggestion;
import amends.knowledge.SuggestionFeed;
import amends.knowledge.UseKeeping;
import amends.knowledge.UsedArticles.How;
import amends.knowledge.Validity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A few articles in memory, found by the letters they hold. */
public final class FakeAnswers implements KnowledgeBase, SuggestionFeed, UseKeeping {
    public static final Article DOUBLE =
            article("card-double", ArticleLanguage.ZH_CN, "还款被重复扣款", """
            多扣的一笔会在 **1 个工作日**内原路退回，不用客户做任何事。我现在就帮您核对这两笔流水。

            ## 步骤
            1. 打开交易明细，找到同一天、同金额、同商户的两笔，核对流水号是否不同。
            2. 两笔都已入账的，登记“重复扣款”，系统当天自动退回。
            3. 其中一笔还在授权中的，告诉客户 7 天内自动释放。

            ## 例外
            - 两笔流水号相同：只是显示重复，没有多扣。
            - 超过 90 天的，转交易组人工核对。
            """, "【云杉银行】您反映的重复扣款已登记，多扣款项1个工作日内原路退回，无需操作。");

    public static final Article ARRIVES = article("card-arrives", ArticleLanguage.ZH_CN, "还款几天到账", """
            本行卡还款实时到账，他行卡下一个工作日 18:00 前到账。
            """, null);
    public static final Article APOLOGY = article("apology-waiting", ArticleLanguage.ZH_CN, "让客户久等之后怎么开口", """
            先说等了多久、是我们的责任，再说现在马上办，最后才问事情。
            """, null);
    public static final Article ENGLISH = article(
            "card-double",
            ArticleLanguage.EN,
            "Charged twice for one payment",
            """
            The second charge goes back to the account by itself within **1 working day**.

            ## Steps
            1. Compare the two entries: same day, same amount, same shop.
            2. Both booked: register "charged twice"; the refund starts today.
            """,
            "Spruce Bank: your second charge is registered and will be refunded within 1 working day.");

    private final List<Article> articles = new ArrayList<>(List.of(DOUBLE, ARRIVES, APOLOGY, ENGLISH));
    private final Subscribers<Suggested> suggested = new Subscribers<>();
    private final Map<String, Suggested> told = new HashMap<>();
    /** The latest cues by call and source. */
    public final Map<String, List<Cue>> cues = new LinkedHashMap<>();

    public final List<String> asked = new ArrayList<>();
    /** How what is typed may have been meant; null: asking fails. */
    public Map<String, String> meant = new HashMap<>();

    public final List<String> over = new ArrayList<>();
    public ReadersScript script = text -> text.replace('还', '還').replace('账', '帳');
    public boolean ready = true;
    public ArticleLanguage reads = ArticleLanguage.ZH_CN;

    private static Article article(String slug, ArticleLanguage language, String title, String body, String sms) {
        return new Article(
                new ArticleText(
                        new ArticleId(slug, language),
                        title,
                        List.of(),
                        "cards",
                        List.of(),
                        sms == null ? Audience.AGENT : Audience.CUSTOMER,
                        Validity.ALWAYS,
                        body.strip(),
                        Optional.ofNullable(sms)),
                3,
                7,
                false);
    }

    public DesktopPorts.Answers port() {
        return new DesktopPorts.Answers(this, this, this, text -> script.inTraditional(text));
    }

    @Override
    public Hits search(Query query) {
        if (!ready) return new Hits(List.of(), false);
        String wanted = query.text().strip().toLowerCase(java.util.Locale.ROOT);
        return new Hits(
                articles.stream()
                        .filter(a -> isWithin(a.text(), query.within()))
                        .filter(a -> (a.title() + a.text().body())
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(wanted))
                        .map(a -> hit(a, query.text().strip()))
                        .toList(),
                true);
    }

    @Override
    public Optional<String> meant(Query query) {
        return Optional.ofNullable(meant.get(query.text()));
    }

    private static boolean isWithin(ArticleText text, Query.Within within) {
        return within.category().filter(c -> !text.category().equals(c)).isEmpty()
                && within.audience().filter(a -> text.audience() != a).isEmpty()
                && within.language().filter(l -> text.id().language() != l).isEmpty();
    }

    public static Hit hit(Article article, String wanted) {
        String body = article.text().body().replaceAll("[#*]", "").replaceAll("\\s+", " ");
        String excerpt = body.length() > 120 ? body.substring(0, 120) + "…" : body;
        return new Hit(article, marked(article.title(), wanted), marked(excerpt, wanted), 1);
    }

    private static Marked marked(String text, String wanted) {
        int at = wanted.isEmpty() ? -1 : text.indexOf(wanted);
        return at < 0 ? Marked.plain(text) : new Marked(text, List.of(new Marked.Mark(at, at + wanted.length())));
    }

    @Override
    public List<Suggestion> suggest(List<Cue> given, ArticleLanguage language, int most) {
        throw new UnsupportedOperationException("the feed asks, not the window");
    }

    /** The feed has answers for a call. */
    public void suggests(String call, Suggestion... suggestions) {
        tells(new Suggested(call, List.of(suggestions), false));
    }

    public void tells(Suggested news) {
        told.put(news.call(), news);
        suggested.publish(news);
    }

    /** What suggests itself when a customer calls who waited too long and complained before. */
    public void suggestsAnOrdinaryMorning(String call) {
        var complaint = new Cue.LastContact("COMPLAINT", "重复扣款");
        var owed = new Cue.Owed("LONG_WAIT", Map.of());
        Article first = reads == ArticleLanguage.EN ? ENGLISH : DOUBLE;
        suggests(
                call,
                new Suggestion(hit(first, ""), List.of(complaint, new Cue.Queue("support", Map.of()))),
                new Suggestion(hit(APOLOGY, ""), List.of(owed)),
                new Suggestion(hit(ARRIVES, ""), List.of(new Cue.Note("退款"))));
    }

    @Override
    public void cues(String call, String source, List<Cue> given) {
        cues.put(call + " " + source, given);
    }

    @Override
    public void over(String call) {
        over.add(call);
    }

    @Override
    public void read(ArticleLanguage language) {
        reads = language;
    }

    @Override
    public Optional<Suggested> of(String call) {
        return Optional.ofNullable(told.get(call));
    }

    @Override
    public Cancellable onSuggested(Consumer<Suggested> listener) {
        return suggested.add(listener);
    }

    @Override
    public boolean mark(UUID contact, Article article, How how) {
        asked.add("mark " + article.id() + " " + article.version() + " " + how);
        return true;
    }

    @Override
    public boolean dispute(Article article, String words) {
        asked.add("dispute " + article.id() + " " + words);
        return true;
    }

    @Override
    public boolean takeBack(UUID contact, ArticleId article) {
        asked.add("take back " + article);
        return true;
    }
}
