package amends.pbx;

/** How far one leg has come, with the number and the word that the manager protocol has for it. */
public enum ChannelState {
    DOWN(0, "Down"),
    RING(4, "Ring"),
    RINGING(5, "Ringing"),
    UP(6, "Up");

    private final int number;
    private final String word;

    ChannelState(int number, String word) {
        this.number = number;
        this.word = word;
    }

    public int number() {
        return number;
    }

    public String word() {
        return word;
    }
}
