package amends.customer;

import static amends.customer.ProfileOutcome.Why.ALREADY_OVER;
import static amends.customer.ProfileOutcome.Why.ALREADY_SO;
import static amends.customer.ProfileOutcome.Why.BLANK;
import static amends.customer.ProfileOutcome.Why.CHANGED_MEANWHILE;
import static amends.customer.ProfileOutcome.Why.NO_PROOF;
import static amends.customer.ProfileOutcome.Why.NO_REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerProfile.Tier;
import amends.customer.FullProfile.ShownNumber;
import amends.customer.FullProfile.ShownTag;
import amends.customer.ProfileActs.TagDraft;
import amends.customer.ProfileOutcome.Kept;
import amends.customer.ProfileOutcome.Refused;
import amends.customer.jdbc.JdbcConsents;
import amends.customer.jdbc.JdbcCustomers;
import amends.customer.jdbc.JdbcNeeds;
import amends.customer.jdbc.JdbcPortraits;
import amends.customer.jdbc.JdbcTags;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.TestEngine;
import amends.staff.Nobody;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileDeskTest {
    private static final StaffMember LI = member("1001", Role.AGENT);
    private static final StaffMember ZHOU = member("1004", Role.INSPECTOR);
    private static final StaffMember ZHAO = member("1003", Role.AGENT, Role.LEAD);

    @TempDir
    private static Path folder;

    private static Database database;
    private static JdbcAuditTrail audit;

    private final SettableTime time = new SettableTime();
    private final List<TimeLineEntry> events = new ArrayList<>();
    private CustomerProfile wang;
    private PhoneNumber mobile;
    private PhoneNumber home;

    private static StaffMember member(String extension, Role... roles) {
        return new StaffMember(Ids.next(), extension, "李敏", extension, Set.of(roles));
    }

    @BeforeAll
    static void open() {
        database = TestEngine.H2.open(folder);
        audit = new JdbcAuditTrail(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void customer() {
        int some = Math.abs(Ids.next().hashCode() % 10_000_000);
        mobile = new PhoneNumber("+86138" + "%08d".formatted(some));
        home = new PhoneNumber("+86139" + "%08d".formatted(some));
        wang = new JdbcCustomers(database)
                .save(new CustomerProfile(
                        Ids.next(), "王建国", List.of(mobile, home), Tier.GOLD, "", Optional.empty(), "", 0));
    }

    private ProfileDesk desk(StaffMember member) {
        var customers = new JdbcCustomers(database);
        var books = new ProfileBooks(
                new LoggingCustomerGate(customers, audit, database, new Nobody(() -> "secret"), time),
                new JdbcPortraits(database),
                new JdbcTags(database),
                new JdbcNeeds(database),
                new JdbcConsents(database, time),
                (customer, most) -> List.copyOf(events),
                audit,
                database);
        return new ProfileDesk(
                member,
                books,
                TagRules.shipped(),
                Entitlements.shipped(),
                number -> "****",
                time,
                ZoneId.of("Asia/Shanghai"));
    }

    private FullProfile opened() {
        return desk(LI).open(wang.id(), Optional.of(mobile), "call 1").orElseThrow();
    }

    private static Portrait withBirthday(UUID customer, long version) {
        return new Portrait(
                customer,
                Map.of(),
                "",
                "",
                List.of(new Occasion(Occasion.Kind.BIRTHDAY, "", MonthDay.of(3, 8), Optional.of(1979))),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                version);
    }

    @Test
    void every_opening_is_a_look_in_the_audit_trail() {
        opened();
        opened();

        assertThat(audit.about(wang.id(), 9)).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.act()).isEqualTo(Permission.LOOK_AT_CUSTOMER);
            assertThat(entry.who()).isEqualTo(LI.id());
            assertThat(entry.why()).isEqualTo("call 1");
        });
    }

    @Test
    void who_may_not_look_sees_nothing_and_changes_nothing() {
        assertThatThrownBy(() -> desk(ZHOU).open(wang.id(), Optional.empty(), ""))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk(ZHOU).tags(wang)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk(ZHOU).timeLine(wang.id(), 9)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk(ZHOU).acts().need(wang.id(), Optional.empty(), Need.Kind.EXPLICIT, "x"))
                .isInstanceOf(NotPermitted.class);
        assertThat(audit.about(wang.id(), 9)).isEmpty();
    }

    @Test
    void numbers_we_do_not_speak_with_are_masked_and_nowhere_whole() {
        FullProfile profile = opened();

        assertThat(profile.numbers())
                .containsExactly(
                        new ShownNumber(0, mobile.e164(), false, Optional.empty()),
                        new ShownNumber(1, "****", true, Optional.empty()));
        assertThat(profile.toString()).doesNotContain(home.e164());
    }

    @Test
    void a_masked_number_is_shown_to_whom_it_is_given_for_a_reason_that_is_logged() {
        assertThatThrownBy(() -> desk(LI).reveal(wang.id(), 1, "asked for")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk(ZHAO).reveal(wang.id(), 1, " ")).isInstanceOf(IllegalArgumentException.class);

        assertThat(desk(ZHAO).reveal(wang.id(), 1, "the carrier asks")).contains(home);
        assertThat(audit.about(wang.id(), 9))
                .anySatisfy(entry -> assertThat(entry.act()).isEqualTo(Permission.REVEAL_NUMBER));
    }

    @Test
    void how_old_somebody_is_is_not_shown_and_not_lost() {
        new JdbcPortraits(database).save(withBirthday(wang.id(), 0));
        Portrait shown = opened().portrait();
        assertThat(shown.occasions()).extracting(Occasion::year).containsExactly(Optional.empty());

        assertThat(desk(LI).acts().save(shown)).isEqualTo(new Kept());
        assertThat(new JdbcPortraits(database).of(wang.id()).occasions())
                .extracting(Occasion::year)
                .containsExactly(Optional.of(1979));
    }

    @Test
    void a_portrait_that_another_desk_changed_is_not_overwritten() {
        Portrait shown = opened().portrait();
        new JdbcPortraits(database).save(withBirthday(wang.id(), 0));

        assertThat(desk(LI).acts().save(shown)).isEqualTo(new Refused(CHANGED_MEANWHILE));
    }

    @Test
    void the_main_number_is_the_first_and_labels_stay_with_their_number() {
        assertThat(desk(LI).acts().label(wang.id(), 1, Portrait.NumberLabel.HOME))
                .isEqualTo(new Kept());
        assertThat(desk(LI).acts().mainNumber(wang.id(), 1)).isEqualTo(new Kept());

        assertThat(opened().numbers())
                .containsExactly(
                        new ShownNumber(0, "****", true, Optional.of(Portrait.NumberLabel.HOME)),
                        new ShownNumber(1, mobile.e164(), false, Optional.empty()));
    }

    private ProfileOutcome tagged(String name, String evidence, Optional<Instant> expires) {
        return desk(LI).acts().tag(wang.id(), new TagDraft(name, evidence, 80, expires, true));
    }

    @Test
    void a_tag_needs_words_evidence_and_a_future() {
        assertThat(tagged(" ", "said so", Optional.empty())).isEqualTo(new Refused(BLANK));
        assertThat(tagged("常出差", "\u202e ", Optional.empty())).isEqualTo(new Refused(BLANK));
        assertThat(tagged("x".repeat(61), "said so", Optional.empty()))
                .isEqualTo(new Refused(ProfileOutcome.Why.TOO_LONG));
        assertThat(tagged("常出差", "said so", Optional.of(time.now()))).isEqualTo(new Refused(ALREADY_OVER));
        assertThat(tagged("常出差", "said so", Optional.empty())).isEqualTo(new Kept());
        assertThat(tagged("常出差", "again", Optional.empty())).isEqualTo(new Refused(ALREADY_SO));
    }

    @Test
    void a_disputed_tag_is_not_shown_as_a_fact_until_it_is_upheld() {
        tagged("常出差", "said so", Optional.empty());
        Tag tag = opened().tags().getFirst().tag();

        assertThat(desk(LI).acts().dispute(tag, " ")).isEqualTo(new Refused(NO_REASON));
        assertThat(desk(LI).acts().dispute(tag, "是他太太")).isEqualTo(new Kept());
        assertThat(opened().tags()).extracting(ShownTag::standing).containsExactly(Tag.Standing.DISPUTED);

        assertThat(desk(LI).acts().uphold(tag)).isEqualTo(new Kept());
        assertThat(opened().tags()).extracting(ShownTag::standing).containsExactly(Tag.Standing.HELD);
    }

    @Test
    void an_expired_tag_is_not_shown() {
        tagged("常出差", "said so", Optional.of(time.now().plusSeconds(60)));
        assertThat(opened().tags()).hasSize(1);
        time.pass(java.time.Duration.ofSeconds(60));
        assertThat(opened().tags()).isEmpty();
    }

    @Test
    void a_tag_by_rule_comes_and_goes_with_what_it_rests_on_but_a_dispute_stays() {
        events.add(TimeLineEntry.of(TimeLineEntry.Kind.COMPLAINT, Ids.next(), time.now())
                .open());
        Tag tag = opened().tags().getFirst().tag();
        assertThat(tag.origin()).isEqualTo("open-complaint");

        events.clear();
        assertThat(opened().tags()).isEmpty();

        events.add(TimeLineEntry.of(TimeLineEntry.Kind.COMPLAINT, Ids.next(), time.now())
                .open());
        opened();
        desk(LI).acts().dispute(tag, "answered yesterday");
        events.clear();
        assertThat(opened().tags()).extracting(ShownTag::standing).containsExactly(Tag.Standing.DISPUTED);
    }

    @Test
    void a_consent_needs_its_proof_and_is_taken_back_at_once() {
        ProfileActs acts = desk(LI).acts();
        var purpose = ConsentPurpose.PERSONALISATION;
        assertThat(acts.agree(wang.id(), purpose, Consent.Way.SAID_IN_CALL, " ", Optional.empty(), Optional.empty()))
                .isEqualTo(new Refused(NO_PROOF));
        assertThat(acts.agree(wang.id(), purpose, Consent.Way.SAID_IN_CALL, "可以", Optional.empty(), Optional.empty()))
                .isEqualTo(new Kept());
        assertThat(acts.withdraw(wang.id(), purpose, "")).isEqualTo(new Kept());
        assertThat(acts.withdraw(wang.id(), purpose, "")).isEqualTo(new Refused(ALREADY_SO));
        assertThat(opened().consents()).hasSize(1);
    }

    @Test
    void every_change_is_in_the_audit_trail_and_a_refused_one_is_not() {
        ProfileActs acts = desk(LI).acts();
        acts.need(wang.id(), Optional.empty(), Need.Kind.IMPLICIT, "还款太麻烦");
        acts.need(wang.id(), Optional.empty(), Need.Kind.IMPLICIT, " ");

        assertThat(audit.about(wang.id(), 9)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo(Permission.CHANGE_CUSTOMER);
            assertThat(entry.why()).doesNotContain("还款");
        });
    }
}
