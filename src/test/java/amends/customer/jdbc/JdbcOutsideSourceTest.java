package amends.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.OutsideAnswer;
import amends.customer.OutsideAnswer.Found;
import amends.customer.OutsideAnswer.Late;
import amends.customer.OutsideAnswer.Nothing;
import amends.customer.OutsideAnswer.Unreachable;
import amends.customer.OutsideField;
import amends.customer.OutsideMapping;
import amends.customer.OutsideSource.Question;
import amends.kernel.PhoneNumber;
import amends.kernel.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcOutsideSourceTest {
    private static final String URL = "jdbc:h2:mem:outside-view;DB_CLOSE_DELAY=-1";
    private static final OutsideMapping MAPPING =
            new OutsideMapping(Map.of(OutsideField.NAME, "full_name"), Map.of("Card", "card_state"), List.of("label"));
    private static Connection other;

    @BeforeAll
    static void view() throws SQLException {
        other = DriverManager.getConnection(URL, "sa", "");
        try (var statement = other.createStatement()) {
            statement.execute("create table person (phone varchar(20), id varchar(20), full_name varchar(2000),"
                    + " card_state varchar(20), label varchar(80))");
            statement.execute("insert into person values ('+8613800138000', '1', '<html>王建国' || char(10) || 'x',"
                    + " 'blocked', '出差多'), ('+8613900139000', '2', 'a', null, null),"
                    + " ('+8613900139000', '3', 'b', null, null)");
            statement.execute("create view customer_card as select * from person");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        try (var statement = other.createStatement()) {
            statement.execute("shutdown");
        }
    }

    private static OutsideAnswer ask(String url, String view, String number, JdbcOutsideSource.Key by) {
        var facing = new JdbcOutsideSource.Facing(
                "core",
                "core",
                url,
                "sa",
                Secret.of(""),
                view,
                by == JdbcOutsideSource.Key.ID ? "id" : "phone",
                by,
                "CN",
                Duration.ofMillis(400),
                false,
                MAPPING);
        try (var source = new JdbcOutsideSource(facing)) {
            return source.ask(new Question(Optional.of(new PhoneNumber(number)), Optional.of("1")));
        }
    }

    private static OutsideAnswer ask(String number) {
        return ask(URL, "customer_card", number, JdbcOutsideSource.Key.NUMBER);
    }

    @Test
    void one_row_is_read_by_its_number_or_its_id() {
        assertThat(ask("+8613800138000")).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.facts()).hasSize(3);
            assertThat(found.facts().getFirst().content()).isEqualTo("<html>王建国 x");
        });
        assertThat(ask(URL, "customer_card", "+8613", JdbcOutsideSource.Key.ID)).isInstanceOf(Found.class);
    }

    @Test
    void no_row_is_nobody_and_two_rows_are_nobody_in_particular() {
        assertThat(ask("+8613700137000")).isEqualTo(new Nothing());
        assertThat(ask("+8613900139000")).isEqualTo(new Nothing());
    }

    @Test
    void a_view_that_is_not_there_and_a_database_that_is_away_are_unreachable() {
        assertThat(ask(URL, "no_such_view", "+8613800138000", JdbcOutsideSource.Key.NUMBER))
                .isInstanceOf(Unreachable.class);
        assertThat(ask("jdbc:postgresql://127.0.0.1:1/x", "v", "+8613800138000", JdbcOutsideSource.Key.NUMBER))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void a_database_without_a_driver_is_unreachable_when_asked_and_stops_nobody_before() {
        assertThat(ask("jdbc:nobody://db/x?password=hunter2", "v", "+8613800138000", JdbcOutsideSource.Key.NUMBER))
                .isInstanceOfSatisfying(
                        Unreachable.class, answer -> assertThat(answer.why()).doesNotContain("hunter2"));
        assertThatThrownBy(() -> JdbcOutsideSource.checkDriver("jdbc:nobody://db/x?password=hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_database_that_accepts_and_says_nothing_is_late() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x";
            OutsideAnswer answer = ask(url, "v", "+8613800138000", JdbcOutsideSource.Key.NUMBER);
            assertThat(answer).isInstanceOfAny(Late.class, Unreachable.class);
        }
    }

    @Test
    void names_that_need_quoting_are_refused() {
        assertThatThrownBy(() -> JdbcOutsideSource.check("card; drop table x"))
                .isInstanceOf(IllegalArgumentException.class);
        JdbcOutsideSource.check("crm.customer_card");
    }
}
