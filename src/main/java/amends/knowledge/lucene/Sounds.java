package amends.knowledge.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How characters sound, without tones; and which syllables a row of letters can be read as. */
final class Sounds {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fa5';
    private static final int LONGEST = 6;
    private final String[] table = new String[LAST - FIRST + 1];
    private final Set<String> syllables = new HashSet<>();

    Sounds() {
        for (char c = FIRST; c <= LAST; c++) {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(c);
            if (readings == null || readings.length == 0) continue;
            table[c - FIRST] = toneless(readings[0]);
            for (String reading : readings) syllables.add(toneless(reading));
        }
        syllables.removeIf(s -> s.length() == 1 && !"aeo".contains(s));
    }

    private static String toneless(String reading) {
        return reading.replaceAll("[0-9]", "").replace("u:", "v");
    }

    /** Null for what has no sound here. */
    String of(char c) {
        return c < FIRST || c > LAST ? null : table[c - FIRST];
    }

    /** The fewest syllables the letters can be cut into; empty when they cannot. */
    List<String> cut(String letters) {
        int length = letters.length();
        int[] fewest = new int[length + 1];
        int[] from = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            fewest[end] = Integer.MAX_VALUE;
            for (int begin = Math.max(0, end - LONGEST); begin < end; begin++) {
                if (fewest[begin] == Integer.MAX_VALUE || fewest[begin] + 1 >= fewest[end]) continue;
                if (!syllables.contains(letters.substring(begin, end))) continue;
                fewest[end] = fewest[begin] + 1;
                from[end] = begin;
            }
        }
        if (length == 0 || fewest[length] == Integer.MAX_VALUE) return List.of();
        var cut = new ArrayList<String>();
        for (int end = length; end > 0; end = from[end]) cut.addFirst(letters.substring(from[end], end));
        return cut;
    }
}
