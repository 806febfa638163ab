package amends.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.yaml.YamlMistakes;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");
    private static final UUID WANG = new UUID(7, 1);

    private static TagFacts facts(Tier tier, String since, List<Occasion> occasions, TimeLineEntry... events) {
        var profile = new CustomerProfile(
                WANG, "王建国", List.of(), tier, "", Optional.ofNullable(since).map(Instant::parse), "", 1);
        Portrait portrait = Portrait.blank(WANG).with(occasions);
        return new TagFacts(profile, portrait, List.of(events), NOW, ZoneId.of("Asia/Shanghai"));
    }

    private static TimeLineEntry contact(int daysAgo) {
        return TimeLineEntry.of(TimeLineEntry.Kind.CONTACT, new UUID(1, daysAgo), NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static List<String> keys(TagFacts facts) {
        return TagRules.shipped().tags(facts).stream().map(Tag::origin).toList();
    }

    private static TagRules read(String when) throws YamlMistakes {
        return TagRules.read("r.yaml", """
                rules:
                  - key: a
                    tag: {zh-CN: 甲, zh-TW: 甲, en: A}
                    because: {zh-CN: 因, zh-TW: 因, en: why}
                    when:
                      - %s
                """.formatted(when));
    }

    @Test
    void of_whom_nothing_is_known_no_rule_holds() {
        assertThat(keys(facts(Tier.REGULAR, null, List.of()))).isEmpty();
    }

    @Test
    void four_contacts_within_thirty_days_are_often_and_three_are_not() {
        assertThat(keys(facts(Tier.REGULAR, null, List.of(), contact(1), contact(2), contact(29))))
                .isEmpty();
        assertThat(keys(facts(Tier.REGULAR, null, List.of(), contact(1), contact(2), contact(29), contact(31))))
                .isEmpty();
        assertThat(keys(facts(Tier.REGULAR, null, List.of(), contact(1), contact(2), contact(29), contact(30))))
                .containsExactly("frequent-caller");
    }

    @Test
    void a_tag_says_on_what_it_rests() {
        Tag tag = TagRules.shipped()
                .tags(facts(Tier.REGULAR, null, List.of(), contact(1), contact(2), contact(3), contact(4)))
                .getFirst();

        assertThat(tag.source()).isEqualTo(Tag.Source.RULE);
        assertThat(tag.evidence()).isEqualTo("4 × 2026-01-04, 2026-01-03, 2026-01-02, 2026-01-01");
        assertThat(tag.expires()).contains(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void an_open_complaint_a_day_of_theirs_and_long_years_each_have_their_tag() {
        var complaint = TimeLineEntry.of(TimeLineEntry.Kind.COMPLAINT, new UUID(2, 1), NOW)
                .open();
        var birthday = new Occasion(Occasion.Kind.BIRTHDAY, "", MonthDay.of(1, 12), Optional.empty());

        assertThat(keys(facts(Tier.GOLD, "2021-01-05T00:00:00Z", List.of(birthday), complaint)))
                .containsExactly("open-complaint", "long-standing", "occasion-near");
        assertThat(keys(facts(Tier.GOLD, "2021-01-06T00:00:00Z", List.of()))).isEmpty();
    }

    @Test
    void the_same_rule_gives_the_same_tag_again() {
        TagFacts facts = facts(Tier.VIP, "2000-01-01T00:00:00Z", List.of());
        assertThat(TagRules.shipped().tags(facts)).isEqualTo(TagRules.shipped().tags(facts));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{happend: contact} | r.yaml:6 | each item says one of",
                "{happened: fight} | r.yaml:6 | 'rules.when.happened' should be one of",
                "{happened: contact, at-least: 0} | r.yaml:6 | 'rules.when.at-least' should be a whole number",
                "{tier: platinum} | r.yaml:6 | 'rules.when.tier' should be one of regular, silver, gold, vip",
                "{customer-years: 5, at-lest: 3} | r.yaml:6 | unknown key 'rules.when.at-lest'"
            })
    void what_is_wrong_is_told_with_its_line(String when, String where, String what) {
        assertThatThrownBy(() -> read(when))
                .isInstanceOf(YamlMistakes.class)
                .hasMessageContaining(where)
                .hasMessageContaining(what);
    }

    @Test
    void a_rule_without_condition_would_hold_for_everybody_and_is_refused() {
        assertThatThrownBy(() -> TagRules.read("r.yaml", "rules:\n  - key: a\n"))
                .hasMessageContaining("names no condition")
                .hasMessageContaining("'rules.tag' is missing");
    }

    @Test
    void a_key_stands_once() {
        assertThatThrownBy(() -> TagRules.read("r.yaml", """
                rules:
                  - {key: a, tag: {zh-CN: 甲, zh-TW: 甲, en: A}, because: {zh-CN: 因, zh-TW: 因, en: w}, when: [{tier: vip}]}
                  - {key: a, tag: {zh-CN: 甲, zh-TW: 甲, en: A}, because: {zh-CN: 因, zh-TW: 因, en: w}, when: [{tier: vip}]}
                """))
                .hasMessageContaining("r.yaml:3")
                .hasMessageContaining("is there twice");
    }

    @Test
    void entitlements_come_with_the_house_and_mistakes_in_ones_own_have_their_line() {
        var gold = Entitlements.shipped().of(Tier.GOLD);
        assertThat(gold).isNotEmpty();
        assertThat(gold).anyMatch(Entitlement::mayBeTold).anyMatch(one -> !one.mayBeTold());
        assertThat(Entitlements.shipped().of(Tier.REGULAR)).isEmpty();

        assertThatThrownBy(
                        () -> Entitlements.read("e.yaml", "entitlements:\n  - tier: gold\n    may-be-told: perhaps\n"))
                .hasMessageContaining("e.yaml:3")
                .hasMessageContaining("'entitlements.words' is missing");
    }

    /** Any file either is read or told what is wrong with it. */
    @Test
    void hostile_files_are_refused_in_words() {
        var random = new java.util.Random(4);
        String good = "rules:\n  - key: a\n    tag: {zh-CN: x}\n    when:\n      - {happened: contact}\n";
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder(good);
            for (int n = 0; n <= random.nextInt(4); n++)
                text.setCharAt(random.nextInt(text.length()), "{}[]:-\n x&*!\t\u0000\"".charAt(random.nextInt(15)));
            var thrown = new ArrayList<Throwable>();
            try {
                TagRules.read("r.yaml", text.toString());
            } catch (YamlMistakes e) {
                thrown.add(e);
            }
            assertThat(thrown).hasSizeLessThan(2);
        }
    }
}
