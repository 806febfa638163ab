package amends.recovery;

import static amends.recovery.PersonalMark.ADDRESS;

import java.util.regex.Pattern;

/** Finds where somebody lives or works. Cities and districts alone stay: they say which branch it was. */
final class AddressMarks {
    /** A Chinese character that may stand in a place's name, unlike the little words before it. */
    private static final String H = "[\\u4e00-\\u9fff&&[^住在到于於是的从從去我他她您你们們了和与與及寄送往至为為址家有个個这這那请請要把将將给給叫说說]]";

    private static final String N = "[0-9一二三四五六七八九十百甲乙丙a-zA-Z]{1,6}(?:[-—－][0-9a-zA-Z]{1,5})?";
    private static final String REGION = "(?:" + H + "{2,7}(?:省|自治区|特别行政区|特別行政區))?\\s?(?:" + H + "{2,4}市)?\\s?(?:" + H
            + "{1,5}(?:新区|新區|[区區县縣旗镇鎮乡鄉]))?\\s?";
    private static final String HOUSE =
            "(?:\\s?" + N + "\\s?(?:号楼|號樓|号院|號院|号|號|弄|巷|栋|棟|幢|座|楼|樓|单元|單元|层|層|室|户|戶|组|組|之[0-9]))";
    private static final Pattern ROAD = Pattern.compile(REGION + H + "{1,8}(?:街道|大道|大街|胡同|路|街|巷|弄|道|村|屯|庄)"
            + "(?:[东西南北中東][路街段])?(?:[一二三四五六七八九十]段)?" + HOUSE + "{1,6}");
    private static final Pattern ESTATE =
            Pattern.compile(REGION + H + "{2,8}(?:小区|小區|花园|花園|家园|家園|公寓|新村|社区|社區|大厦|大廈|广场|廣場)" + HOUSE + "{0,6}");
    private static final Pattern ROOM = Pattern.compile(
            "[0-9]{1,4}\\s?(?:号楼|號樓|栋|棟|幢|座|单元|單元)(?:\\s?[0-9]{1,4}\\s?(?:单元|單元|层|層|楼|樓|室|号|號|户|戶)?){0,6}");
    private static final String STREET =
            "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|boulevard|blvd|way|place|pl|square|sq|terrace|crescent|close|highway|hwy)";
    private static final Pattern ENGLISH = Pattern.compile(
            "(?:\\b(?:flat|apt\\.?|apartment|suite|unit|room|rm)\\s*#?\\d+\\w*,?\\s*)?\\b(?:no\\.?\\s*)?\\d{1,5}[a-z]?,?\\s+(?:[a-z][a-z.'\\-]*\\s+){1,4}"
                    + STREET + "\\b\\.?(?:,?\\s*(?:flat|apt\\.?|apartment|suite|unit|room|rm|floor)\\s*#?\\d*\\w*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FLAT = Pattern.compile(
            "\\b(?:flat|apt\\.?|apartment|suite|p\\.?o\\.? box)\\s*#?\\d+\\w*", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSTCODE = Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}\\b");

    private AddressMarks() {}

    static void find(MarkedPlaces places) {
        places.all(ROAD, ADDRESS);
        places.all(ESTATE, ADDRESS);
        places.all(ROOM, ADDRESS);
        places.all(ENGLISH, ADDRESS);
        places.all(FLAT, ADDRESS);
        places.all(POSTCODE, ADDRESS);
    }
}
