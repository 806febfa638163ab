package amends.kernel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    private static DatabaseAddress address(String url) {
        return new DatabaseAddress(url, "user", "geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/var/amends/amends",
                "jdbc:h2:file:C:/Users/li min/amends",
                "jdbc:h2:file:/var/amends/amends;WRITE_DELAY=0;LOCK_TIMEOUT=2000",
                "jdbc:postgresql://db.example:5432/amends",
                "jdbc:postgresql://db.example/amends?sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "jdbc:postgresql://[::1]:5432/amends"
            })
    void what_is_safe_is_understood(String url) {
        assertThatCode(() -> address(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:h2:file:/a;AUTO_SERVER=TRUE        | AUTO_SERVER is refused",
                "jdbc:h2:file:/a; auto_server = true     | AUTO_SERVER is refused",
                "jdbc:h2:file:/a;INIT=RUNSCRIPT FROM 'x' | INIT is refused",
                "jdbc:h2:file:/a;WRITE_DELAY=500         | WRITE_DELAY must be 0",
                "jdbc:h2:file:/a;TRACE_LEVEL_FILE=3      | unknown setting TRACE_LEVEL_FILE",
                "jdbc:h2:mem:a                           | H2 is used as a file",
                "jdbc:h2:tcp://host/a                    | H2 is used as a file",
                "jdbc:h2:/a                              | H2 is used as a file",
                "jdbc:h2:file:                           | names no file",
                "jdbc:mysql://host/a                     | unknown kind of database",
                "amends.db                               | unknown kind of database",
                "jdbc:postgresql:a                       | must look like",
                "jdbc:postgresql://host/                 | must look like",
                "jdbc:postgresql://me:pw@host/a          | do not belong in the address",
                "jdbc:postgresql://host/a?password=x     | password does not belong",
                "jdbc:postgresql://host/a?socketFactory=evil.Class | unknown setting socketFactory",
                "jdbc:postgresql://host/a?loggerFile=/etc/x        | unknown setting loggerFile"
            })
    void what_is_dangerous_or_unknown_is_refused_with_its_reason(String url, String reason) {
        assertThatThrownBy(() -> address(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void the_password_is_never_shown() {
        assertThat(address("jdbc:postgresql://host/a").toString()).doesNotContain("geheim");
    }
}
