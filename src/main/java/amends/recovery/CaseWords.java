package amends.recovery;

import amends.kernel.PlainText;

/**
 * A case as it is told.
 *
 * @param title in one line
 * @param happened what had gone wrong
 * @param done what put it right
 * @param learnt what to do the same way, or otherwise, next time; may be empty
 */
public record CaseWords(String title, String happened, String done, String learnt) {
    static final int MOST_TITLE = 100;
    static final int MOST_TEXT = 3500;
    static final int MOST_LEARNT = 1500;

    public CaseWords {
        title = PlainText.line(title, MOST_TITLE);
        happened = PlainText.lines(happened, MOST_TEXT);
        done = PlainText.lines(done, MOST_TEXT);
        learnt = PlainText.lines(learnt, MOST_LEARNT);
    }

    boolean isWhole() {
        return !title.isEmpty() && !happened.isEmpty() && !done.isEmpty();
    }

    String all() {
        return title + "\n" + happened + "\n" + done + "\n" + learnt;
    }
}
