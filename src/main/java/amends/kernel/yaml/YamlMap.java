package amends.kernel.yaml;

import amends.kernel.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a {@link YamlDocument}. Each question names a key; the answer is the default where the key is absent
 * or wrong, and what is wrong is noted with its line. A key that is never asked for is unknown.
 */
public final class YamlMap {
    private record Entry(Node key, Node value) {}

    private final YamlDocument document;
    private final Optional<Mark> at;
    private final String path;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, List<YamlMap>> asked = new TreeMap<>();

    YamlMap(YamlDocument document, Optional<MappingNode> node, String path) {
        this.document = document;
        this.path = path;
        this.at = node.flatMap(MappingNode::getStartMark);
        node.ifPresent(mapping -> mapping.getValue().forEach(tuple -> {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (entries.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode())) != null)
                    document.mistake(key.getStartMark(), "'" + path + key.getValue() + "' is said twice");
            } else document.mistake(tuple.getKeyNode().getStartMark(), "a key is a single word here");
        }));
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public String text(String key, String otherwise) {
        return scalar(key).map(ScalarNode::getValue).orElse(otherwise);
    }

    /** A text that must be there. The answer is empty where it is not, and that is noted. */
    public String required(String key) {
        String text = text(key, "");
        if (text.isBlank()) document.mistake(at, "'" + path + key + "' is missing");
        return text;
    }

    public int integer(String key, int otherwise, int least, int most) {
        return parsed(key, otherwise, "a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) throw new NumberFormatException();
            return number;
        });
    }

    public boolean yesOrNo(String key, boolean otherwise) {
        return parsed(key, otherwise, "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** One of a few words, as the enum's constants are called, in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, E otherwise) {
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        var words = new ArrayList<String>();
        for (E one : all) words.add(word(one));
        return parsed(key, otherwise, "one of " + String.join(", ", words), text -> all[index(words, text)]);
    }

    private static int index(List<String> words, String text) {
        int index = words.indexOf(text.toLowerCase(Locale.ROOT));
        if (index < 0) throw new IllegalArgumentException();
        return index;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Anything that a text can be read as. @param shape what is expected, for the mistake's text */
    public <T> T parsed(String key, T otherwise, String shape, Function<String, T> reader) {
        Optional<ScalarNode> scalar = scalar(key);
        if (scalar.isEmpty()) return otherwise;
        try {
            return reader.apply(scalar.get().getValue().strip());
        } catch (IllegalArgumentException e) {
            String why = e.getMessage() == null || e.getCause() != null || e instanceof NumberFormatException
                    ? ""
                    : " (" + e.getMessage() + ")";
            mistake(key, "should be " + shape + ", not '" + scalar.get().getValue() + "'" + why);
            return otherwise;
        }
    }

    /** A secret as {@link Secret#parse} reads it; what stands there is never shown in a mistake. */
    public Secret secret(String key, String otherwise) {
        Optional<ScalarNode> scalar = scalar(key);
        if (scalar.isEmpty()) return Secret.of(otherwise);
        try {
            return Secret.parse(scalar.get().getValue());
        } catch (IllegalArgumentException e) {
            mistake(key, "cannot be had: " + e.getMessage());
            return Secret.of(otherwise);
        }
    }

    public List<String> texts(String key, List<String> otherwise) {
        Entry entry = ask(key);
        if (entry == null) return otherwise;
        if (!(entry.value() instanceof SequenceNode list)) {
            mistake(key, "should be a list: [one, two]");
            return otherwise;
        }
        var texts = new ArrayList<String>();
        for (Node node : list.getValue()) {
            if (node instanceof ScalarNode scalar) texts.add(scalar.getValue());
            else document.mistake(node.getStartMark(), "'" + path + key + "' is a list of single words");
        }
        return List.copyOf(texts);
    }

    /**
     * One word or a list of them, each read by itself: what is wrong is noted with the item's own line.
     *
     * @param shape what is expected, for the mistake's text
     */
    public <T> List<T> each(String key, List<T> otherwise, String shape, Function<String, T> reader) {
        Entry entry = ask(key);
        if (entry == null || isNull(entry.value())) return otherwise;
        List<Node> nodes = entry.value() instanceof SequenceNode list ? list.getValue() : List.of(entry.value());
        var read = new ArrayList<T>();
        for (Node node : nodes) {
            if (!(node instanceof ScalarNode scalar)) {
                document.mistake(node.getStartMark(), "'" + path + key + "' is a list of single words");
                continue;
            }
            try {
                read.add(reader.apply(scalar.getValue().strip()));
            } catch (IllegalArgumentException e) {
                String why = e.getMessage() == null ? "" : "; " + e.getMessage();
                document.mistake(
                        node.getStartMark(),
                        "'" + path + key + "' should be " + shape + ", not '" + scalar.getValue() + "'" + why);
            }
        }
        return List.copyOf(read);
    }

    /** Where it begins, counted from 1; 0 where it is not there. */
    public int line() {
        return at.map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** Notes that something about the whole of it is wrong, at its first line. */
    public void mistake(String text) {
        document.mistake(at, text);
    }

    /** A mapping below this one; empty where the key is absent. */
    public YamlMap map(String key) {
        Entry entry = ask(key);
        Optional<MappingNode> node = Optional.empty();
        if (entry != null && entry.value() instanceof MappingNode mapping) node = Optional.of(mapping);
        else if (entry != null && !isNull(entry.value())) mistake(key, "should hold 'key: value' lines of its own");
        var map = new YamlMap(document, node, path + key + ".");
        asked.get(key).add(map);
        return map;
    }

    /** A list of mappings below this one. */
    public List<YamlMap> maps(String key) {
        Entry entry = ask(key);
        if (entry == null || isNull(entry.value())) return List.of();
        if (!(entry.value() instanceof SequenceNode list)) {
            mistake(key, "should be a list, each item with '- ' before it");
            return List.of();
        }
        for (Node node : list.getValue()) {
            if (node instanceof MappingNode mapping)
                asked.get(key).add(new YamlMap(document, Optional.of(mapping), path + key + "."));
            else document.mistake(node.getStartMark(), "each item of '" + path + key + "' holds 'key: value' lines");
        }
        return List.copyOf(asked.get(key));
    }

    /** Notes that the value of a key is wrong for a reason that only the asker knows. */
    public void mistake(String key, String text) {
        Entry entry = entries.get(key);
        document.mistake(entry == null ? at : entry.value().getStartMark(), "'" + path + key + "' " + text);
    }

    private Optional<ScalarNode> scalar(String key) {
        Entry entry = ask(key);
        if (entry == null || isNull(entry.value())) return Optional.empty();
        if (entry.value() instanceof ScalarNode scalar) return Optional.of(scalar);
        mistake(key, "should be a single value");
        return Optional.empty();
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty() && scalar.isPlain();
    }

    private Entry ask(String key) {
        asked.computeIfAbsent(key, k -> new ArrayList<>());
        return entries.get(key);
    }

    void refuseUnknown() {
        entries.forEach((key, entry) -> {
            if (!asked.containsKey(key)) document.mistake(entry.key().getStartMark(), unknown(key));
        });
        asked.values().forEach(maps -> maps.forEach(YamlMap::refuseUnknown));
    }

    private String unknown(String key) {
        Optional<String> colon = TypedSlips.inside(key);
        if (colon.isPresent()) return colon.get();
        Optional<String> best = Nearest.to(key, asked.keySet());
        String known = String.join(", ", asked.keySet());
        return "unknown key '" + path + key + "'"
                + best.map(b -> "; did you mean '" + path + b + "'?").orElse("; known here: " + known);
    }
}
