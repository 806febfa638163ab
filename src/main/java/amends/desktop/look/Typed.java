package amends.desktop.look;

import java.awt.event.InputMethodEvent;
import java.awt.event.InputMethodListener;
import java.util.function.Consumer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/**
 * What was typed into a field, without what an input method has not committed: half a pinyin syllable is nobody's
 * text yet, and nothing is written into a field while it is being composed.
 */
public final class Typed implements DocumentListener, InputMethodListener {
    private final JTextComponent field;
    private final Consumer<String> typed;
    private boolean composing;
    private boolean showing;

    private Typed(JTextComponent field, Consumer<String> typed) {
        this.field = field;
        this.typed = typed;
    }

    public static Typed in(JTextComponent field, Consumer<String> typed) {
        var listener = new Typed(field, typed);
        field.getDocument().addDocumentListener(listener);
        field.addInputMethodListener(listener);
        return listener;
    }

    /** Shows the model's text, unless the field has it or an input method is at work there. */
    public void show(String text) {
        if (composing || field.getText().equals(text)) return;
        int caret = field.getCaretPosition();
        showing = true;
        field.setText(text);
        showing = false;
        field.setCaretPosition(Math.min(caret, text.length()));
    }

    public boolean isComposing() {
        return composing;
    }

    private void tell() {
        if (!composing && !showing) typed.accept(field.getText());
    }

    @Override
    public void insertUpdate(DocumentEvent e) {
        tell();
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
        tell();
    }

    @Override
    public void changedUpdate(DocumentEvent e) {
        tell();
    }

    /** Comes before the field's own handling of the same event. */
    @Override
    public void inputMethodTextChanged(InputMethodEvent event) {
        var text = event.getText();
        int length = text == null ? 0 : text.getEndIndex() - text.getBeginIndex();
        composing = length > event.getCommittedCharacterCount();
    }

    @Override
    public void caretPositionChanged(InputMethodEvent event) {}
}
