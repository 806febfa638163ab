package amends.desktop.report;

/** How it reached us, as counted: each has a word. */
public enum Channel {
    CALL,
    INBOUND,
    OUTBOUND,
    LETTER,
    EMAIL,
    SOCIAL_MEDIA,
    LOW_SCORE
}
