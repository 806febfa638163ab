package amends.desktop.phone;

import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.telephony.ConnectionState;
import java.awt.Font;
import javax.swing.JPanel;

/** Keys for the far end's menus, folded away until wanted; typed digits work too while it is open. */
public final class KeypadView {
    private static final String KEYS = "123456789*0#";
    private final PhoneModel phone;
    private final JPanel panel;
    private final JPanel pad;
    private final KeyButton toggle;

    KeypadView(Look look, PhoneModel phone) {
        this.phone = phone;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 8u, hidemode 3", "[grow,fill]", "");
        toggle =
                look.glyph(look.button("phone.keypad", look.get("phone.keypad"), "Ctrl+K", this::toggle), Glyph.KEYPAD);
        pad = look.panel("insets 0, fillx, wrap 3, gap 4u 4u", "[grow,fill,sg][grow,fill,sg][grow,fill,sg]", "");
        for (char key : KEYS.toCharArray()) {
            var button = look.button("phone.key." + key, String.valueOf(key), "", () -> phone.press(key));
            button.setFont(button.getFont().deriveFont(Font.BOLD));
            button.getAccessibleContext().setAccessibleName(look.get("phone.key", key));
            pad.add(button, look.at("h 32u!"));
        }
        pad.setVisible(false);
        panel.add(toggle, look.at("h 32u!"));
        panel.add(pad);
        Follow.models(panel, this::refresh, phone, phone.moves());
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        boolean usable = !phone.moves().choosing()
                && phone.primary()
                        .filter(c -> c.state() == ConnectionState.CONNECTED)
                        .isPresent();
        panel.setVisible(usable);
        if (!usable) pad.setVisible(false);
    }

    public void toggle() {
        if (!panel.isVisible()) return;
        pad.setVisible(!pad.isVisible());
        panel.revalidate();
    }

    /** @return whether the key was one of the pad's and the pad is open */
    public boolean typed(char key) {
        if (!pad.isVisible() || KEYS.indexOf(key) < 0) return false;
        phone.press(key);
        return true;
    }
}
