package amends.recovery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerProfile;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Ids;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.CallbackActs;
import amends.recovery.CallbackPreparing;
import amends.recovery.CallbackRules;
import amends.recovery.Complaint;
import amends.recovery.ComplaintDraft;
import amends.recovery.ComplaintRules;
import amends.recovery.ComplaintSchemeReader;
import amends.recovery.ComplaintStore;
import amends.recovery.CustomerHours;
import amends.recovery.CustomerNews;
import amends.recovery.Severity;
import amends.recovery.StoredComplaintOffice;
import amends.recovery.StoringComplaintIntake;
import amends.staff.AuditEntry;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import amends.staff.jdbc.JdbcStaff;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A board that stays open asks again and again: that is one look at a customer, not a hundred. */
class ComplaintLooksTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final StaffMember LI = new StaffMember(new UUID(1, 1), "1001", "李敏", "1001", Set.of(Role.AGENT));
    private static final StaffMember ZHAO =
            new StaffMember(new UUID(1, 3), "1003", "赵倩", "1003", Set.of(Role.AGENT, Role.LEAD));

    @TempDir
    Path folder;

    @Test
    void what_is_looked_at_without_a_break_is_one_look_and_ones_own_is_none() {
        try (var database = TestEngine.H2.open(folder)) {
            var rows = new RecoveryRows(database);
            var staff = new JdbcStaff(database);
            for (StaffMember each : List.of(LI, ZHAO)) staff.save(each);
            var audit = new JdbcAuditTrail(database);
            var parts = new ComplaintStore(
                    rows.store,
                    new JdbcDispatches(database),
                    staff,
                    ComplaintSchemeReader.standard(),
                    ComplaintRules.usual(SHANGHAI),
                    CustomerNews.NONE,
                    rows.time);
            UUID customer = new JdbcCustomers(database)
                    .save(new CustomerProfile(
                            Ids.next(),
                            "王建国",
                            List.of(RecoveryRows.MOBILE),
                            CustomerProfile.Tier.GOLD,
                            "",
                            Optional.empty(),
                            "",
                            0))
                    .id();
            UUID complaint = new StoringComplaintIntake(rows.store, CallbackRules.usual(SHANGHAI))
                    .received(draft(customer, rows))
                    .complaint()
                    .id();
            var lead = office(ZHAO, parts, audit);
            for (int i = 0; i < 60; i++) {
                assertThat(lead.look(complaint)).isPresent();
                rows.time.pass(Duration.ofSeconds(20));
            }
            assertThat(office(LI, parts, audit).look(complaint)).isPresent();
            assertThat(audit.about(customer, 99)).extracting(AuditEntry::who).containsExactly(ZHAO.id());
            rows.time.pass(Duration.ofMinutes(31));
            lead.look(complaint);
            assertThat(audit.about(customer, 99)).hasSize(2);
        }
    }

    private static StoredComplaintOffice office(StaffMember member, ComplaintStore parts, JdbcAuditTrail audit) {
        var acts = new CallbackActs(
                parts.store(),
                CallbackRules.usual(SHANGHAI),
                parts.rules(),
                CustomerNews.NONE,
                CustomerHours.UNKNOWN,
                parts.time());
        return new StoredComplaintOffice(member, parts, acts, audit, CallbackPreparing.NOTHING, CustomerHours.UNKNOWN);
    }

    private static ComplaintDraft draft(UUID customer, RecoveryRows rows) {
        return new ComplaintDraft(
                Ids.next(),
                Complaint.Source.LETTER,
                Optional.of(customer),
                "王建国",
                Optional.empty(),
                Optional.of(RecoveryRows.MOBILE),
                "重复扣款",
                "",
                Severity.SEVERE,
                LI.id(),
                rows.time.now(),
                Optional.empty());
    }
}
