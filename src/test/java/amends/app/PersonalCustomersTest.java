package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerOffice.Letter;
import amends.customer.CustomerOffice.Way;
import amends.customer.CustomerProfile;
import amends.customer.Portrait.NumberLabel;
import amends.customer.ProfileOutcome;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.LoginRoles;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.FailureRules;
import amends.staff.PasswordHash;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcStaff;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of customers at a desk whose connection is the agent's own login. */
class PersonalCustomersTest {
    @Test
    void an_agent_finds_a_customer_and_writes_a_complaint_down(@TempDir Path folder) {
        char[] password = "Secret-1001-Secret".toCharArray();
        var address = TestEngine.newOwnedDatabase();
        var agent = new StaffMember(Ids.next(), "1001", "林晓", "1001", Set.of(Role.AGENT));
        var time = Timekeeper.system();
        try (var owner = TestEngine.open(address)) {
            owner.run(() -> {
                new JdbcStaff(owner).save(agent, new PasswordHash(1, "c2FsdA==", "aGFzaA=="));
                new LoginRoles(owner).give("1001", List.of("agent"), password);
            });
            var wang = new JdbcCustomers(owner)
                    .save(new CustomerProfile(
                            Ids.next(),
                            "王建国",
                            List.of(new PhoneNumber("+8613800138000")),
                            CustomerProfile.Tier.REGULAR,
                            "",
                            Optional.empty(),
                            "",
                            0));
            try (var mine = TestEngine.open(address.as("1001", new String(password)));
                    var store = StoreRoom.ofPerson(mine, FailureRules.SHIPPED, agent, new Home(folder), "d", time)) {
                var office = new CustomersRoom(agent, store, new ComplaintRoom(store, time).intake, "CN", time);
                assertThat(office.may(Permission.FIND_CUSTOMERS)).isTrue();
                assertThat(office.may(Permission.MERGE_CUSTOMERS)).isFalse();
                assertThat(office.find("王", 0, 50).found()).hasSize(1);
                var shown = office.look(wang.id()).orElseThrow();
                assertThat(shown.profile().name()).isEqualTo("王建国");
                assertThat(List.of(
                                office.addNumber(wang.id(), "13900139000"),
                                office.label(wang.id(), 1, NumberLabel.values()[0]),
                                office.mainNumber(wang.id(), 1)))
                        .allMatch(new ProfileOutcome.Kept()::equals);
                var letter = new Letter(wang.id(), Way.EMAIL, false, time.now(), "扣款", "扣了两次", true);
                assertThat(office.keep(letter)).isPresent();
            }
        }
    }
}
