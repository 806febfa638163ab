package amends.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up recovery with made-up persons in it.
 *
 * @param secrets what must not be left: of a number its digits, of a name its parts
 */
record PersonalStory(String text, Persons persons, List<String> secrets) {
    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "欧阳", "司马", "賴", "劉", "穆"};
    private static final String[] GIVEN = {"建国", "伟", "晓明", "丽娜", "子轩", "淑芬", "海涛", "一诺", "冠廷", "若彤"};
    private static final String[] FIRST = {"Anna", "Oliver", "Priya", "Jürgen", "Siobhan", "Thabo"};
    private static final String[] LAST = {"Clarke", "O'Brien", "Schmidt", "van Dyke", "Nakamura", "Featherstonehaugh"};

    static PersonalStory of(Random random) {
        var secrets = new ArrayList<String>();
        boolean chinese = random.nextInt(4) > 0;
        String customer = chinese ? chineseName(random) : englishName(random);
        String colleague = random.nextBoolean() ? chineseName(random) : englishName(random);
        secrets.add(customer);
        secrets.add(colleague);
        var text = new StringBuilder();
        List<String> parts = new ArrayList<>(List.of(
                (chinese ? "客户" : "customer ") + customer + (chinese ? "来电说被重复扣款" : " called about a charge"),
                (chinese ? "，坐席" : ", agent ") + colleague + (chinese ? "已道歉" : " apologised"),
                (chinese ? "，回电" : ", call ") + phone(random, secrets),
                (chinese ? "，身份证" : ", ID ") + identity(random, secrets),
                (chinese ? "，卡号" : ", card ") + spaced(random, digits(random, "6", 18), secrets),
                (chinese ? "，邮箱 " : ", mail ") + mail(random, secrets),
                (chinese ? "，车牌" : ", plate ") + plate(random, secrets),
                (chinese ? "，退回 " : ", refunded ") + amount(random, secrets) + (chinese ? " 元" : " yuan")));
        java.util.Collections.shuffle(parts, random);
        parts.forEach(text::append);
        return new PersonalStory(
                text.append(chinese ? "。" : ".").toString(),
                new Persons(List.of(customer), List.of(colleague)),
                secrets);
    }

    private static String chineseName(Random random) {
        return SURNAMES[random.nextInt(SURNAMES.length)] + GIVEN[random.nextInt(GIVEN.length)];
    }

    private static String englishName(Random random) {
        return FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)];
    }

    private static String digits(Random random, String begin, int more) {
        var digits = new StringBuilder(begin);
        for (int i = 0; i < more; i++) digits.append((char) ('0' + random.nextInt(10)));
        return digits.toString();
    }

    private static String phone(Random random, List<String> secrets) {
        return spaced(random, digits(random, "1" + (3 + random.nextInt(7)), 9), secrets);
    }

    private static String identity(Random random, List<String> secrets) {
        String plain = digits(random, "31010119", 9) + "X0123".charAt(random.nextInt(5));
        secrets.add(plain);
        return plain;
    }

    /** The digits with separators between them, in one of the scripts that digits are written in. */
    private static String spaced(Random random, String digits, List<String> secrets) {
        String[] between = {"", "", "", " ", "-", ".", "—", "  ", "\u3000", "\u200b", "/"};
        String separator = between[random.nextInt(between.length)];
        int script = random.nextInt(4);
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && random.nextInt(3) == 0) text.append(separator);
            char c = digits.charAt(i);
            text.append(
                    switch (script) {
                        case 1 -> (char) (c - '0' + '０');
                        case 2 -> "零一二三四五六七八九".charAt(c - '0');
                        default -> c;
                    });
        }
        secrets.add(text.toString());
        return text.toString();
    }

    private static String mail(Random random, List<String> secrets) {
        String name = FIRST[random.nextInt(2)].toLowerCase(java.util.Locale.ROOT) + random.nextInt(99);
        secrets.add(name);
        String[] ats = {"@", " @ ", "(at)", "＠"};
        return name + ats[random.nextInt(ats.length)] + "mail.example.com";
    }

    private static String plate(Random random, List<String> secrets) {
        String tail = digits(random, "", 5);
        secrets.add(tail);
        return "京沪粤苏".charAt(random.nextInt(4)) + "A" + (random.nextBoolean() ? "·" : "") + tail;
    }

    private static String amount(Random random, List<String> secrets) {
        String amount = (1234 + random.nextInt(80_000)) + "." + (11 + random.nextInt(80));
        secrets.add(amount);
        return amount;
    }
}
