package amends.desktop.shell;

import java.awt.Component;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.text.JTextComponent;

/** Where the focus and its caret were, to be found again when the window is drawn anew. */
record FocusMemory(Optional<String> name, int caret) {
    static FocusMemory of(JFrame frame) {
        Component focused = frame.getMostRecentFocusOwner();
        int caret = focused instanceof JTextComponent text ? text.getCaretPosition() : 0;
        return new FocusMemory(Optional.ofNullable(focused).map(Component::getName), caret);
    }

    void restore(JFrame frame) {
        name.map(n -> Places.named(frame.getContentPane(), n)).ifPresent(this::give);
    }

    private void give(JComponent component) {
        if (component instanceof JTextComponent text)
            text.setCaretPosition(Math.min(caret, text.getDocument().getLength()));
        component.requestFocusInWindow();
    }
}
