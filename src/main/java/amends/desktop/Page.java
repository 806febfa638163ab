package amends.desktop;

import javax.swing.JPanel;
import javax.swing.KeyStroke;

/**
 * A place of the window beside the desk, for instance the board of complaints. What it shows lives in its model; the
 * page is drawn anew for another language, theme or text size. Used on the event dispatch thread only.
 */
public interface Page {
    JPanel panel();

    /** Told whenever it comes into sight or leaves it: the time to ask for what is new, or to stop asking. */
    default void shown(boolean now) {}

    /** Gives the focus to where the work begins, when the page was gone to. */
    default void focus() {}

    /**
     * While it is shown, its keys come before the desk's; those of a call (F2 and its like) it must leave alone.
     *
     * @return whether the page took the key
     */
    default boolean pressed(KeyStroke key) {
        return false;
    }

    /** @return whether the page took the key, typed outside a text */
    default boolean typed(char key) {
        return false;
    }
}
