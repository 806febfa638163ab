package amends.telephony;

import amends.kernel.PlainText;

/** A few words that somebody sent to this telephone (RFC 3428), for people to read: never trusted, one harmless line. */
public record LineText(Party from, String words) {
    private static final int LONGEST = 400;

    public LineText {
        words = PlainText.line(words, LONGEST);
    }
}
