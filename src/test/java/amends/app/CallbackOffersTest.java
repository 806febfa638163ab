package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.kernel.Ids;
import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.kernel.Secret;
import amends.kernel.SettableTime;
import amends.recovery.CallbackOffer;
import amends.recovery.Evidence;
import amends.recovery.Failure;
import amends.recovery.Settlement;
import amends.recovery.jdbc.JdbcComplaints;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackOffersTest {
    private static final StaffMember AGENT = member(Role.AGENT);
    private static final StaffMember LEAD = member(Role.LEAD);
    private final SettableTime time = new SettableTime();

    @TempDir
    Path folder;

    private StoreRoom store;
    private UUID customer;

    private static StaffMember member(Role role) {
        return new StaffMember(Ids.next(), "1001", "李敏", "1001", Set.of(role));
    }

    @BeforeEach
    void open() throws Exception {
        var home = Home.at(folder);
        var where = new DeskSettings.Database(home.databaseUrl(), "amends", Secret.of(""));
        store = StoreRoom.open(where, home, "test", time);
        assertThat(store.database().awaitAvailable(Duration.ofSeconds(60))).isTrue();
        customer = store.customers()
                .save(new CustomerProfile(
                        Ids.next(),
                        "王建国",
                        List.of(new PhoneNumber("+8613800138000")),
                        Tier.VIP,
                        "上海",
                        Optional.empty(),
                        "",
                        0))
                .id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private UUID complaint(Failure... failures) {
        UUID id = Ids.next();
        store.database().handle(h -> h.execute("""
                insert into complaint (id, source, customer, customer_name, subject, what, severity, owner, opened,
                state, acknowledge_by, respond_by) values (?, 'CALL', ?, '王建国', '久等', '', 'MODERATE', ?, ?,
                'ACKNOWLEDGED', ?, ?)""", id, customer, AGENT.id(), time.now(), time.now(), time.now()));
        for (Failure failure : failures) {
            store.failures().add(failure);
            store.database().handle(h -> h.execute("insert into complaint_failure values (?, ?)", id, failure.id()));
        }
        return id;
    }

    private Failure gaveUp() {
        return Failure.of(
                new Evidence.GaveUp("u-1", "support", Duration.ofMinutes(25)),
                time.now(),
                Optional.of(customer),
                Optional.empty());
    }

    private List<CallbackOffer> offers(UUID complaint, StaffMember caller) {
        var knowledge = new CallbackKnowledge(store, new CompensationRoom(store, time), time);
        return knowledge.offers(
                new JdbcComplaints(store.database()).byId(complaint).orElseThrow(), caller);
    }

    @Test
    void what_the_policy_allows_is_told_in_the_readers_language_and_whether_the_caller_may_give_it_alone() {
        UUID complaint = complaint(gaveUp());
        var policy = new CompensationRoom(store, time).offering.policy();
        List<CallbackOffer> offers = offers(complaint, AGENT);

        assertThat(offers).isNotEmpty().allSatisfy(offer -> {
            var option = policy.options().stream()
                    .filter(o -> o.name().en().equals(offer.what().apply(Locale.ENGLISH)))
                    .findFirst()
                    .orElseThrow();
            assertThat(offer.what().apply(Locale.SIMPLIFIED_CHINESE))
                    .isEqualTo(option.name().zhCn());
            assertThat(offer.what().apply(Locale.TRADITIONAL_CHINESE))
                    .isEqualTo(option.name().zhTw());
            assertThat(offer.value()).isEqualTo(option.value());
            Money most = policy.authorityOf(AGENT);
            assertThat(offer.within()).isEqualTo(offer.value().compareTo(most) <= 0);
        });
        assertThat(offers(complaint, LEAD))
                .extracting(CallbackOffer::value)
                .containsExactlyElementsOf(
                        offers.stream().map(CallbackOffer::value).toList());
    }

    @Test
    void where_nothing_failed_or_it_is_made_good_nothing_is_offered() {
        assertThat(offers(complaint(), AGENT)).isEmpty();
        Failure settled = gaveUp();
        UUID complaint = complaint(settled);
        store.failures()
                .settle(
                        List.of(settled.id()),
                        new Settlement(Settlement.Means.APOLOGISED, AGENT.id(), time.now(), Optional.empty(), ""));
        assertThat(offers(complaint, AGENT)).isEmpty();
    }

    @Test
    void the_customer_is_looked_at_through_the_gate_once_a_day() {
        UUID complaint = complaint(gaveUp());
        for (int i = 0; i < 3; i++) offers(complaint, AGENT);
        assertThat(store.audit().about(customer, 9)).hasSize(1);
    }
}
