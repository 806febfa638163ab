package amends.desktop;

import amends.contact.Contact;
import amends.desktop.FollowPorts.Earlier;
import amends.desktop.FollowPorts.Sent;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Flow;
import amends.knowledge.FlowReader;
import amends.knowledge.FlowWalk;
import amends.knowledge.Validity;
import amends.telephony.CallId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Two flows, an article that is new, and what was asked of them. */
public final class FakeFollowing {
    private static final String TWICE = """
            id: flow-charged-twice
            language: %s
            title: %s
            kind: solving
            category: cards/repayment
            about: [repayment-charged-twice]
            steps:
              - id: compare
                say: %s
                note: %s
                article: repayment-charged-twice
                answers:
                  - {text: %s, to: refund}
                  - {text: %s, to: wait}
              - id: refund
                say: %s
                act: promise
                answers:
                  - {text: %s, to: done}
                  - {text: %s, to: pay}
              - id: pay
                say: %s
                act: payment-pause
                answers:
                  - {text: %s, to: done}
              - id: wait
                say: %s
                ends: follow-up
              - id: done
                say: %s
                ends: solved
            """;

    private static final String BRANCH = """
            id: flow-branch
            language: %s
            title: %s
            kind: dispatching
            category: branches
            steps:
              - id: where
                say: %s
                ends: passed-on
            """;

    public final List<FlowWalk> kept = new ArrayList<>();
    public final List<String> paused = new ArrayList<>();
    public final List<String> sent = new ArrayList<>();
    public final Set<String> favourites = new HashSet<>();
    public final List<Article> fresh = new ArrayList<>();
    public Optional<Earlier> earlier = Optional.empty();
    public Sent answer = Sent.ON_ITS_WAY;

    public static List<Flow> flows() {
        return List.of(
                flow(TWICE.formatted(
                        "zh-CN",
                        "还款被重复扣款",
                        "我看到同一天有两笔一样的还款，我跟您核对一下。",
                        "日期、金额、扣款渠道都要对上。",
                        "两笔都已入账",
                        "有一笔还在处理中",
                        "对不起，多扣的一笔今天 18 点前退回原来的卡。",
                        "客户同意",
                        "客户要先还清另一张卡",
                        "现在暂停录音，请您输入卡号。",
                        "付好了",
                        "处理中的一笔两小时内会自动退回。",
                        "谢谢您告诉我们。")),
                flow(BRANCH.formatted("zh-CN", "转网点处理", "我把事情转给您的开户网点，明天 12 点前给您回电。")),
                flow(TWICE.formatted(
                        "en",
                        "Repayment charged twice",
                        "I see two repayments of the same amount on one day. Let me check them with you.",
                        "Date, amount and channel must agree.",
                        "Both are booked",
                        "One is still pending",
                        "I am sorry. The second one goes back to your card by 18:00 today.",
                        "The customer agrees",
                        "Wants to pay another card first",
                        "The recording stops now. Please enter the card number.",
                        "Paid",
                        "The pending one is released within two hours.",
                        "Thank you for telling us.")));
    }

    private static Flow flow(String yaml) {
        try {
            return new Flow(FlowReader.read("fake", yaml), 1);
        } catch (YamlMistakes e) {
            throw new IllegalStateException(e);
        }
    }

    /** A colleague went as far as the second step. */
    public void begunByAColleague() {
        var walk = FlowWalk.begin(new UUID(9, 1), flows().getFirst());
        var taken = new FlowWalk.Taken("compare", 0, "两笔都已入账", new UUID(1, 1002), java.time.Instant.EPOCH);
        earlier = Optional.of(
                new Earlier(new FlowWalk(walk.id(), walk.flow(), List.of(taken)), "周婷", java.time.Instant.EPOCH));
    }

    public static Article article(String slug, String title) {
        var id = new ArticleId(slug, ArticleLanguage.ZH_CN);
        var text = new ArticleText(
                id,
                title,
                List.of(),
                "cards",
                List.of(),
                Audience.AGENT,
                Validity.ALWAYS,
                "多扣的一笔会退给您。\n\n## 步骤\n1. 核对两笔流水。",
                Optional.of("【云杉银行】您反映的重复扣款已登记。"));
        return new Article(text, 2, 7, false);
    }

    public FollowPorts port() {
        return new FollowPorts(
                FakeFollowing::flows,
                (contact, walk, continues) -> kept.add(walk),
                this::earlierOf,
                new FollowPorts.PaymentPause() {
                    @Override
                    public boolean begin(CallId call) {
                        return paused.add("begin " + call.value());
                    }

                    @Override
                    public void end(CallId call) {
                        paused.add("end " + call.value());
                    }
                },
                id -> Optional.of(article(id.slug(), "还款被重复扣款")),
                new FollowPorts.AtHand() {
                    @Override
                    public Set<String> favourites() {
                        return favourites;
                    }

                    @Override
                    public void favour(String article, boolean wanted) {
                        if (wanted) favourites.add(article);
                        else favourites.remove(article);
                    }

                    @Override
                    public List<Article> fresh(ArticleLanguage language, int most) {
                        return fresh;
                    }
                },
                (contact, number, article, text) -> {
                    sent.add(number + " " + text);
                    return answer;
                });
    }

    private Optional<Earlier> earlierOf(Contact contact) {
        return earlier;
    }
}
