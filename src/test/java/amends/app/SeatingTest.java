package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.yaml.YamlMistakes;
import amends.staff.Role;
import amends.staff.SignIn;
import amends.staff.StaffMember;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeatingTest {
    @TempDir
    Path folder;

    private Seating seated(String yaml, String extension) throws Exception {
        Path file = Files.writeString(folder.resolve("amends.yaml"), yaml);
        var who = new StaffMember(new UUID(1, 1), "limin", "李敏", extension, Set.of(Role.AGENT));
        return Seating.of(DeskSettings.read(Optional.of(file), new Home(folder)), who);
    }

    /** Telephones are called as the server names them. */
    @ParameterizedTest
    @CsvSource({
        "1002, '{extension}', PJSIP/agent{extension}, true",
        "agent1002, '{extension}', PJSIP/agent{extension}, true",
        "agent1002, agent1001, PJSIP/agent{extension}, true",
        "branch-north-telephone-1002, branch-north-telephone-{extension}, Local/{extension}@agents, true",
        "agent1003, '{extension}', PJSIP/agent{extension}, false",
        "agent, '{extension}', PJSIP/agent{extension}, false",
        "agent1002, '{extension}', SIP/{extension}, false",
    })
    void who_sits_at_a_telephone_is_known_by_the_servers_form_of_its_name(
            String user, String own, String pattern, boolean known) throws Exception {
        Path file = Files.writeString(
                folder.resolve("amends.yaml"), "sip: {user: \"%s\"}\nacd: {interface: \"%s\"}".formatted(own, pattern));
        var all = List.of(
                new StaffMember(new UUID(1, 1), "admin", "管理员", "", Set.of(Role.AGENT)),
                new StaffMember(new UUID(1, 2), "wangfang", "王芳", "1002", Set.of(Role.AGENT)));

        assertThat(Seating.whoSits(DeskSettings.read(Optional.of(file), new Home(folder)), user, all))
                .isEqualTo(known ? Optional.of("王芳") : Optional.empty());
    }

    @Test
    void who_signs_in_brings_their_extension_where_the_settings_name_none() throws Exception {
        Seating seating = seated("language: en", "1002");

        assertThat(seating.user()).isEqualTo("1002");
        assertThat(seating.member().extension()).isEqualTo("1002");
        assertThat(seating.password().reveal()).isEqualTo("amends-1002");
        assertThat(seating.own()).isEmpty();
    }

    /** What is registered, what the distributor is told, and the person's own where that is another. */
    @ParameterizedTest
    @CsvSource({
        // user in the settings, interface of the distributor, own extension, registered, told, differs
        "1001, PJSIP/agent{extension}, 1001, 1001, 1001, false",
        "agent1001, PJSIP/agent{extension}, 1001, agent1001, 1001, false",
        "agent{extension}, PJSIP/agent{extension}, 1001, agent1001, 1001, false",
        "1002, PJSIP/agent{extension}, 1001, 1002, 1002, true",
        "agent1002, PJSIP/agent{extension}, 1001, agent1002, 1002, true",
        "1002, SIP/{extension}, 1001, 1002, 1002, true",
        "limin, PJSIP/agent{extension}, limin, limin, limin, false",
        "window-3, PJSIP/agent{extension}, 1001, window-3, 1001, true",
        "1002, PJSIP/agent{extension}, '', 1002, 1002, false",
    })
    void what_the_settings_name_is_registered_and_told_to_the_distributor(
            String user, String pattern, String own, String registered, String told, boolean differs) throws Exception {
        Seating seating = seated("sip: {user: \"%s\"}\nacd: {interface: \"%s\"}".formatted(user, pattern), own);

        assertThat(seating.user()).isEqualTo(registered);
        assertThat(seating.member().extension()).isEqualTo(told);
        assertThat(seating.own()).isEqualTo(differs ? Optional.of(own) : Optional.empty());
    }

    @Test
    void a_telephone_of_the_settings_keeps_the_password_of_the_settings() throws Exception {
        assertThat(seated("sip: {user: \"1001\"}", "1002").password().reveal()).isEqualTo("amends-1001");
        assertThat(seated("sip: {user: \"1001\", password: s3cret}", "1002")
                        .password()
                        .reveal())
                .isEqualTo("s3cret");
    }

    @Test
    void each_persons_password_can_stand_in_a_file_of_its_own() throws Exception {
        Files.writeString(folder.resolve("sip-1002"), "pw of 1002\n");
        String yaml = "sip: {password: \"file:%s/sip-{extension}\"}".formatted(folder);

        assertThat(seated(yaml, "1002").password().reveal()).isEqualTo("pw of 1002");
        assertThatThrownBy(() -> seated(yaml, "1003"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("sip.password")
                .hasMessageContaining("sip-1003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "10 02", "../1002", "1002@pbx"})
    void who_has_no_extension_that_could_be_registered_is_told_what_to_do(String extension) {
        assertThatThrownBy(() -> seated("language: en", extension))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("sip.user");
    }

    /** By what the settings say of the password, and the person's own extension. */
    @ParameterizedTest
    @CsvSource({
        "'', 1002, ",
        "'', '', EXTENSION",
        "file:/no/such/sip-{extension}, 1002, PASSWORD",
    })
    void who_has_no_telephone_here_is_told_at_the_door(String password, String extension, SignIn.Missing missing)
            throws Exception {
        Path file = folder.resolve("amends.yaml");
        Files.writeString(file, password.isEmpty() ? "language: en" : "sip: {password: \"%s\"}".formatted(password));
        var who = new StaffMember(new UUID(1, 1), "limin", "李敏", extension, Set.of(Role.AGENT));
        SignIn door = Seating.at(
                (login, typed) -> new SignIn.Result.Welcome(who),
                DeskSettings.read(Optional.of(file), new Home(folder)));

        SignIn.Result result = door.signIn("limin", new char[0]);

        if (missing == null) assertThat(result).isEqualTo(new SignIn.Result.Welcome(who));
        else assertThat(((SignIn.Result.NoPlace) result).missing()).isEqualTo(missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10 02", "1002@pbx", "{login}", "{extension}{extension}"})
    void a_user_that_is_none_is_refused_at_its_place(String user) {
        assertThatThrownBy(() -> seated("sip: {user: \"%s\"}".formatted(user), "1001"))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining("sip.user");
    }
}
