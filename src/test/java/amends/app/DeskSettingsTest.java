package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.yaml.YamlMistakes;
import amends.survey.QuietHours;
import amends.survey.SurveyWording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskSettingsTest {
    @TempDir
    Path folder;

    private Optional<Path> file(String text) throws IOException {
        return Optional.of(Files.writeString(folder.resolve("amends.yaml"), text));
    }

    private Home home() throws IOException {
        return Home.at(folder.resolve("home"));
    }

    @Test
    void the_shipped_sample_says_what_the_defaults_are() throws Exception {
        String sample;
        try (var in = DeskSettings.class.getResourceAsStream("amends.yaml")) {
            sample = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        assertThat(DeskSettings.read(file(sample), home())).isEqualTo(DeskSettings.read(Optional.empty(), home()));
    }

    @Test
    void a_misspelt_key_names_file_line_and_the_key_that_was_meant() throws Exception {
        var file = file("sip:\n  sever: pbx.example\n");
        assertThatThrownBy(() -> DeskSettings.read(file, home()))
                .isInstanceOf(YamlMistakes.class)
                .hasMessage(file.get() + ":2:3: unknown key 'sip.sever'; did you mean 'sip.server'?");
    }

    @Test
    void other_systems_are_read_with_their_mapping() throws Exception {
        var outside = DeskSettings.read(file("""
                        outside:
                          sources:
                            - name: crm
                              url: https://crm.example/c?phone={number}
                              fields: {name: /name}
                              facts: [{name: Open orders, at: /orders/open}]
                              tags: [/labels]
                            - name: core
                              kind: jdbc
                              url: jdbc:h2:mem:x
                              view: crm.card
                              key: phone
                              tags: label
                          page: {url: "https://crm.example/open?{national}", when: by-hand}
                        """), home()).outside();
        assertThat(outside.sources()).extracting(OutsideSettings.Source::name).containsExactly("crm", "core");
        assertThat(outside.page().address()).isPresent();
    }

    @Test
    void mistakes_in_other_systems_are_told_with_their_lines_and_no_secret() throws Exception {
        var file = file("""
                outside:
                  sources:
                    - name: crm
                      url: "ftp://crm.example/{number}"
                      secrit: abc
                      facts: [{name: x, at: no-pointer}]
                    - name: crm
                      kind: jdbc
                      url: jdbc:h2:mem:x
                      view: "a; drop table b"
                      tags: [label]
                """);
        assertThatThrownBy(() -> DeskSettings.read(file, home()))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining(":4:")
                .hasMessageContaining("only http and https")
                .hasMessageContaining("did you mean 'outside.sources.secret'")
                .hasMessageContaining("'outside.sources.view' should be")
                .hasMessageContaining("'outside.sources.key' is missing")
                .hasMessageNotContaining("abc");
    }

    @Test
    void a_header_that_cannot_be_sent_and_a_database_without_a_driver_are_mistakes_without_the_secret()
            throws Exception {
        var file = file("""
                outside:
                  sources:
                    - name: crm
                      url: "https://crm.example/{number}"
                      secret: "Bearer 令牌hunter2"
                      tags: /labels
                    - name: other
                      url: "https://crm.example/{number}"
                      header: Host
                      tags: /labels
                    - name: core
                      kind: jdbc
                      url: jdbc:nobody://db/x?password=hunter2
                      view: card
                      key: phone
                      tags: label
                """);
        assertThatThrownBy(() -> DeskSettings.read(file, home()))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining(":5:")
                .hasMessageContaining("cannot be sent as a header")
                .hasMessageContaining(":9:")
                .hasMessageContaining(":13:")
                .hasMessageContaining("no driver for this database is here")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_secret_written_as_a_block_of_lines_is_read_without_its_line_end() throws Exception {
        var outside = DeskSettings.read(file("""
                outside:
                  sources:
                    - name: crm
                      url: "https://crm.example/{number}"
                      secret: |
                        Bearer hunter2
                      tags: /labels
                """), home()).outside();
        assertThat(outside.sources()).hasSize(1);
    }

    @Test
    void how_customers_are_asked_is_read_with_its_hours() throws Exception {
        var survey = DeskSettings.read(
                        file("survey: {quiet-hours: \"22:30-07:15\", time-zone: Asia/Taipei, language: zh-TW}"), home())
                .survey();
        assertThat(survey.quiet())
                .isEqualTo(new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 15), ZoneId.of("Asia/Taipei")));
        assertThat(survey.wording()).isEqualTo(SurveyWording.ZH_TW);
    }

    @Test
    void quiet_hours_that_are_none_are_refused_by_name() throws Exception {
        var file = file("survey:\n  quiet-hours: night\n");
        assertThatThrownBy(() -> DeskSettings.read(file, home()))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining(":2:16:")
                .hasMessageContaining("survey.quiet-hours");
    }

    @Test
    void quiet_hours_say_what_is_wrong_with_them() throws Exception {
        assertThatThrownBy(() -> DeskSettings.read(file("survey:\n  quiet-hours: 21:00-8\n"), home()))
                .hasMessageContaining(":2:16:")
                .hasMessageContaining("'8' is no time of day");
        assertThatThrownBy(() -> DeskSettings.read(file("survey:\n  quiet-hours: 08:00-08:00\n"), home()))
                .hasMessageContaining("write none");
    }

    @Test
    void a_database_that_nobody_here_understands_is_refused_with_its_line_and_what_is_supported() throws Exception {
        var file = file("language: en\ndatabase:\n  url: jdbc:mysql://host/amends?password=hunter2\n");
        assertThatThrownBy(() -> DeskSettings.read(file, home()))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining(":3:8: 'database.url' cannot be used")
                .hasMessageContaining("jdbc:h2:file:")
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageContaining("\"jdbc:mysql:\"")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_secret_from_an_unset_variable_names_the_variable_and_nothing_else() throws Exception {
        var file = file("sip:\n  password: env:AMENDS_NO_SUCH\n");
        assertThatThrownBy(() -> DeskSettings.read(file, home()))
                .hasMessageContaining(":2:13: 'sip.password' cannot be had")
                .hasMessageContaining("AMENDS_NO_SUCH");
    }

    @Test
    void a_secret_never_shows_in_the_settings_text() throws Exception {
        var settings = DeskSettings.read(file("sip: {password: hunter2hunter2}"), home());
        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @Test
    void what_smpp_has_no_room_for_is_told_at_its_place_and_never_shown() throws Exception {
        var file = file(
                "sms:\n  system-id: much-too-long-for-smpp\n  password: hunter2hunter2\n  source: \"a b c d e f g\"\n");
        assertThatThrownBy(() -> DeskSettings.read(file, home()))
                .hasMessageContaining(":2:14: 'sms.system-id' should be at most 15 plain characters")
                .hasMessageContaining(":3:13: 'sms.password' has more than 8 characters")
                .hasMessageContaining(":4:11: 'sms.source' should be digits")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void the_sms_secret_comes_from_a_file_and_never_shows() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "pa55word\n");
        var settings = DeskSettings.read(file("sms: {enabled: true, password: \"file:" + secret + "\"}"), home());

        assertThat(settings.sms().centre().password().reveal()).isEqualTo("pa55word");
        assertThat(settings.toString()).doesNotContain("pa55word");
    }
}
