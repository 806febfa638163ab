package amends.customer;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What each tier gets, as the house wrote it down. Every mistake in the file is told with its line. */
public record Entitlements(List<Entitlement> all) {
    private static final String SHIPPED = "entitlements.yaml";

    public Entitlements {
        all = List.copyOf(all);
    }

    /** Those that come with the house. */
    public static Entitlements shipped() {
        return Shipped.of(SHIPPED, Entitlements::read);
    }

    public static Entitlements read(Path file) throws YamlMistakes {
        return read(YamlDocument.read(file));
    }

    /** @param name how mistakes call it */
    public static Entitlements read(String name, String text) throws YamlMistakes {
        return read(YamlDocument.of(name, text));
    }

    private static Entitlements read(YamlDocument document) throws YamlMistakes {
        var all = new ArrayList<Entitlement>();
        for (YamlMap line : document.root().maps("entitlements")) {
            line.required("tier");
            all.add(new Entitlement(
                    line.choice("tier", Tier.REGULAR), Phrase.read(line, "words"), line.yesOrNo("may-be-told", false)));
        }
        document.check();
        return new Entitlements(all);
    }

    /** In the order of the file. */
    public List<Entitlement> of(Tier tier) {
        return all.stream().filter(one -> one.tier() == tier).toList();
    }
}
