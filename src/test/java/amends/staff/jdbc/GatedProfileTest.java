package amends.staff.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.Consent;
import amends.customer.ConsentPurpose;
import amends.customer.CustomerProfile;
import amends.customer.Entitlements;
import amends.customer.FullProfile;
import amends.customer.Need;
import amends.customer.ProfileActs.TagDraft;
import amends.customer.ProfileBooks;
import amends.customer.ProfileDesk;
import amends.customer.ProfileOutcome.Kept;
import amends.customer.TagRules;
import amends.customer.TimeLineEntry;
import amends.customer.jdbc.JdbcConsents;
import amends.customer.jdbc.JdbcCustomerGate;
import amends.customer.jdbc.JdbcNeeds;
import amends.customer.jdbc.JdbcPortraits;
import amends.customer.jdbc.JdbcTags;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole profile at a desk whose connection is the agent's own login. */
class GatedProfileTest {
    @Test
    void a_profile_is_opened_and_mended_with_ones_own_login() throws Exception {
        try (var house = new GatedHouse()) {
            CustomerProfile wang = house.customer("王建国", "+8613800138000");
            var mine = house.as(house.agent);
            var complaint = TimeLineEntry.of(
                            TimeLineEntry.Kind.COMPLAINT,
                            Ids.next(),
                            Timekeeper.system().now())
                    .open();
            var books = new ProfileBooks(
                    new JdbcCustomerGate(mine),
                    new JdbcPortraits(mine),
                    new JdbcTags(mine),
                    new JdbcNeeds(mine),
                    new JdbcConsents(mine, Timekeeper.system()),
                    (customer, most) -> List.of(complaint),
                    new GatedAuditTrail(mine),
                    mine);
            var desk = new ProfileDesk(
                    house.agent,
                    books,
                    TagRules.shipped(),
                    Entitlements.shipped(),
                    number -> "****",
                    Timekeeper.system(),
                    ZoneId.of("Asia/Shanghai"));

            FullProfile first = desk.open(wang.id(), Optional.empty(), "call 1").orElseThrow();
            assertThat(first.tags()).extracting(t -> t.tag().origin()).containsExactly("open-complaint");

            var acts = desk.acts();
            assertThat(acts.tag(wang.id(), new TagDraft("常出差", "“又在外地”", 80, Optional.empty(), true)))
                    .isEqualTo(new Kept());
            assertThat(acts.agree(
                            wang.id(),
                            ConsentPurpose.PERSONALISATION,
                            Consent.Way.SAID_IN_CALL,
                            "“可以”",
                            Optional.empty(),
                            Optional.empty()))
                    .isEqualTo(new Kept());
            assertThat(acts.need(wang.id(), Optional.empty(), Need.Kind.EXPLICIT, "注销信用卡"))
                    .isEqualTo(new Kept());
            assertThat(acts.save(first.portrait())).isEqualTo(new Kept());
            assertThat(acts.dispute(first.tags().getFirst().tag(), "已经答复")).isEqualTo(new Kept());
            assertThat(acts.withdraw(wang.id(), ConsentPurpose.PERSONALISATION, ""))
                    .isEqualTo(new Kept());

            FullProfile now = desk.open(wang.id(), Optional.empty(), "call 1").orElseThrow();
            assertThat(now.tags()).hasSize(2);
            assertThat(now.needs()).hasSize(1);
            assertThat(now.consents())
                    .singleElement()
                    .satisfies(c -> assertThat(c.withdrawn()).isPresent());
            assertThat(house.truth("select act from audit where whom = ? order by at", wang.id()))
                    .containsExactly(
                            "LOOK_AT_CUSTOMER",
                            "CHANGE_CUSTOMER",
                            "CHANGE_CUSTOMER",
                            "CHANGE_CUSTOMER",
                            "CHANGE_CUSTOMER",
                            "CHANGE_CUSTOMER",
                            "CHANGE_CUSTOMER",
                            "LOOK_AT_CUSTOMER");
        }
    }
}
