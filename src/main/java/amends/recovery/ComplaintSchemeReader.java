package amends.recovery;

import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the tree of causes, the types of business and the units; every mistake is told with its line. */
public final class ComplaintSchemeReader {
    private static final String STANDARD = "complaints.yaml";
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]+(\\.[\\w-]+)+");
    private static final int MOST_DAYS = 60;
    private static final int MOST_REGION = 40;
    private static final int DEEPEST = 4;

    private ComplaintSchemeReader() {}

    /** The one that comes with the house. */
    public static ComplaintScheme standard() {
        try (InputStream scheme = ComplaintSchemeReader.class.getResourceAsStream(STANDARD)) {
            return read(STANDARD, new String(scheme.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlMistakes e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** @param name how mistakes call it */
    public static ComplaintScheme read(String name, String text) throws YamlMistakes {
        var document = YamlDocument.of(name, text);
        YamlMap root = document.root();
        var causes = new ArrayList<Cause>();
        causes(root, Optional.empty(), causes, new HashSet<>(), 1);
        if (causes.isEmpty()) root.mistake("causes", "names none: at least one is needed");
        Set<String> keys = new HashSet<>();
        List<Business> businesses = root.maps("business").stream()
                .map(line -> new Business(unique(line, keys), naming(line)))
                .toList();
        Set<String> unitKeys = new HashSet<>();
        List<HandlingUnit> units =
                root.maps("units").stream().map(line -> unit(line, unitKeys)).toList();
        document.check();
        return new ComplaintScheme(causes, businesses, units);
    }

    private static void causes(YamlMap map, Optional<String> parent, List<Cause> causes, Set<String> keys, int depth) {
        for (YamlMap line : map.maps("causes")) {
            String key = unique(line, keys);
            causes.add(new Cause(key, parent, naming(line)));
            if (depth >= DEEPEST && line.has("causes")) line.mistake("causes", "is deeper than " + DEEPEST + " levels");
            causes(line, Optional.of(key), causes, keys, depth + 1);
        }
    }

    private static HandlingUnit unit(YamlMap line, Set<String> keys) {
        return new HandlingUnit(
                unique(line, keys),
                line.choice("kind", HandlingUnit.Kind.BRANCH),
                line.parsed("region", "", "at most " + MOST_REGION + " characters", region -> {
                    if (region.length() > MOST_REGION) throw new IllegalArgumentException();
                    return region;
                }),
                line.parsed("mail", "", "an address like complaints@branch.example", mail -> {
                    if (!MAIL.matcher(mail).matches()) throw new IllegalArgumentException();
                    return mail;
                }),
                line.integer("days", 3, 1, MOST_DAYS),
                naming(line));
    }

    private static String unique(YamlMap line, Set<String> keys) {
        if (line.required("key").isBlank()) return "";
        String key = line.parsed("key", "", "lower-case letters, digits and hyphens, at most 40", text -> {
            if (!text.matches("[a-z0-9][a-z0-9-]{0,39}")) throw new IllegalArgumentException();
            return text;
        });
        if (!key.isEmpty() && !keys.add(key)) line.mistake("key", "is there twice");
        return key;
    }

    private static Naming naming(YamlMap line) {
        if (!line.has("name")) line.required("name");
        YamlMap words = line.map("name");
        return line.has("name")
                ? new Naming(words.required("zh-CN"), words.required("zh-TW"), words.required("en"))
                : new Naming("", "", "");
    }
}
