package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigCheckTest {
    private static final InetAddress ABROAD = InetAddress.ofLiteral("192.0.2.7");

    private static PbxConfig with(String password, String secret) {
        return PbxConfig.onLoopback(
                List.of(new Extension("1001", password, "A")),
                List.of(CallQueue.of("support")),
                List.of(new ManagerUser("manageruser1", secret)));
    }

    @Test
    void weak_passwords_are_fine_on_loopback() {
        assertThatCode(() -> ConfigCheck.require(with("x", "y"))).doesNotThrowAnyException();
    }

    @Test
    void another_address_wants_to_be_said_explicitly() {
        assertThatThrownBy(() -> ConfigCheck.require(
                        with("a-long-password", "another-long-one").withBind(ABROAD, false)))
                .isInstanceOf(PbxRefused.class)
                .hasMessageContaining("192.0.2.7");
    }

    @Test
    void off_loopback_every_weak_password_is_named() {
        assertThatThrownBy(
                        () -> ConfigCheck.require(with("short", "manageruser1").withBind(ABROAD, true)))
                .isInstanceOfSatisfying(
                        PbxRefused.class,
                        e -> assertThat(e.objections())
                                .containsExactly(
                                        "extension 1001: off loopback a password needs 12 characters or more",
                                        "manager user manageruser1: the password is the name"));
    }

    @Test
    void off_loopback_with_strong_passwords_is_accepted() {
        assertThatCode(() -> ConfigCheck.require(
                        with("a-long-password", "another-long-one").withBind(ABROAD, true)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_number_leads_to_one_place_only() {
        var config = PbxConfig.onLoopback(
                List.of(new Extension("1001", "p", "A")), List.of(CallQueue.of("support", "1001")), List.of());
        assertThatThrownBy(() -> ConfigCheck.require(config))
                .hasMessageContaining("1001 is dialled for something else");
    }

    @Test
    void passwords_stay_out_of_text() {
        assertThat(with("hush-hush", "very-secret").toString()).doesNotContain("hush", "very-secret");
    }

    @Test
    void a_source_range_holds_its_network_and_no_other() {
        var range = SourceRange.parse("192.0.2.128/25");
        assertThat(range.holds(InetAddress.ofLiteral("192.0.2.200"))).isTrue();
        assertThat(range.holds(InetAddress.ofLiteral("192.0.2.100"))).isFalse();
        assertThatThrownBy(() -> SourceRange.parse("example.org")).hasMessageContaining("example.org");
    }
}
