package amends.recovery;

/** What in a text tells of a person. */
public enum PersonalMark {
    CUSTOMER("客户", "customer"),
    COLLEAGUE("同事", "colleague"),
    /** Looks like somebody's name; of whom is not known. */
    NAME("姓名", "name"),
    PHONE("电话", "phone"),
    IDENTITY("证件号", "ID number"),
    CARD("卡号", "card number"),
    EMAIL("邮箱", "e-mail"),
    ACCOUNT("账号", "account"),
    PLATE("车牌", "plate"),
    ADDRESS("地址", "address"),
    /** Rounded, so that it still says how much was at stake. */
    AMOUNT("金额", "amount"),
    DATE("日期", "date"),
    CODE("编号", "reference"),
    LINK("链接", "link");

    private final String chinese;
    private final String english;

    PersonalMark(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** What stands in its place. */
    public String placeholder(boolean inChinese) {
        return inChinese ? "〔" + chinese + "〕" : "[" + english + "]";
    }

    /** Whether it was guessed: the person who files may say that it is none. */
    public boolean isGuess() {
        return this == NAME || this == ADDRESS || this == DATE || this == CODE;
    }
}
