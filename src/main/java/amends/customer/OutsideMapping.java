package amends.customer;

import amends.customer.OutsideFact.Kind;
import amends.kernel.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where in another system's answer something stands: a JSON pointer ({@code /customer/orders/0/state}) or a column.
 *
 * @param fields of our own profile
 * @param facts by the name under which they are shown, in the order of the settings
 * @param tags each a word, or several
 */
public record OutsideMapping(Map<OutsideField, String> fields, Map<String, String> facts, List<String> tags) {
    /** Of one place: a list longer than this is cut. */
    private static final int MOST_WORDS = 20;

    public OutsideMapping {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        tags = List.copyOf(tags);
    }

    /** Every place that is looked at. */
    public List<String> places() {
        var places = new ArrayList<>(fields.values());
        places.addAll(facts.values());
        places.addAll(tags);
        return places;
    }

    /**
     * What an answer says.
     *
     * @param words at a place: none where there is nothing, or something that is no word, number or list of such
     */
    public List<OutsideFact> read(Function<String, List<String>> words) {
        var found = new ArrayList<OutsideFact>();
        fields.forEach((field, place) -> add(found, Kind.FIELD, field.name(), joined(words.apply(place))));
        facts.forEach((name, place) -> add(found, Kind.FACT, name, joined(words.apply(place))));
        tags.forEach(place -> words.apply(place).stream()
                .limit(MOST_WORDS)
                .forEach(word -> add(found, Kind.TAG, "", PlainText.line(word, Tag.LONGEST_NAME))));
        return List.copyOf(found);
    }

    private static String joined(List<String> words) {
        return String.join(", ", words.stream().limit(MOST_WORDS).toList());
    }

    private static void add(List<OutsideFact> found, Kind kind, String name, String content) {
        if (found.size() < OutsideFact.MOST
                && !PlainText.line(content, OutsideFact.LONGEST).isBlank())
            found.add(new OutsideFact(kind, name, content));
    }
}
