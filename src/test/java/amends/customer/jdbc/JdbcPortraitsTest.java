package amends.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Customers.ChangedMeanwhile;
import amends.customer.Occasion;
import amends.customer.Portrait;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcPortraitsTest {
    @Parameter
    TestEngine engine;

    @TempDir
    private static Path folder;

    private static Database database;

    private UUID customer;
    private JdbcPortraits portraits;

    @BeforeParameterizedClassInvocation
    static void open(TestEngine engine) {
        database = engine.open(folder);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @BeforeEach
    void customer() {
        customer = new JdbcCustomers(database)
                .save(new CustomerProfile(Ids.next(), "王建国", List.of(), Tier.GOLD, "", Optional.empty(), "", 0))
                .id();
        portraits = new JdbcPortraits(database);
    }

    private Portrait full(long version) {
        return new Portrait(
                customer,
                Map.of(new PhoneNumber("+8613800138000"), Portrait.NumberLabel.MOBILE),
                "小微企业主",
                "zh-CN",
                List.of(
                        new Occasion(Occasion.Kind.BIRTHDAY, "", MonthDay.of(2, 29), Optional.of(1980)),
                        new Occasion(Occasion.Kind.OTHER, "开店纪念日", MonthDay.of(9, 1), Optional.empty())),
                List.of("云杉信用卡", "小微贷"),
                List.of("每月 25 日还款"),
                List.of("钓鱼"),
                Optional.of(Portrait.Channel.SHORT_MESSAGE),
                Optional.of(new Portrait.Hours(LocalTime.of(18, 30), LocalTime.of(21, 0))),
                Optional.of(Portrait.JourneyStage.SETTLED),
                version);
    }

    @Test
    void of_whom_nothing_was_kept_the_portrait_is_blank() {
        assertThat(portraits.of(customer)).isEqualTo(Portrait.blank(customer));
    }

    @Test
    void a_portrait_is_kept_whole() {
        Portrait kept = portraits.save(full(0));

        assertThat(kept.version()).isEqualTo(1);
        assertThat(portraits.of(customer)).isEqualTo(kept).isEqualTo(full(1));
    }

    @Test
    void what_is_taken_out_is_gone() {
        portraits.save(full(0));
        Portrait bare = Portrait.blank(customer).kept(1);
        portraits.save(bare);

        assertThat(portraits.of(customer)).isEqualTo(bare.kept(2));
    }

    @Test
    void a_save_of_an_older_version_is_refused_and_changes_nothing() {
        portraits.save(full(0));
        portraits.save(full(1));

        assertThatThrownBy(() -> portraits.save(Portrait.blank(customer).kept(1)))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> portraits.save(Portrait.blank(customer))).isInstanceOf(ChangedMeanwhile.class);
        assertThat(portraits.of(customer)).isEqualTo(full(2));
    }
}
