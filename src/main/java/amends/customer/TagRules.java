package amends.customer;

import amends.customer.CustomerProfile.Tier;
import amends.customer.TagCondition.CustomerFor;
import amends.customer.TagCondition.Happened;
import amends.customer.TagCondition.HasProduct;
import amends.customer.TagCondition.InTier;
import amends.customer.TagCondition.OccasionNear;
import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules by which the house gives tags, as people wrote them down. Every mistake is told with its line. */
public record TagRules(List<TagRule> all) {
    private static final String SHIPPED = "tag-rules.yaml";
    private static final int MOST_DAYS = 3650;
    private static final int MOST_COUNT = 1000;

    public TagRules {
        all = List.copyOf(all);
    }

    /** Those that come with the house. */
    public static TagRules shipped() {
        return Shipped.of(SHIPPED, TagRules::read);
    }

    public static TagRules read(Path file) throws YamlMistakes {
        return read(YamlDocument.read(file));
    }

    /** @param name how mistakes call it */
    public static TagRules read(String name, String text) throws YamlMistakes {
        return read(YamlDocument.of(name, text));
    }

    private static TagRules read(YamlDocument document) throws YamlMistakes {
        var all = new ArrayList<TagRule>();
        Set<String> keys = new HashSet<>();
        for (YamlMap line : document.root().maps("rules")) {
            TagRule rule = rule(line);
            if (!keys.add(rule.key())) line.mistake("key", "is there twice");
            all.add(rule);
        }
        document.check();
        return new TagRules(all);
    }

    private static TagRule rule(YamlMap line) {
        line.required("key");
        String key = line.parsed("key", "", "lower-case letters, digits and hyphens, at most 40", text -> {
            if (!text.matches("[a-z0-9][a-z0-9-]{0,39}")) throw new IllegalArgumentException();
            return text;
        });
        int days = line.integer("lasts-days", 0, 0, MOST_DAYS);
        return new TagRule(
                key,
                tagName(line),
                Phrase.read(line, "because"),
                conditions(line),
                line.integer("confidence", Tag.FULL_CONFIDENCE, Tag.LEAST_CONFIDENCE, Tag.FULL_CONFIDENCE),
                days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)),
                line.yesOrNo("customer-may-see", true));
    }

    private static Phrase tagName(YamlMap line) {
        Phrase name = Phrase.read(line, "tag");
        boolean tooLong = Math.max(
                        name.simplified().length(),
                        Math.max(name.traditional().length(), name.english().length()))
                > Tag.LONGEST_NAME;
        if (tooLong) line.mistake("tag", "is longer than " + Tag.LONGEST_NAME + " characters");
        return name;
    }

    private static List<TagCondition> conditions(YamlMap line) {
        var all = new ArrayList<TagCondition>();
        for (YamlMap one : line.maps("when")) all.add(condition(one, line));
        if (all.isEmpty()) line.mistake("when", "names no condition: the rule would hold for everybody");
        return all;
    }

    private static TagCondition condition(YamlMap one, YamlMap rule) {
        if (one.has("tier")) return new InTier(one.choice("tier", Tier.REGULAR));
        if (one.has("customer-years")) return new CustomerFor(one.integer("customer-years", 1, 1, 100));
        if (one.has("product")) return new HasProduct(one.required("product"));
        if (one.has("occasion-within-days"))
            return new OccasionNear(one.integer("occasion-within-days", Occasion.NEAR_DAYS, 0, 366));
        if (!one.has("happened"))
            rule.mistake(
                    "when", "each item says one of: happened, tier, customer-years, product, occasion-within-days");
        return new Happened(
                one.choice("happened", TimeLineEntry.Kind.CONTACT),
                one.integer("at-least", 1, 1, MOST_COUNT),
                one.integer("within-days", MOST_DAYS, 1, MOST_DAYS),
                one.integer("score-at-most", 0, 1, 5),
                one.yesOrNo("open", false));
    }

    /** What holds of this customer now. */
    public List<Tag> tags(TagFacts facts) {
        return all.stream().flatMap(rule -> rule.tag(facts).stream()).toList();
    }

    /** The rule that gave a tag; empty when it is not in force any more. */
    public Optional<TagRule> of(Tag tag) {
        return all.stream()
                .filter(rule -> tag.source() == Tag.Source.RULE && rule.key().equals(tag.origin()))
                .findFirst();
    }
}
