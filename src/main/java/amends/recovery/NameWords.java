package amends.recovery;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What names are made of. The lists hold what is common; who files a case looks for the rest. */
final class NameWords {
    static final Set<String> SURNAMES = characters(
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾範譚鄒陸顧龍萬錢湯賀賴龔龐蘭顏嚴蘆魯韋畢聶叢齊莊塗關費紀項陽衛單寧閔華車邊饒滕宮褚婁蓋");
    /** So common that two characters are known for a name. */
    static final Set<String> COMMON_SURNAMES = characters(
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易贺赖龚樊殷施陶洪翟颜倪严温季俞章鲁葛韦毕聂焦向柳邢岳齐梅莫庄辛管祝涂谷祁肖詹凌费纪張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉鍾範譚鄒陸顧龍錢湯賀賴龔顏嚴");

    static final Set<String> DOUBLE_SURNAMES =
            words("欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 尉迟 公孙 慕容 令狐 皇甫 宇文 长孙 闻人 端木 百里 呼延 轩辕 歐陽 司馬 諸葛 東方 獨孤 南宮 尉遲 公孫 長孫 軒轅");
    /** Given names are written with these more than with others. */
    static final Set<String> GIVEN = characters(
            "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文玉建国志红梅春燕鹏飞辉波斌宇浩然欣怡思雨婷雪琳佳慧倩晶莹洁颖瑶璐萍莉蓉菊珍珠凤云素琴兵峰健鑫旭凯海荣福祥贵富德义仁良善忠孝贤俊豪博睿智哲轩泽宏鸿松楠桐彤梓涵诺晨曦曼妮馨诗梦琪若溪紫萱嘉雅芝淑贞惠卿芬芸萌蕾薇莲荷菲茜岚岩峻嵘毅坚恒庆喜宁泰胜亮耀星辰宝钢铭锋锐锦绣兴旺昌炳煜炜煌烨焱灿淼清源泉润滨沛津洲湘沁汐瀚翔羽翎翰墨琦瑾瑜璇玲珊瑞环珂玥玮珺琼瑛毓奕霖霏帆帅栋梁樱妍姗媛婉娇嫣妙姝娴婕嫒偉麗強軍豔傑濤剛國紅鵬飛輝漢慶勝鋒錦興蓮嵐瑩潔穎瓊鳳雲貞賢譯澤恆聖誠倫彥瀅筠祐廷冠霆翊晟昊昱昕晗晓晔曙琛琨瑄璟璋甜睫祺禹程筱紫聪聰胤芮茂莎菁葵薛蕊衡裕諾超越逸達达遠远邦铎铮霜靖静韬韵颢飒馥骏骁鲲麒麟黛龍龙鸣");
    /** Given names hold these too, but words do as well: never alone. */
    static final Set<String> PERHAPS_GIVEN =
            characters("和一日月天成功利可家学新立民生长久光安东南西北金银铁书画保乐子小大中永华佩亚爱友兰香花美好正世先启少元万千百丹石水山林森木火士心方有之以华東長樂愛亞蘭啟學書畫蕙麗仪儀君青青凡力卫衛");

    static final Set<String> NO_NAMES = words(
            "高兴 高峰 高明 高强 高超 高亮 高达 高達 高洁 黄金 黃金 黄海 白金 白银 白雪 白云 白雲 白洁 平安 安宁 安静 文明 文雅 江南 江海 江河 江津 江山 于是 方正 方法 方明 方向 时光 時光 严明 嚴明 严峻 嚴峻 温馨 溫馨"
                    + " 温和 溫和 温泉 溫泉 金华 金龙 金泰 金星 金玉 石林 石英 龙华 龍華 华丽 华润 何时 何時 任何 任意 沈阳 瀋陽 苏宁 蘇寧 徐州 郑州 鄭州 苏州 蘇州 马达 馬達 马明 付清 贺喜 许可 許可 许诺 許諾 承诺 唐诗 田园 孔明 向阳 向海 雷雨 包容 周日 周一 周期 周全 周详 周年 一周 周末 万国 萬國 黎明 贾宝"
                    + " 史书 毛利 毛巾 钱财 錢財 余下 余杭 柳州 洪水 洪亮 洪福 常安 常平 武汉 武漢 成功 应有 路平 路明 管好 莫名 费心 費心 费力 易安 季度 顾问 游泳 游荣 游文 连云 清源 程序 单元 单据 费用 马上 安全 方便 常见 常用 明天 明年 全新 全国 全美 全家 全面 全民 全文 计时 谈好 来源 来电 解清 解决 强烈 应当"
                    + " 和平 和谐 海洋 平静 曾经 时长 时间 时效 席位 石油 商家 商务 连接 官方 台湾 台灣 台北 台中 台南 高雄 宁波 寧波 安徽 江苏 江西 江蘇 康宁 康健 庄重 岳阳 陆海 陸海 农行 建行 工行 招行 中行");
    static final String TITLES =
            "先生|女士|小姐|太太|夫人|老师|老師|师傅|師傅|经理|經理|主管|主任|老板|老闆|医生|醫生|大夫|律师|律師|教授|工程师|阿姨|叔叔|大爷|大妈|大姐|大哥|同学|同志|行长|行長|科长|处长|局长|部长|董事长|秘书|女仕|总监|總監|董事|总(?=[，。,.;；！!？?\\s]|$|说|要|的|来|問|问)";
    /** Pinyin of surnames. */
    static final Set<String> PINYIN = words(
            "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan Pan Du Dai Xia Zhong Tian Ren Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao Kong Bai Cui Kang Mao Qiu Qin Gu Hou Shao Meng Long Duan Lei Qian Yin Ouyang Sima Chan Wong Cheung Leung Lau Ng Kwok Chow Hsu Tsai Hsieh Chang Lee");

    static final Set<String> ENGLISH_GIVEN = words(
            "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Donald Steven Steve Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Adam Henry Nathan Douglas Zachary Peter Kyle Walter Ethan Jeremy Harold Keith Christian Roger Noah Gerald Carl Terry Sean Austin Arthur Lawrence Jesse Dylan Bryan Joe Jordan Billy Bruce Albert Willie Gabriel Logan Alan Juan Wayne Roy Ralph Randy Eugene Vincent Russell Louis Philip Bobby Johnny Bradley Oliver Oscar Leo Max Felix Simon Martin Tom Tim Jim Bob Mike Dave Nick Sam Ben Dan Alex Chris Tony Hans Klaus Stefan Juergen"
                    + " Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Anne Sara Madison Frances Kathryn Janice Jean Abigail Alice Julia Judy Sophia Denise Amber Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla Alexis Lori Lucy Jane Kate Claire Sophie Ella Ingrid Petra Monika Ursula Fatima Aisha Mohammed Muhammad Ahmed Ali Priya Raj Kumar");
    static final String ENGLISH_TITLES = "mr|mrs|ms|miss|mx|dr|prof|sir|madam|mister|missus";
    /** Words that begin with a capital and are no name though they stand where names do. */
    static final Set<String> NO_ENGLISH_NAMES = words(
            "The A An I He She They We It This That Customer Agent Bank Card Branch Team Service Support Credit Debit Account Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Spruce English Chinese Internet Mobile App SMS PIN ATM Visa Mastercard Street Road Please Thank Sorry Dear And But When After Before Then In On At For To Of With From Refund Fee Late Call Lost New York London");

    private NameWords() {}

    private static Set<String> characters(String all) {
        return all.codePoints().mapToObj(Character::toString).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> words(String all) {
        return Arrays.stream(all.split(" ")).filter(w -> !w.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
