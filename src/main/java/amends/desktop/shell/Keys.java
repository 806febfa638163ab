package amends.desktop.shell;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/**
 * The keys of a desk's windows, before any component sees them: tables and menus have uses of their own for F2, F6
 * and F10. Only function keys and Ctrl combinations that no input method wants; plain digits only where no text is
 * typed.
 */
final class Keys implements KeyEventDispatcher {
    private static final int MODIFIERS = InputEvent.CTRL_DOWN_MASK
            | InputEvent.ALT_DOWN_MASK
            | InputEvent.SHIFT_DOWN_MASK
            | InputEvent.META_DOWN_MASK;

    private final Predicate<Window> ours;
    private final Map<KeyStroke, BooleanSupplier> acts;
    private final Predicate<KeyStroke> first;
    private final Predicate<Character> digit;
    /** The key that is down did something: what it types is nobody's, wherever the focus went meanwhile. */
    private boolean taken;

    /**
     * @param acts answer whether they did something; a key that did nothing goes on to the component
     * @param digit takes a typed character where no text is typed
     */
    Keys(Predicate<Window> ours, Map<KeyStroke, BooleanSupplier> acts, Predicate<Character> digit) {
        this(ours, acts, key -> false, digit);
    }

    /** @param first is asked before the acts: what is shown may have the same keys */
    Keys(
            Predicate<Window> ours,
            Map<KeyStroke, BooleanSupplier> acts,
            Predicate<KeyStroke> first,
            Predicate<Character> digit) {
        this.ours = ours;
        this.acts = Map.copyOf(acts);
        this.first = first;
        this.digit = digit;
    }

    void open() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
    }

    void close() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
    }

    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        Component source = event.getComponent();
        Window window = source instanceof Window w ? w : SwingUtilities.getWindowAncestor(source);
        if (window == null || !ours.test(window)) return false;
        if (event.getID() == KeyEvent.KEY_TYPED) return taken || typedDigit(event, source);
        taken = false;
        if (event.getID() != KeyEvent.KEY_PRESSED) return false;
        int modifiers = event.getModifiersEx() & MODIFIERS;
        KeyStroke stroke = KeyStroke.getKeyStroke(event.getKeyCode(), modifiers);
        BooleanSupplier act = acts.get(stroke);
        taken = first.test(stroke) || act != null && act.getAsBoolean();
        return taken;
    }

    private boolean typedDigit(KeyEvent event, Component source) {
        boolean plain = (event.getModifiersEx() & (MODIFIERS & ~InputEvent.SHIFT_DOWN_MASK)) == 0;
        return plain && !(source instanceof JTextComponent) && digit.test(event.getKeyChar());
    }
}
