package amends.contact;

/** The agent's summary. @param note in the agent's words, at most {@value #MOST_NOTE} characters */
public record WrapUp(Disposition disposition, String note) {
    public static final int MOST_NOTE = 4000;

    public WrapUp {
        if (note.length() > MOST_NOTE)
            throw new IllegalArgumentException("note longer than " + MOST_NOTE + " characters");
    }
}
