package amends.knowledge.lucene;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.List;

/**
 * Makes alike what is written differently and means the same: traditional and simplified characters, full and half
 * width, capitals. Character by character, so that places in the text stay what they are.
 */
final class Folding {
    private static final String ALIKE = "帐账著着裏里麽么妳你祂他迴回週周";
    private final char[] table = new char[Character.MAX_VALUE + 1];

    Folding() {
        for (int c = 0; c < table.length; c++) table[c] = simplified(lower((char) c));
        for (int i = 0; i < ALIKE.length(); i += 2) table[ALIKE.charAt(i)] = ALIKE.charAt(i + 1);
        // A character that folds to one that is folded further, such as 帳 to 帐 to 账.
        for (int c = 0; c < table.length; c++) table[c] = table[table[c]];
    }

    private static char lower(char c) {
        if (Character.isSurrogate(c) || c < 'A' || c >= '\u3400' && c <= '\u9fff') return c;
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return Character.toLowerCase(plain.length() == 1 ? plain.charAt(0) : c);
    }

    private static char simplified(char c) {
        if (!isHan(c)) return c;
        List<String> simple = ZhConverterUtil.toSimple(c);
        if (simple == null || simple.isEmpty()) return c;
        // Where there are several, as for 乾, what the word means decides; searching takes the commoner one.
        String first = simple.getLast();
        return first.length() == 1 ? first.charAt(0) : c;
    }

    static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff' || c >= '\u3400' && c <= '\u4dbf' || c >= '\uf900' && c <= '\ufaff';
    }

    String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) folded[i] = table[folded[i]];
        return new String(folded);
    }
}
