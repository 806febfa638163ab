package amends.knowledge;

import amends.kernel.PlainText;
import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import amends.kernel.yaml.YamlMistakes.Mistake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a house's list: {@code words:}, each item with what the {@code bank} calls it and what {@code people} say. A word
 * that is too short, too long or no word, one that stands there twice, and what is misspelt are told with their lines.
 */
public final class EverydayWordsReader {
    private static final String WORD =
            "words of " + EverydayWords.SHORTEST + " to " + EverydayWords.LONGEST + " characters";
    private final List<String> lines;
    private final Map<String, Integer> banks = new HashMap<>();

    private EverydayWordsReader(String source) {
        lines = source.lines().toList();
    }

    /** @param name how mistakes call it @throws YamlMistakes with everything that is wrong */
    public static EverydayWords read(String name, String text) throws YamlMistakes {
        String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (source.length() > EverydayWords.MOST_SOURCE)
            throw new YamlMistakes(
                    Path.of(name),
                    List.of(new Mistake(0, 0, "is longer than " + EverydayWords.MOST_SOURCE + " characters")));
        YamlDocument document = YamlDocument.of(name, source);
        EverydayWords words = new EverydayWordsReader(source).words(document.root(), source);
        document.check();
        return words;
    }

    private EverydayWords words(YamlMap root, String source) {
        if (!root.has("words")) root.required("words");
        List<YamlMap> maps = root.maps("words");
        if (maps.size() > EverydayWords.MOST_ENTRIES)
            root.mistake("words", "are more than " + EverydayWords.MOST_ENTRIES);
        return new EverydayWords(header(), maps.stream().map(this::entry).toList(), source);
    }

    private EverydayWords.Entry entry(YamlMap map) {
        if (!map.has("bank")) map.required("bank");
        if (!map.has("people")) map.mistake("'people' is missing: what is said for it");
        String bank = map.parsed("bank", "", WORD, EverydayWordsReader::word);
        Integer before = bank.isEmpty() ? null : banks.putIfAbsent(bank.toLowerCase(Locale.ROOT), map.line());
        if (before != null) map.mistake("bank", "is '" + bank + "', which stands in line " + before + " already");
        var seen = new ArrayList<String>(List.of(bank.toLowerCase(Locale.ROOT)));
        List<String> people = map.each("people", List.of(), WORD, text -> {
            String word = word(text);
            if (seen.contains(word.toLowerCase(Locale.ROOT)))
                throw new IllegalArgumentException("it stands there already");
            seen.add(word.toLowerCase(Locale.ROOT));
            return word;
        });
        if (people.size() > EverydayWords.MOST_PEOPLE)
            map.mistake("people", "are more than " + EverydayWords.MOST_PEOPLE);
        if (seen.size() == 1 && map.has("people") && people.isEmpty()) map.mistake("people", "say nothing for it");
        return new EverydayWords.Entry(bank, people, remarks(map.line()));
    }

    /** A word or a few; throws what is wrong with it. */
    static String word(String text) {
        String word = PlainText.line(text, 2 * EverydayWords.LONGEST).strip().replaceAll("\\s+", " ");
        if (word.length() < EverydayWords.SHORTEST || word.length() > EverydayWords.LONGEST)
            throw new IllegalArgumentException();
        if (word.codePoints().noneMatch(Character::isLetter))
            throw new IllegalArgumentException("there is no letter in it");
        return word;
    }

    private List<String> header() {
        var header = new ArrayList<String>();
        for (String line : lines) {
            if (!line.strip().startsWith("#")) break;
            header.add(remark(line));
        }
        return header;
    }

    /** Those right above an entry. @param line of the entry, from 1 */
    private List<String> remarks(int line) {
        var remarks = new ArrayList<String>();
        for (int i = line - 2; i >= 0 && lines.get(i).strip().startsWith("#"); i--)
            remarks.addFirst(remark(lines.get(i)));
        return remarks;
    }

    private static String remark(String line) {
        return PlainText.line(line.strip(), 300);
    }
}
