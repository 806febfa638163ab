package amends.customer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a column of an imported table can be, with the headings by which it is guessed. */
public enum ImportField {
    NAME("姓名", "名字", "客户姓名", "客户名称", "客户名", "名称", "姓名称呼", "name", "fullname", "customername", "customer"),
    /** Several columns may be. */
    NUMBER(
            "手机",
            "手机号",
            "手机号码",
            "电话",
            "电话号码",
            "联系电话",
            "联系方式",
            "号码",
            "固话",
            "行动电话",
            "手機",
            "手機號碼",
            "電話",
            "聯絡電話",
            "phone",
            "mobile",
            "mobilephone",
            "phonenumber",
            "telephone",
            "tel",
            "number",
            "cell"),
    OUTSIDE_ID(
            "客户号",
            "客户编号",
            "编号",
            "客户id",
            "会员号",
            "客戶編號",
            "客戶號",
            "id",
            "customerid",
            "customerno",
            "outsideid",
            "externalid",
            "accountno",
            "no"),
    TIER("等级", "级别", "客户等级", "会员等级", "客户级别", "等級", "tier", "level", "grade", "class"),
    REGION("地区", "城市", "省市", "所在地", "地域", "地區", "城市地区", "区域", "region", "city", "area", "location"),
    SINCE("开户日期", "注册日期", "入会日期", "开户时间", "注册时间", "開戶日期", "since", "customersince", "opened", "registered", "joined"),
    BIRTHDAY("生日", "出生日期", "出生年月日", "birthday", "birthdate", "dateofbirth", "dob"),
    LANGUAGE("语言", "語言", "language", "lang"),
    SEGMENT("客群", "分群", "细分", "客户类型", "客群分類", "segment", "group"),
    CHANNEL("偏好渠道", "联系渠道", "渠道", "偏好管道", "preferredchannel", "channel"),
    /** Several in one cell: separated by semicolons or lines. */
    PRODUCTS("产品", "持有产品", "產品", "products", "product"),
    TAGS("标签", "客户标签", "標籤", "tags", "tag", "labels"),
    NOTE("备注", "说明", "附注", "備註", "note", "notes", "remark", "remarks", "comment"),
    /** How a letter came. */
    WAY("渠道", "来件方式", "来源", "方式", "管道", "來件方式", "來源", "channel", "way", "via", "source"),
    /** When a letter was written. */
    WRITTEN("日期", "来件日期", "时间", "收件日期", "來件日期", "時間", "date", "written", "received", "receivedon", "at"),
    SUBJECT("主题", "标题", "主旨", "標題", "subject", "title"),
    TEXT("内容", "正文", "原文", "內容", "text", "content", "body", "message"),
    /** Whether a letter is a complaint. */
    COMPLAINT("投诉", "是否投诉", "客訴", "是否客訴", "投訴", "是否投訴", "complaint", "iscomplaint"),
    /** What is complained of. */
    WHAT("投诉内容", "投诉事由", "客訴內容", "投訴內容", "complaintabout", "complainttext", "what"),
    SEVERITY("严重程度", "严重性", "程度", "嚴重程度", "嚴重性", "severity", "weight"),
    /** The column is left aside. */
    NONE;

    private final Set<String> headings;
    private final String heading;

    ImportField(String... headings) {
        heading = headings.length == 0 ? "" : headings[0];
        this.headings = Set.copyOf(List.of(headings));
    }

    /** What an export writes over such a column. */
    String heading() {
        return heading;
    }

    /** What a column of this heading most likely is; {@link #NONE} when nothing fits. */
    static ImportField guess(String heading, Set<ImportField> among) {
        String bare = Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*?\\)|[\\s_.:*#/-]+", "")
                .replaceAll("\\d+$", "");
        for (ImportField field : among) if (field.headings.contains(bare)) return field;
        return NONE;
    }
}
