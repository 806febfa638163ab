package amends.knowledge.lucene;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * How characters sound, without tones; and which syllables a row of letters can be read as. Every syllable has a sign of
 * its own, one character, so that texts by their sounds are as short as by their characters.
 */
final class Sounds {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fa5';
    private static final int LONGEST = 6;
    /** What has no sound. */
    static final char NONE = 0;
    /** Signs begin here: two bytes each in an index, and none of them is a letter that is typed. */
    private static final char FIRST_SIGN = '\u0100';

    /** Where a character with several sounds has another than its first, told by one neighbour. */
    private static final List<String> IN_WORDS = List.of(
            "行 hang 银行 本行 同行 他行 跨行 分行 支行 总行 央行 外行 各行 贵行 我行 你行 别行 户行 卡行 商行 农行 工行 建行 中行 招行 交行 行号 行业 行内 行情 行长",
            "还 huan 还款 还钱 还贷 还清 还上 还完 还了 还掉 还本 还息 还信 还最 还多 还进 还房 还一 归还 偿还 退还 返还 没还 先还 晚还 早还 多还 前还 忘还 代还 动还",
            "重 chong 重复 重新 重置 重设 重办 重打 重做 重发 重开 双重",
            "长 chang 长期 多长 时长 延长 长时 长久 很长 太长",
            "调 tiao 调整 调高 调低 上调 下调 调额 调大 调小",
            "率 lv 利率 费率 汇率 税率 益率",
            "折 zhe 存折 折子 折扣 打折",
            "没 mei 没有 没到 没收 没了",
            "给 gei 给我 给他 给别 转给 汇给 打给",
            "都 dou 都要 都是 都能 都没 都有 每都",
            "数 shu 数字 数额 次数 笔数 分数 天数",
            "查 cha 查询 查看 查账 查一 调查",
            "会 hui 会员 会不 不会",
            "便 bian 方便 随便 顺便",
            "少 shao 多少 减少 少了");

    private final char[] table = new char[LAST - FIRST + 1];
    private final BitSet severalSounds = new BitSet();
    private final Map<String, Character> inWords = new HashMap<>();
    private final Map<String, Character> signs = new HashMap<>();
    private final StringBuilder initials = new StringBuilder();
    private final List<String> syllables = new ArrayList<>();

    Sounds() {
        for (char c = FIRST; c <= LAST; c++) {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(c);
            if (readings == null || readings.length == 0) continue;
            table[c - FIRST] = sign(toneless(readings[0]));
            for (String reading : readings) sign(toneless(reading));
        }
        for (String line : IN_WORDS) {
            String[] cells = line.split(" ");
            severalSounds.set(cells[0].charAt(0));
            for (int i = 2; i < cells.length; i++) inWords.put(cells[i] + cells[i].indexOf(cells[0]), sign(cells[1]));
        }
    }

    private char sign(String syllable) {
        Character known = signs.get(syllable);
        if (known != null) return known;
        char sign = (char) (FIRST_SIGN + signs.size());
        signs.put(syllable, sign);
        initials.append(syllable.charAt(0));
        syllables.add(syllable);
        return sign;
    }

    private static String toneless(String reading) {
        int end = reading.length();
        while (end > 0 && Character.isDigit(reading.charAt(end - 1))) end--;
        return reading.substring(0, end).replace("u:", "v");
    }

    /** The letter with which a syllable begins. */
    char initial(char sign) {
        return initials.charAt(sign - FIRST_SIGN);
    }

    /** The syllable in letters, without its tone. */
    String syllable(char sign) {
        return syllables.get(sign - FIRST_SIGN);
    }

    private char of(char c) {
        return c < FIRST || c > LAST ? NONE : table[c - FIRST];
    }

    /** A sign for each character of a text, {@link #NONE} for what has no sound. */
    String of(String text) {
        char[] sounds = new char[text.length()];
        for (int i = 0; i < sounds.length; i++) sounds[i] = of(text, i);
        return new String(sounds);
    }

    /** Neighbours may give a character another sound. */
    private char of(String text, int at) {
        char c = text.charAt(at);
        char plain = of(c);
        if (plain == NONE || !severalSounds.get(c)) return plain;
        Character before = at > 0 ? inWords.get("" + text.charAt(at - 1) + c + 1) : null;
        if (before != null) return before;
        Character after = at + 1 < text.length() ? inWords.get("" + c + text.charAt(at + 1) + 0) : null;
        return after != null ? after : plain;
    }

    private boolean isSyllable(String letters) {
        return signs.containsKey(letters) && (letters.length() > 1 || "aeo".contains(letters));
    }

    /** The signs of the fewest syllables the letters can be cut into; empty when they cannot. */
    String cut(String letters) {
        int length = letters.length();
        int[] fewest = new int[length + 1];
        int[] from = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            fewest[end] = Integer.MAX_VALUE;
            for (int begin = Math.max(0, end - LONGEST); begin < end; begin++) {
                if (fewest[begin] == Integer.MAX_VALUE || fewest[begin] + 1 >= fewest[end]) continue;
                if (!isSyllable(letters.substring(begin, end))) continue;
                fewest[end] = fewest[begin] + 1;
                from[end] = begin;
            }
        }
        if (length == 0 || fewest[length] == Integer.MAX_VALUE) return "";
        var cut = new StringBuilder();
        for (int end = length; end > 0; end = from[end]) cut.append(signs.get(letters.substring(from[end], end)));
        return cut.reverse().toString();
    }
}
