package amends.kernel.yaml;

import amends.kernel.yaml.YamlMistakes.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Chinese keyboard leaves in a file that is meant to be YAML: a full-width colon behind a key. For YAML it is a
 * letter like any other, so that the parser complains of something else, often on another line. It is looked for only
 * where something is wrong: in a text that is whole it may stand as it likes.
 */
final class TypedSlips {
    private static final char COLON = '\uFF1A';
    private static final Pattern KEY = Pattern.compile("^(\\s*(?:- +)*)([\"']?[\\w.-]{1,60}[\"']?)\\s*\uFF1A");
    private static final Pattern BLOCK = Pattern.compile(":\\s*[|>][-+0-9]*\\s*(#.*)?$");
    private final List<String> lines;

    TypedSlips(String text) {
        lines = text.lines().toList();
    }

    /** Every line on which a key has one, texts in blocks of their own left out. */
    List<Mistake> all() {
        var found = new ArrayList<Mistake>();
        int block = Integer.MAX_VALUE;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int depth = line.length() - line.stripLeading().length();
            if (line.isBlank() || depth > block) continue;
            block = BLOCK.matcher(line).find() ? depth : Integer.MAX_VALUE;
            on(i + 1).ifPresent(found::add);
        }
        return found;
    }

    /** On this line, counted from 1. */
    Optional<Mistake> on(int line) {
        if (line < 1 || line > lines.size()) return Optional.empty();
        Matcher key = KEY.matcher(lines.get(line - 1));
        return key.find() ? Optional.of(new Mistake(line, key.end(), told(key.group(2)))) : Optional.empty();
    }

    private static String told(String key) {
        return "a full-width colon '" + COLON + "' stands after '" + key + "': type ':' and a space";
    }

    /** Whether a key that nobody knows is one that swallowed its colon. */
    static Optional<String> inside(String key) {
        int at = key.indexOf(COLON);
        return at < 1 ? Optional.empty() : Optional.of(told(key.substring(0, at).strip()));
    }
}
