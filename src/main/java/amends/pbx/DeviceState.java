package amends.pbx;

/** What a telephone is doing, with the manager protocol's word, its number for queue members and for extensions. */
public enum DeviceState {
    NOT_INUSE(1, 0, "Idle"),
    INUSE(2, 1, "InUse"),
    BUSY(3, 2, "Busy"),
    UNAVAILABLE(5, 4, "Unavailable"),
    RINGING(6, 8, "Ringing"),
    ONHOLD(8, 16, "Hold");

    private final int memberStatus;
    private final int extensionStatus;
    private final String extensionWord;

    DeviceState(int memberStatus, int extensionStatus, String extensionWord) {
        this.memberStatus = memberStatus;
        this.extensionStatus = extensionStatus;
        this.extensionWord = extensionWord;
    }

    public int memberStatus() {
        return memberStatus;
    }

    public int extensionStatus() {
        return extensionStatus;
    }

    public String extensionWord() {
        return extensionWord;
    }
}
