package amends.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * What people say for what the bank calls otherwise: the house's own list, beside the words that come with the program.
 *
 * @param remarks lines above the first entry, each from its # on
 * @param source as it was written: what is kept and exported
 */
public record EverydayWords(List<String> remarks, List<Entry> entries, String source) {
    public static final int MOST_SOURCE = 200_000;
    public static final int MOST_ENTRIES = 3_000;
    public static final int MOST_PEOPLE = 30;
    public static final int LONGEST = 40;
    public static final int SHORTEST = 2;
    public static final EverydayWords NONE = new EverydayWords(List.of(), List.of(), "");

    /**
     * @param bank what articles call it @param people what people say for it, one at least
     * @param remarks lines above it, each from its # on
     */
    public record Entry(String bank, List<String> people, List<String> remarks) {
        public Entry {
            people = List.copyOf(people);
            remarks = List.copyOf(remarks);
        }

        private boolean means(Entry other) {
            return bank.equals(other.bank) && people.equals(other.people);
        }
    }

    public EverydayWords {
        remarks = List.copyOf(remarks);
        entries = List.copyOf(entries);
    }

    /** Written the one way in which the window writes it; what stands in remarks stays. */
    public static EverydayWords of(List<String> remarks, List<Entry> entries) {
        var yaml = new StringBuilder();
        remarks.forEach(r -> yaml.append(r).append('\n'));
        yaml.append(entries.isEmpty() ? "words: []\n" : "words:\n");
        for (Entry entry : entries) {
            entry.remarks().forEach(r -> yaml.append("  ").append(r).append('\n'));
            yaml.append("  - bank: ").append(quoted(entry.bank())).append("\n    people:\n");
            entry.people()
                    .forEach(
                            word -> yaml.append("      - ").append(quoted(word)).append('\n'));
        }
        return new EverydayWords(remarks, entries, yaml.toString());
    }

    /** Plain where YAML reads it as nothing else. */
    private static String quoted(String word) {
        boolean plain = word.matches("[\\p{L}][\\p{L}\\p{Nd} ]*") && !word.matches("(?i)null|true|false|yes|no|on|off");
        return plain ? word : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** With one word more that people say. */
    public EverydayWords with(String bank, String said) {
        var now = new ArrayList<>(entries);
        for (int i = 0; i < now.size(); i++)
            if (now.get(i).bank().equals(bank)) {
                var people = new ArrayList<>(now.get(i).people());
                if (!people.contains(said)) people.add(said);
                now.set(i, new Entry(bank, people, now.get(i).remarks()));
                return of(remarks, now);
            }
        now.add(new Entry(bank, List.of(said), List.of()));
        return of(remarks, now);
    }

    /** Whether both mean the same to the search, whatever is remarked. */
    public boolean meansSame(EverydayWords other) {
        if (entries.size() != other.entries.size()) return false;
        for (int i = 0; i < entries.size(); i++) if (!entries.get(i).means(other.entries.get(i))) return false;
        return true;
    }

    /** Whether another source is this one; how lines end does not matter. */
    public boolean saysSame(String other) {
        return source.replace("\r\n", "\n").equals(other.replace("\r\n", "\n"));
    }
}
