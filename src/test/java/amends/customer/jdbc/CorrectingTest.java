package amends.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.Correcting;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.LoggingCustomerGate;
import amends.customer.OutsideField;
import amends.customer.ProfileBooks;
import amends.customer.ProfileOutcome;
import amends.customer.ProfileOutcome.Kept;
import amends.customer.ProfileOutcome.Refused;
import amends.customer.ProfileOutcome.Why;
import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.staff.Nobody;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class CorrectingTest {
    private static final StaffMember LI = new StaffMember(Ids.next(), "1001", "李敏", "1001", Set.of(Role.AGENT));

    @Parameter
    TestEngine engine;

    @TempDir
    private static Path folder;

    private static Database database;
    private final SettableTime time = new SettableTime();
    private Correcting correcting;
    private UUID customer;

    @BeforeParameterizedClassInvocation
    static void open(TestEngine engine) {
        database = engine.open(folder);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @BeforeEach
    void somebody() {
        var customers = new JdbcCustomers(database);
        var audit = new JdbcAuditTrail(database);
        customer = customers
                .save(new CustomerProfile(Ids.next(), "王建国", List.of(), Tier.REGULAR, "上海", Optional.empty(), "", 0))
                .id();
        correcting = new Correcting(
                LI,
                new ProfileBooks(
                        new LoggingCustomerGate(customers, audit, database, new Nobody(() -> "secret"), time),
                        new JdbcPortraits(database),
                        new JdbcTags(database),
                        new JdbcNeeds(database),
                        new JdbcConsents(database, time),
                        (who, most) -> List.of(),
                        audit,
                        database),
                new JdbcCorrections(database),
                time);
    }

    private Correcting.Standing shown() {
        return correcting.look(customer, "test").orElseThrow();
    }

    private ProfileOutcome correct(OutsideField field, String value) {
        return correcting.correct(shown(), field, value, "told by the customer");
    }

    @Test
    void each_field_is_put_right_and_what_stood_there_is_kept() {
        assertThat(correct(OutsideField.NAME, "王建  国")).isEqualTo(new Kept());
        assertThat(correct(OutsideField.TIER, "金卡")).isEqualTo(new Kept());
        assertThat(correct(OutsideField.REGION, "")).isEqualTo(new Kept());
        assertThat(correct(OutsideField.BIRTHDAY, "1979-01-08")).isEqualTo(new Kept());
        assertThat(correct(OutsideField.LANGUAGE, "粤语")).isEqualTo(new Kept());
        var now = shown();
        assertThat(now.of(OutsideField.TIER)).isEqualTo("GOLD");
        assertThat(now.of(OutsideField.REGION)).isEmpty();
        assertThat(now.of(OutsideField.BIRTHDAY)).isEqualTo("1979-01-08");
        assertThat(now.of(OutsideField.LANGUAGE)).isEqualTo("zh-HK");
        var records = ProfileRecords.ofCorrections(database).shown(customer);
        assertThat(records).hasSize(5);
        assertThat(records.toString()).contains("王建国").contains("上海").contains("told by the customer");
    }

    @Test
    void the_trail_which_stays_names_the_field_and_no_person() {
        correct(OutsideField.NAME, "王建");
        List<String> why = database.handle(h -> h.select("select why from audit where whom = ?", customer)
                .mapTo(String.class)
                .list());
        assertThat(why).contains("corrected: NAME").noneMatch(text -> text.contains("王"));
        assertThat(ProfileRecords.ofCorrections(database).forget(customer)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        assertThat(correct(OutsideField.NAME, " ")).isEqualTo(new Refused(Why.BLANK));
        assertThat(correct(OutsideField.TIER, "钻石")).isEqualTo(new Refused(Why.UNREADABLE));
        assertThat(correct(OutsideField.TIER, "普通")).isEqualTo(new Refused(Why.ALREADY_SO));
        assertThat(correct(OutsideField.BIRTHDAY, "1979-13-08")).isEqualTo(new Refused(Why.UNREADABLE));
        assertThat(correct(OutsideField.REGION, "x".repeat(121))).isEqualTo(new Refused(Why.TOO_LONG));
        assertThat(correcting.correct(shown(), OutsideField.NAME, "x", " ")).isEqualTo(new Refused(Why.NO_REASON));
        assertThat(ProfileRecords.ofCorrections(database).shown(customer)).isEmpty();
    }

    @Test
    void what_another_changed_since_is_not_overwritten() {
        var before = shown();
        correct(OutsideField.NAME, "王建");
        assertThat(correcting.correct(before, OutsideField.REGION, "北京", "told"))
                .isEqualTo(new Refused(Why.CHANGED_MEANWHILE));
        assertThat(shown().of(OutsideField.REGION)).isEqualTo("上海");
        var portrait = shown();
        correct(OutsideField.SEGMENT, "a");
        assertThat(correcting.correct(portrait, OutsideField.SEGMENT, "b", "told"))
                .isEqualTo(new Refused(Why.CHANGED_MEANWHILE));
    }
}
