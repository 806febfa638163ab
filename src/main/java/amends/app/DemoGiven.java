package amends.app;

import static amends.personality.Behaviour.ACCEPTS_FIRST_OFFER;
import static amends.personality.Behaviour.ASKS_FOR_SUPERIOR;
import static amends.personality.Behaviour.COMPLAINS_AT_ONCE;
import static amends.personality.Behaviour.REJECTS_FIRST_OFFER;
import static amends.personality.Behaviour.STAYS_POLITE;
import static amends.personality.Behaviour.THANKS_ALL_THE_SAME;

import amends.compensation.FailureKind;
import amends.compensation.Form;
import amends.compensation.Grant;
import amends.compensation.jdbc.JdbcLedger;
import amends.customer.Consent;
import amends.customer.ConsentPurpose;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.kernel.Ids;
import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.personality.Behaviour;
import amends.personality.Marks;
import amends.personality.Sheet;
import amends.recovery.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * What the demo bank gave last quarter to some of its customers, of several tiers, regions and ways, so that its fairness
 * report has something to tell. Who got what was drawn without a look at who they are.
 */
final class DemoGiven {
    private static final int CUSTOMERS = 72;
    private static final String FAMILY = "赵钱孙李周吴郑冯卫蒋沈韩杨朱秦许";
    private static final List<String> GIVEN = List.of("建军", "秀英", "伟", "芳", "志强", "晓燕", "文博", "雅琴", "国栋", "思远");
    private static final List<String> REGIONS = List.of("上海", "北京", "广州", "成都");
    private static final Currency YUAN = Currency.getInstance("CNY");
    private final StoreRoom store;
    private final UUID colleague;
    private final Instant now;
    private final Marks marks;
    private final Random random = new Random(20260105);

    private DemoGiven(StoreRoom store, UUID colleague, Instant now) {
        this.store = store;
        marks = new PersonalityRoom(store, Timekeeper.system()).marks;
        this.colleague = colleague;
        this.now = now;
    }

    /** Joins the caller's transaction. @param colleague who gave it */
    static void store(StoreRoom store, UUID colleague, Instant now) {
        if (store.customers().byId(id(0)).isPresent()) return;
        var given = new DemoGiven(store, colleague, now);
        for (int n = 0; n < CUSTOMERS; n++) given.one(n);
    }

    private static UUID id(int n) {
        return Ids.named("demo-given-" + n);
    }

    private void one(int n) {
        Tier tier = n % 8 == 0 ? Tier.VIP : n % 4 == 1 ? Tier.GOLD : Tier.REGULAR;
        store.customers()
                .save(new CustomerProfile(
                        id(n),
                        FAMILY.charAt(n % FAMILY.length()) + GIVEN.get(n % GIVEN.size()),
                        List.of(new PhoneNumber("+8613621%06d".formatted(n * 37))),
                        tier,
                        REGIONS.get(random.nextInt(REGIONS.size())),
                        Optional.of(now.minus(Duration.ofDays(300 + n * 11L))),
                        "",
                        0));
        store.profile()
                .consents()
                .give(new Consent(
                        Ids.named("demo-given-consent-" + n),
                        id(n),
                        ConsentPurpose.PERSONALISATION,
                        Consent.Way.SIGNED,
                        "服务协议第 7 条，网点签字",
                        Optional.empty(),
                        colleague,
                        now.minus(Duration.ofDays(290)),
                        Optional.empty(),
                        Optional.empty()));
        boolean outspoken = random.nextInt(20) < 7;
        for (int talk = 0; talk < 3; talk++) seen(n, talk, outspoken);
        given(n, tier);
    }

    private void seen(int n, int talk, boolean outspoken) {
        Map<Behaviour, Boolean> seen = outspoken
                ? Map.of(COMPLAINS_AT_ONCE, true, REJECTS_FIRST_OFFER, true, ASKS_FOR_SUPERIOR, talk % 2 == 0)
                : Map.of(
                        STAYS_POLITE,
                        true,
                        COMPLAINS_AT_ONCE,
                        false,
                        ACCEPTS_FIRST_OFFER,
                        true,
                        THANKS_ALL_THE_SAME,
                        true);
        marks.keep(new Sheet(
                Ids.named("demo-given-talk-" + n + "-" + talk),
                id(n),
                colleague,
                now.minus(Duration.ofDays(20L + talk * 21)),
                2,
                seen));
    }

    private void given(int n, Tier tier) {
        boolean grave = random.nextInt(3) == 0;
        Money value = new Money(List.of(1000, 3000, 5000).get(random.nextInt(2) + (grave ? 1 : 0)), YUAN);
        Instant at = now.minus(Duration.ofDays(35 + random.nextInt(50)));
        var grant = new Grant(
                Ids.named("demo-grant-" + n),
                Optional.of(id(n)),
                Optional.empty(),
                Set.of(),
                new FailureKind(grave ? "late-refund" : "long-wait"),
                grave ? Severity.SEVERE : Severity.MODERATE,
                tier,
                "spruce-1",
                grave ? "late-refund severe" : "long-wait moderate",
                "cash-" + value.minor() / 100,
                Form.REFUND,
                value,
                value,
                colleague,
                at,
                "",
                0,
                List.of(),
                at,
                Grant.State.GRANTED,
                Optional.of(at),
                "");
        new JdbcLedger(store.database(), false).add(grant);
    }
}
