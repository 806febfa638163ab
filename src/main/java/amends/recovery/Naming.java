package amends.recovery;

/** What something is called, in the languages of the house. */
public record Naming(String zhCn, String zhTw, String en) {
    /** @param language an IETF tag; what is not Chinese is English */
    public String in(String language) {
        if (!language.startsWith("zh")) return en;
        return language.contains("TW") || language.contains("HK") || language.contains("Hant") ? zhTw : zhCn;
    }
}
