package amends.knowledge;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes people out of what was typed: their numbers and addresses, and names where the words around them say that they are
 * names (张女士, 我叫王建国, Mr Smith). What nobody calls a name stays: a word too many would cost the search its words.
 */
public final class PersonMask {
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜戚谢邹喻潘葛范彭鲁韦马方俞任袁柳唐罗薛雷贺倪汤殷毕郝安常傅康伍余顾孟黄萧尹姚邵汪祁毛"
            + "戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房丁邓洪包左石崔龚程邢裴陆翁段侯宁武刘景龙叶黎白蒲赖乔苏温庄"
            + "晏瞿阎连习艾鱼容向古易廖曾闫刁肖涂覃"
            + "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴薑謝鄒範魯韋馬羅賀湯畢傅顧黃蕭龐紀項蘭賈顏鍾駱萬盧鄧龔陸劉龍葉賴喬蘇溫莊閻連";
    private static final String HAN = "[\\u4e00-\\u9fff]";
    private static final Pattern TITLED =
            Pattern.compile("[" + SURNAMES + "]" + HAN + "{0,2}?(?=先生|女士|小姐|太太|师傅|師傅|阿姨|叔叔|大爷|大爺|大妈|大媽|奶奶|爷爷|爺爺)");
    private static final Pattern NAMED =
            Pattern.compile("(我叫|我是|他叫|她叫|名叫|姓名[是:： ]{0,2}|名字(?:是|叫)|户名[是:： ]{0,2}|戶名[是:： ]{0,2}"
                    + "|收款人[是:： ]{0,2}|持卡人[是:： ]{0,2})[" + SURNAMES + "]" + HAN + "{1,2}(?!" + HAN + ")");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b((?:Mr|Mrs|Ms|Miss|Dr)\\b\\.?|(?i:my name is|name is|i am called|this is)) +\\p{Lu}[\\p{L}'’-]+(?: +\\p{Lu}[\\p{L}'’-]+)?");

    private PersonMask() {}

    public static String masked(String text) {
        String plain = NumberMask.masked(text);
        plain = TITLED.matcher(plain).replaceAll(NumberMask.INSTEAD);
        plain = NAMED.matcher(plain).replaceAll("$1" + NumberMask.INSTEAD);
        return ENGLISH.matcher(plain).replaceAll("$1 " + NumberMask.INSTEAD);
    }

    /** The same, and without these names wherever they stand. */
    public static String masked(String text, Collection<String> names) {
        String plain = masked(text);
        for (String name : names)
            if (name.strip().length() > 1)
                plain = Pattern.compile(Pattern.quote(name.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(plain)
                        .replaceAll(Matcher.quoteReplacement(NumberMask.INSTEAD));
        return plain;
    }
}
