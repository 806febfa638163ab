package amends.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.BesideOthers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class ExtensionsTest {
    @ParameterizedTest
    @CsvSource({
        "1002,        1001,  true",
        "80002,       80001, true",
        "95588,       80001, false",
        "10086,       80001, false",
        "12345,       80001, false",
        "13800138000, 1001,  false",
        "2001,        1001,  false",
        "100,         1001,  false",
        "bob1,        1001,  false",
        "10086,       alice, false",
        "carol,       alice, false",
        "'',          1001,  false",
        "'',          '',    false",
        "1,           1,     false",
        "1234567,     1234567, false",
    })
    void telephones_of_the_house_are_as_long_as_ours_and_begin_alike(String user, String own, boolean alike) {
        assertThat(Extensions.alike(user, own)).isEqualTo(alike);
    }
}
