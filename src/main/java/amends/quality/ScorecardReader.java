package amends.quality;

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
import java.util.Set;

/** Reads a score sheet that people write; every mistake is told with its line. */
public final class ScorecardReader {
    private static final String STANDARD = "scorecard.yaml";

    private ScorecardReader() {}

    /** The sheet that comes with the house. */
    public static Scorecard standard() {
        try (InputStream sheet = ScorecardReader.class.getResourceAsStream(STANDARD)) {
            return read(STANDARD, new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlMistakes e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** @param name how mistakes call it */
    public static Scorecard read(String name, String text) throws YamlMistakes {
        var document = YamlDocument.of(name, text);
        YamlMap root = document.root();
        String key = key(root, "scorecard") + "-" + root.integer("edition", 1, 1, 9999);
        Wording title = wording(root, "name");
        List<Criterion> criteria = criteria(root);
        document.check();
        return new Scorecard(key, title, criteria);
    }

    private static List<Criterion> criteria(YamlMap root) {
        var criteria = new ArrayList<Criterion>();
        Set<String> keys = new HashSet<>();
        for (YamlMap line : root.maps("criteria")) {
            Criterion criterion = criterion(line);
            if (!keys.add(criterion.key())) line.mistake("key", "is there twice");
            criteria.add(criterion);
        }
        if (criteria.isEmpty()) root.mistake("criteria", "names none: a sheet needs at least one");
        return criteria;
    }

    private static Criterion criterion(YamlMap line) {
        ErrorKind kind = line.choice("error", ErrorKind.NON_CRITICAL);
        boolean critical = kind != ErrorKind.NON_CRITICAL;
        return new Criterion(
                key(line, "key"),
                kind,
                line.integer("weight", 1, 1, 1000),
                line.integer("steps", critical ? 1 : 2, 1, Criterion.MOST_STEPS),
                line.yesOrNo("fails-all", critical),
                wording(line, "name"),
                wording(line, "question"));
    }

    private static String key(YamlMap map, String name) {
        if (map.required(name).isBlank()) return "";
        return map.parsed(name, "", "lower-case letters, digits and hyphens, at most 40", text -> {
            if (!text.matches("[a-z0-9][a-z0-9-]{0,39}")) throw new IllegalArgumentException();
            return text;
        });
    }

    private static Wording wording(YamlMap map, String key) {
        if (!map.has(key)) map.required(key);
        YamlMap words = map.map(key);
        return map.has(key)
                ? new Wording(words.required("zh-CN"), words.required("zh-TW"), words.required("en"))
                : new Wording("", "", "");
    }
}
