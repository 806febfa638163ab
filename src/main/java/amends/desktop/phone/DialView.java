package amends.desktop.phone;

import amends.desktop.look.Glyph;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** A number to call. Always in its place, so that a ringing call takes nothing from under the hands. */
final class DialView {
    private final JPanel panel;
    private final JTextField number = new JTextField();
    private final CallerChoiceView caller;

    DialView(Look look, PhoneModel phone) {
        caller = new CallerChoiceView(look, phone);
        panel = look.panel("insets 0, fillx, gap 8u 4u, hidemode 3", "[grow,fill][]", "[][32u!]");
        panel.add(caller.panel(), "span, growx, wmin 0, wrap");
        Look.named(number, "phone.number", look.get("phone.number"));
        number.putClientProperty("JTextField.placeholderText", look.get("phone.number"));
        KeyButton dial = look.button("phone.dial", "", "", () -> dial(phone));
        look.glyph(dial, Glyph.ANSWER);
        dial.getAccessibleContext().setAccessibleName(look.get("phone.dial"));
        dial.setToolTipText(look.get("phone.dial"));
        number.addActionListener(e -> dial(phone));
        panel.add(number, "wmin 0");
        panel.add(dial, look.at("w 40u!"));
    }

    /** An empty field brings back what was dialled last, and a link only shows whom it names; once more, and it is called. */
    private void dial(PhoneModel phone) {
        if (number.getText().isBlank()) {
            shown(phone.dialledLast());
            return;
        }
        if (NumberLink.isLink(number.getText())) {
            shown(NumberLink.number(number.getText()).orElse(""));
            return;
        }
        phone.dial(number.getText());
        number.setText("");
    }

    /** Chosen as a whole, so that typing replaces it; called by the next Enter. */
    private void shown(String text) {
        number.setText(text);
        number.selectAll();
        number.requestFocusInWindow();
    }

    CallerChoiceView caller() {
        return caller;
    }

    JPanel panel() {
        return panel;
    }
}
